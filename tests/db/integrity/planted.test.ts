import { rmSync } from 'node:fs'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { database, db, leave, on, toReceipt, toReply, toVerified, type Line } from '../demo/line'

const { runIntegrityChecks } = await import('@/lib/integrity')
const { pathOf } = await import('@/lib/platform/files/bytes')
const { newId } = await import('@/lib/platform/id')
const { userIdOf } = await import('@/prisma/seed/fixture')
const { refer } = await import('@/prisma/seed/play/clue')

let line: Line
let waitingClue: string

// Defects that the application's own role cannot make are made by the owner.
const owner = new pg.Client({ connectionString: database.ownerUrl })
const sql = (text: string, ...values: unknown[]) => owner.query(text, values)

beforeAll(async () => {
  await owner.connect()
  line = await toReceipt()
  await toReply(line)
  await toVerified(line)
  on('2026-04-21')
  waitingClue = await refer('liyuan.court', {
    title: '示例路限高架缺失', source: 'courtTrial', domain: 'workSafety', place: '澧源区示例路', units: ['liyuan.transport'],
    facts: '审理交通事故纠纷发现，示例路限高架撞毁后四个月没有恢复，大货车照常通行。', harm: '桥梁和行人安全受威胁。',
  }, { relatedJudgment: '（2026）示990101民初9号' })
})
afterAll(async () => {
  await owner.end()
  await leave()
})

const checksOf = async () => [...new Set((await runIntegrityChecks()).map(({ check }) => check))]

test('nothing is found where nothing is wrong', async () => {
  expect(await runIntegrityChecks()).toEqual([])
})

type Plant = readonly [check: string, defect: string, plant: () => Promise<unknown>, undo: () => Promise<unknown>]

const clockOf = (duty: string, subjectId: string) => db.deadline.findFirstOrThrow({ where: { duty, subjectId } })
const rename = (duty: string, to: string, id: () => string): Pick<{ plant: Plant[2]; undo: Plant[3] }, 'plant' | 'undo'> => ({
  plant: () => sql('UPDATE deadline SET duty = $1 WHERE duty = $2 AND subject_id = $3', to, duty, id()),
  undo: () => sql('UPDATE deadline SET duty = $1 WHERE duty = $2 AND subject_id = $3', duty, to, id()),
})
const reviewGone = rename('case.decideReview', 'case.other', () => line.caseId)
const performGone = rename('recommendation.perform', 'recommendation.other', () => line.letterId)

const extraClock = newId()
const copyClock = async (subjectType: string, subjectId: string) => {
  const { id: _, basis, explanation, ...clock } = await clockOf('case.decideReview', line.caseId)
  await db.deadline.create({ data: { ...clock, basis: basis ?? {}, explanation: explanation ?? {}, id: extraClock, subjectType, subjectId, status: 'running' } })
}
const dropClock = () => sql('DELETE FROM deadline WHERE id = $1', extraClock)
const status = (table: string, to: string, id: () => string) => () => sql(`UPDATE ${table} SET status = $1 WHERE id = $2`, to, id())
const secondLetter = newId()

async function rewriteTrail(name: string): Promise<void> {
  await sql('ALTER TABLE audit_event DISABLE TRIGGER USER')
  await sql(`UPDATE audit_event SET actor_name = ${name} WHERE stream = '990101' AND seq = 3`)
  await sql('ALTER TABLE audit_event ENABLE TRIGGER USER')
}

