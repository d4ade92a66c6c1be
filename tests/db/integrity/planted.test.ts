import { readFileSync, renameSync } from 'node:fs'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { database, db, leave, on, toReceipt, toReply, toVerified, type Line } from '../demo/line'

const { integrityChecks, keepIntegrityChecks, runIntegrityChecks } = await import('@/lib/integrity')
const { jobs } = await import('@/lib/jobs')
const { checkHealth } = await import('@/lib/platform/health')
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

test('nothing is found where nothing is wrong', async () => {
  expect(await runIntegrityChecks()).toEqual([])
})

type Plant = readonly [check: keyof typeof integrityChecks, finding: string, defect: string, plant: () => Promise<unknown>, undo: () => Promise<unknown>]

const clockOf = (duty: string, subjectId: string) => db.deadline.findFirstOrThrow({ where: { duty, subjectId } })
const rename = (duty: string, to: string, id: () => string): { plant: Plant[3]; undo: Plant[4] } => ({
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
const emptyUnit = newId()
const spareCycle = newId()
const bytesOfFirst = async () => pathOf((await db.storedFile.findFirstOrThrow({ orderBy: { id: 'asc' } })).storageKey)
const prosecutorIs = (active: boolean) => () => sql('UPDATE app_user SET active = $1 WHERE id = $2', active, userIdOf('liyuan.prosecutor'))
const oweBy = (by: string, to: string | null) =>
  sql("UPDATE deadline SET owed_by_unit_id = $1, owed_to_unit_id = $2 WHERE duty = 'case.decideReview' AND subject_id = $3", by, to, line.caseId)
let owed: { owedByUnitId: string; owedToUnitId: string | null }

async function rewriteTrail(name: string): Promise<void> {
  await sql('ALTER TABLE audit_event DISABLE TRIGGER USER')
  await sql(`UPDATE audit_event SET actor_name = ${name} WHERE stream = '990101' AND seq = 3`)
  await sql('ALTER TABLE audit_event ENABLE TRIGGER USER')
}

const plants: readonly Plant[] = [
  ['caseClocks', 'obligationWithoutClock', 'a case followed up without its review month', reviewGone.plant, reviewGone.undo],
  ['letterClocks', 'obligationWithoutClock', 'a letter received that nobody has to act on', performGone.plant, performGone.undo],
  ['clockSubjects', 'clockWithoutSubject', 'a clock of a record that is not there', () => copyClock('case', newId()), dropClock],
  ['clocksOfClosed', 'clockOfClosed', 'a clock that runs for a closed letter', async () => {
    await copyClock('recommendation', line.letterId)
    await sql('UPDATE recommendation SET status = $1 WHERE id = $2', 'closed', line.letterId)
  }, async () => {
    await dropClock()
    await sql('UPDATE recommendation SET status = $1 WHERE id = $2', 'verified', line.letterId)
  }],
  ['handlingClocks', 'clockOfClosed', 'a clock of the agency’s own chain behind a closed letter', async () => {
    const { id } = await db.handling.findUniqueOrThrow({ where: { recommendationId: line.letterId } })
    await copyClock('handling', id)
    await sql('UPDATE recommendation SET status = $1 WHERE id = $2', 'closed', line.letterId)
  }, async () => {
    await dropClock()
    await sql('UPDATE recommendation SET status = $1 WHERE id = $2', 'verified', line.letterId)
  }],
  ['trail', 'statusAndTrail', 'a state that no step led to', status('case_file', 'investigating', () => line.caseId), status('case_file', 'following', () => line.caseId)],
  ['queues', 'noQueue', 'a court’s draft without a judge to approve it', () => sql('UPDATE app_user SET active = false WHERE id = $1', userIdOf('liyuan.judge')),
    () => sql('UPDATE app_user SET active = true WHERE id = $1', userIdOf('liyuan.judge'))],
  ['papers', 'paperHash', 'a paper changed after it was signed',
    () => sql("UPDATE paper SET title = title || '改' WHERE kind = 'recommendationLetter'"), () => sql("UPDATE paper SET title = left(title, -1) WHERE kind = 'recommendationLetter'")],
  ['verdicts', 'verdictAndCheck', 'a demand that shows another verdict than its check',
    () => sql("UPDATE demand SET verdict = 'partly' WHERE ordinal = 1"), () => sql("UPDATE demand SET verdict = 'met' WHERE ordinal = 1")],
  ['rectified', 'rectifiedWithoutCheck', 'a letter rectified on the strength of its reply', () => sql("UPDATE check_result SET verdict = 'partly'"), () => sql("UPDATE check_result SET verdict = 'met'")],
  ['dutyCycles', 'dutyCycleCount', 'a recurring demand whose cycles never began',
    () => sql("UPDATE demand SET cycle = 'month', reports = 2 WHERE ordinal = 1"), () => sql('UPDATE demand SET cycle = NULL, reports = NULL WHERE ordinal = 1')],
  ['dutyCycles', 'dutyCycleStanding', 'a cycle that is owed and has no clock', async () => {
    const { id: demandId } = await db.demand.findFirstOrThrow({ where: { recommendationId: line.letterId, ordinal: 1 } })
    await sql("UPDATE demand SET cycle = 'month', reports = 1 WHERE id = $1", demandId)
    await sql(`INSERT INTO duty_cycle (id, region_code, recommendation_id, demand_id, ordinal, title, procuratorate_id, agency_id, from_on, to_on, status, audience, created_at, updated_at)
      SELECT $1, region_code, id, $2, 1, title, procuratorate_id, agency_id, received_on, received_on, 'open', audience, created_at, updated_at FROM recommendation WHERE id = $3`, spareCycle, demandId, line.letterId)
  }, async () => {
    await sql('DELETE FROM duty_cycle WHERE id = $1', spareCycle)
    await sql('UPDATE demand SET cycle = NULL, reports = NULL WHERE ordinal = 1')
  }],
  ['oneLetter', 'twoLetters', 'two letters alive in one case', async () => {
    // The database itself does not take a second one: a restore without its index would.
    await sql('DROP INDEX recommendation_one_per_case')
    const { search: _, ...letter } = (await sql('SELECT * FROM recommendation WHERE id = $1', line.letterId)).rows[0] as Record<string, unknown>
    const row: Record<string, unknown> = { ...letter, id: secondLetter, status: 'draft', number: null, paper_id: null, draft_demands: '[]' }
    const columns = Object.keys(row)
    await sql(`INSERT INTO recommendation (${columns.join(', ')}) VALUES (${columns.map((_, at) => `$${at + 1}`).join(', ')})`, ...Object.values(row))
  }, () => sql('DELETE FROM recommendation WHERE id = $1', secondLetter)],
  ['figures', 'figureAndRecount', 'a letter that the figures show as answered though it is not, or the other way round',
    () => sql('UPDATE letter_fact SET replied = NOT replied'), () => sql('UPDATE letter_fact SET replied = NOT replied')],
  ['figures', 'figureAndRecount', 'a sum that is one letter off',
    () => sql('UPDATE letter_tally SET received = received + 1'), () => sql('UPDATE letter_tally SET received = received - 1')],
  ['figures', 'figureAndRecount', 'a case that the figures show as settled though it is not',
    () => sql('UPDATE case_fact SET settled = NOT settled'), () => sql('UPDATE case_fact SET settled = NOT settled')],
  ['figures', 'figureAndRecount', 'a sum that is one case off', () => sql('UPDATE case_tally SET opened = opened + 1'), () => sql('UPDATE case_tally SET opened = opened - 1')],
  ['figures', 'figureAndRecount', 'a length that no case had', () => sql("INSERT INTO case_days SELECT token, ' ', opened_month_on, readers, 9, region_code, 1 FROM case_tally LIMIT 1"),
    () => sql('DELETE FROM case_days WHERE days = 9')],
  ['audit', 'auditChain', 'a line of the chain rewritten by its owner', () => rewriteTrail("actor_name || '改'"), () => rewriteTrail('left(actor_name, -1)')],
  ['clueClocks', 'obligationWithoutClock', 'a registered clue that nobody has to evaluate',
    status('clue', 'registered', () => waitingClue), status('clue', 'awaitingApproval', () => waitingClue)],
  ['obligationQueues', 'restsWithNobody', 'a review that rests with a disabled account', prosecutorIs(false), prosecutorIs(true)],
  ['obligationQueues', 'unservedUnit', 'a limit of a unit without people, for whom nobody enters', async () => {
    owed = await clockOf('case.decideReview', line.caseId)
    await sql(`INSERT INTO unit (id, region_code, kind, name, short_name, domains) VALUES ($1, '990101', 'agency', '示例空单位', '空单位', '{}')`, emptyUnit)
    await oweBy(emptyUnit, emptyUnit)
  }, async () => {
    await oweBy(owed.owedByUnitId, owed.owedToUnitId)
    await sql('DELETE FROM unit WHERE id = $1', emptyUnit)
  }],
  ['namedPeople', 'namedAccountGone', 'a letter in the name of a disabled account', prosecutorIs(false), prosecutorIs(true)],
  ['files', 'fileBytes', 'a row whose bytes are gone',
    async () => renameSync(await bytesOfFirst(), `${await bytesOfFirst()}.gone`), async () => renameSync(`${await bytesOfFirst()}.gone`, await bytesOfFirst())],
]

const words = ['zh-CN', 'en'].map((locale) => (JSON.parse(readFileSync(`messages/${locale}/upkeep.json`, 'utf8')) as { checks: Record<string, string> }).checks)

describe('what cannot be is found', () => {
  test('there is no check without a planted defect, and no finding without words', () => {
    expect([...new Set(plants.map(([check]) => check))].sort()).toEqual(Object.keys(integrityChecks).sort())
    for (const told of words) expect(Object.keys(told).sort()).toEqual([...new Set(plants.map(([, finding]) => finding)), 'notChecked'].sort())
  })

  test.each(plants)('%s says %s: %s', async (check, finding, _defect, plant, undo) => {
    await plant()
    const seen = await integrityChecks[check]()
    await undo()
    expect(seen.map((each) => each.check)).toContain(finding)
    expect(await runIntegrityChecks()).toEqual([])
  })

  test('the nightly job keeps what it found, without what the record says, and the health report tells how much', async () => {
    await keepIntegrityChecks()
    expect((await checkHealth()).integrity).toMatchObject({ found: 0 })
    await prosecutorIs(false)()
    on('2026-04-22')
    await keepIntegrityChecks()
    await prosecutorIs(true)()
    const run = await db.integrityRun.findFirstOrThrow({ orderBy: { startedAt: 'desc' } })
    expect(run.findings).toContainEqual({ check: 'namedAccountGone', subjectType: 'recommendation', subjectId: line.letterId })
    expect(JSON.stringify(run.findings)).not.toContain('liyuan.prosecutor')
    expect((await checkHealth()).integrity).toEqual({ at: run.endedAt.toISOString(), found: run.found })
    expect(jobs.find(({ name }) => name === 'checkIntegrity')?.every).toMatch(/^\d+ \d+ \* \* \*$/)
  })

  test('a check that fails itself is a finding, and the others still look', async () => {
    await sql('ALTER TABLE look_back RENAME TO look_back_away')
    const seen = await runIntegrityChecks()
    await sql('ALTER TABLE look_back_away RENAME TO look_back')
    expect(seen).toContainEqual(expect.objectContaining({ check: 'notChecked', subjectType: 'check', subjectId: 'caseClocks' }))
    expect(seen.some(({ subjectId }) => subjectId === 'audit')).toBe(false)
  })
})
