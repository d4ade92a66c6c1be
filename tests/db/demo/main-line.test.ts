import { afterAll, expect, test } from 'vitest'
import { caseFile, db, leave, on, toConclusion, toReceipt, toReply, toVerified, water } from './line'

const { verifyAudit } = await import('@/lib/platform/audit')
const { act, Refused } = await import('@/prisma/seed/play/act')

afterAll(leave)

test('the whole line is played by the people of the place, from the court to the look-back', async () => {
  const line = await toReceipt()
  const { caseId, letterId: id } = line
  await toReply(line)
  expect(await db.recommendation.findUniqueOrThrow({ where: { id } })).toMatchObject({ status: 'replied', rectifiedOn: null })
  await toVerified(line)
  const lookBack = await toConclusion(line)
  on('2026-07-20')
  await caseFile.recordLookBack(water, lookBack, { result: 'held', place: '渔沟河左岸', findings: '左岸岸坡整洁，未见新的建筑垃圾堆放，每周巡查记录连续完整。' })

  expect(await db.recommendation.findUniqueOrThrow({ where: { id } })).toMatchObject({ status: 'closed' })
  expect(await db.caseFile.findUniqueOrThrow({ where: { id: caseId } })).toMatchObject({ status: 'concluded', closingGround: 'dutyPerformed' })
  expect(await db.lookBack.findUniqueOrThrow({ where: { id: lookBack } })).toMatchObject({ status: 'held' })
  expect(await db.deadline.count({ where: { status: { in: ['running', 'paused'] } } })).toBe(0)
  expect(await verifyAudit()).toMatchObject({ ok: true })
})

test('a step that the procedure does not allow stops the story with its answer', async () => {
  const refused = act('liyuan.water.leader', 'clue.decline', null, {})
  await expect(refused).rejects.toThrow(Refused)
  await expect(refused).rejects.toThrow('liyuan.water.leader clue.decline: invalid')
})