const plants: readonly Plant[] = [
  ['obligationWithoutClock', 'a case followed up without its review month', reviewGone.plant, reviewGone.undo],
  ['obligationWithoutClock', 'a letter received that nobody has to act on', performGone.plant, performGone.undo],
  ['clockWithoutSubject', 'a clock of a record that is not there', () => copyClock('case', newId()), dropClock],
  ['clockOfClosed', 'a clock that runs for a closed letter', async () => {
    await copyClock('recommendation', line.letterId)
    await sql('UPDATE recommendation SET status = $1 WHERE id = $2', 'closed', line.letterId)
  }, async () => {
    await dropClock()
    await sql('UPDATE recommendation SET status = $1 WHERE id = $2', 'verified', line.letterId)
  }],
  ['clockOfClosed', 'a clock of the agency’s own chain behind a closed letter', async () => {
    const { id } = await db.handling.findUniqueOrThrow({ where: { recommendationId: line.letterId } })
    await copyClock('handling', id)
    await sql('UPDATE recommendation SET status = $1 WHERE id = $2', 'closed', line.letterId)
  }, async () => {
    await dropClock()
    await sql('UPDATE recommendation SET status = $1 WHERE id = $2', 'verified', line.letterId)
  }],
  ['statusAndTrail', 'a state that no step led to', status('case_file', 'investigating', () => line.caseId), status('case_file', 'following', () => line.caseId)],
  ['noQueue', 'a court’s draft without a judge to approve it', () => sql('UPDATE app_user SET active = false WHERE id = $1', userIdOf('liyuan.judge')),
    () => sql('UPDATE app_user SET active = true WHERE id = $1', userIdOf('liyuan.judge'))],
  ['paperHash', 'a paper changed after it was signed',
    () => sql("UPDATE paper SET title = title || '改' WHERE kind = 'recommendationLetter'"), () => sql("UPDATE paper SET title = left(title, -1) WHERE kind = 'recommendationLetter'")],
  ['verdictAndCheck', 'a demand that shows another verdict than its check',
    () => sql("UPDATE demand SET verdict = 'partly' WHERE ordinal = 1"), () => sql("UPDATE demand SET verdict = 'met' WHERE ordinal = 1")],
  ['rectifiedWithoutCheck', 'a letter rectified on the strength of its reply', () => sql("UPDATE check_result SET verdict = 'partly'"), () => sql("UPDATE check_result SET verdict = 'met'")],
  ['twoLetters', 'two letters alive in one case', async () => {
    // The database itself does not take a second one: a restore without its index would.
    await sql('DROP INDEX recommendation_one_per_case')
    const { search: _, ...letter } = (await sql('SELECT * FROM recommendation WHERE id = $1', line.letterId)).rows[0] as Record<string, unknown>
    const row: Record<string, unknown> = { ...letter, id: secondLetter, status: 'draft', number: null, paper_id: null, draft_demands: '[]' }
    const columns = Object.keys(row)
    await sql(`INSERT INTO recommendation (${columns.join(', ')}) VALUES (${columns.map((_, at) => `$${at + 1}`).join(', ')})`, ...Object.values(row))
  }, () => sql('DELETE FROM recommendation WHERE id = $1', secondLetter)],
  ['auditChain', 'a line of the chain rewritten by its owner', () => rewriteTrail("actor_name || '改'"), () => rewriteTrail('left(actor_name, -1)')],
]

describe('what cannot be is found', () => {
  test.each(plants)('%s: %s', async (check, _defect, plant, undo) => {
    await plant()
    const seen = await checksOf()
    await undo()
    expect(seen).toContain(check)
    expect(await checksOf()).toEqual([])
  })

  test('obligationWithoutClock: a registered clue that nobody has to evaluate', async () => {
    await sql('UPDATE clue SET status = $1 WHERE id = $2', 'registered', waitingClue)
    expect(await checksOf()).toContain('obligationWithoutClock')
    await sql('UPDATE clue SET status = $1 WHERE id = $2', 'awaitingApproval', waitingClue)
  })

  test('fileBytes: a row whose bytes are gone', async () => {
    const { storageKey, id } = await db.storedFile.findFirstOrThrow()
    rmSync(pathOf(storageKey))
    expect(await runIntegrityChecks()).toEqual([expect.objectContaining({ check: 'fileBytes', subjectId: id })])
  })
})
