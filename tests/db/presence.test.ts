import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { db, done, person, received, settle } from './recommendations/ground'

const { holdClock } = await import('@/lib/platform/clock')
const { findPresent, saveDraft } = await import('@/lib/drafts/data')
const { presentMinutes } = await import('@/lib/drafts/rules')
const { listLastSteps } = await import('@/lib/engine/procedure/time-line')
const { scopeOf } = await import('@/lib/platform/scope')

let letter: { id: string; caseId: string }
let handlingId: string

beforeAll(async () => {
  await settle()
  letter = await received('2026-05-20')
  handlingId = (await db.handling.findFirstOrThrow({ where: { recommendationId: letter.id } })).id
})
beforeEach(async () => {
  at('2026-05-25T02:00:00Z')
  await db.draft.deleteMany({})
})
afterAll(() => db.$disconnect())

const at = (moment: string) => holdClock(new Date(moment))
const types = async (login: string, key: string) => saveDraft(scopeOf(await person(login)), key, { text: ['草稿'] })
const seenBy = async (login: string, type: 'case' | 'clue' | 'recommendation' = 'recommendation', id = letter.id) => findPresent(scopeOf(await person(login)), type, id)
const nobody = { people: [], units: [] }

test('who types is known to colleagues by name, to the other party by the body alone, and not to oneself', async () => {
  const { name, unitName } = await person('liyuan.prosecutor')
  await types('liyuan.prosecutor', `recommendation.check:${letter.id}`)
  expect(await seenBy('liyuan.chief')).toEqual({ people: [name], units: [] })
  expect(await seenBy('liyuan.water.liaison')).toEqual({ people: [], units: [unitName] })
  expect(await seenBy('liyuan.prosecutor')).toEqual(nobody)
  const handler = await person('liyuan.water.leader')
  await types('liyuan.water.leader', `recommendation.reply:${letter.id}`)
  expect(await seenBy('liyuan.chief')).toEqual({ people: [name], units: [handler.unitName] })
  expect(await seenBy('liyuan.water.liaison')).toEqual({ people: [handler.name], units: [unitName] })
})

test('forms of inner steps are told to nobody outside the unit', async () => {
  const [leader, prosecutor] = [await person('liyuan.water.leader'), await person('liyuan.prosecutor')]
  await types('liyuan.water.leader', `handling.draftReply:${handlingId}`)
  await types('liyuan.prosecutor', `recommendation.proposeReexamination:${letter.id}`)
  await types('liyuan.prosecutor', `case.proposeConclusion:${letter.caseId}`)
  expect(await seenBy('liyuan.water.liaison')).toEqual({ people: [leader.name], units: [] })
  expect(await seenBy('liyuan.chief')).toEqual({ people: [prosecutor.name], units: [] })
  expect(await seenBy('liyuan.chief', 'case', letter.caseId)).toEqual({ people: [prosecutor.name], units: [] })
  expect(await seenBy('liyuan.water.liaison', 'case', letter.caseId)).toEqual(nobody)
})

test('who may not see the record finds nothing, and a draft sent for it from outside puts nobody there', async () => {
  await types('liyuan.prosecutor', `recommendation.check:${letter.id}`)
  for (const login of ['liyuan.urban.liaison', 'jinli.prosecutor', 'liyuan.audit', 'liyuan.court']) expect(await seenBy(login), login).toBeNull()
  await db.draft.deleteMany({})
  await types('liyuan.urban.liaison', `recommendation.reply:${letter.id}`)
  expect(await seenBy('liyuan.chief')).toEqual(nobody)
  expect(await seenBy('liyuan.water.liaison')).toEqual(nobody)
})

test('who has stopped typing is gone after a few minutes', async () => {
  await types('liyuan.prosecutor', `recommendation.check:${letter.id}`)
  at(`2026-05-25T02:0${presentMinutes - 1}:59Z`)
  expect((await seenBy('liyuan.chief'))!.people).toHaveLength(1)
  at(`2026-05-25T02:0${presentMinutes}:00Z`)
  expect(await seenBy('liyuan.chief')).toEqual(nobody)
})

test('who was overtaken reads of as many steps as were taken since, without those kept inside another unit', async () => {
  const told = async (login: string, count: number) =>
    (await listLastSteps(scopeOf(await person(login)), { type: 'recommendation', id: letter.id }, count)).map(({ step }) => step)
  expect(await told('liyuan.prosecutor', 2)).toEqual(['recommendation.serve', 'recommendation.seal'])
  expect(await told('liyuan.water.liaison', 2)).toEqual(['recommendation.serve'])
  expect(await told('liyuan.prosecutor', 0)).toEqual([])
  await done('liyuan.water.leader', 'handling.instruct', handlingId, { instruction: '请水政科尽快办理。' })
  const inside = async (login: string) => (await listLastSteps(scopeOf(await person(login)), { type: 'handling', id: handlingId }, 1)).map(({ step }) => step)
  expect(await inside('liyuan.water.liaison')).toEqual(['handling.instruct'])
  expect(await inside('liyuan.prosecutor')).toEqual([])
})
