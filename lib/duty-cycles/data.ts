import { listClocksAbout } from '@/lib/engine/deadlines/record-clocks'
import { joinedClockJson, type RowClock } from '@/lib/engine/deadlines/row-clock'
import { dateColumn, localDate, today } from '@/lib/platform/clock'
import { db, type Tx } from '@/lib/platform/db'
import { isId } from '@/lib/platform/id'
import type { Finding } from '@/lib/platform/integrity'
import type { Scope } from '@/lib/platform/scope'
import { columnsOf, idArray, read, readAlone, textArray, type Read } from '@/lib/platform/together'
import { type Demand, type DutyCycle, type DutyReport, Prisma, type Recommendation, type StoredFile } from '@/prisma/generated/client'
import type { DutyCycleRow } from './policy'
import { type DutyTally, settledStates } from './schema'

export type DutyCycleRecord = DutyCycle & DutyCycleRow

const seen = (scope: Scope, id: string): Prisma.Sql => Prisma.sql`y.id = ${id}::uuid AND y.audience && ${textArray(scope.tokens)}`

/** With what rights depend on; null where it is out of scope or not there. */
export async function findCycleRow(scope: Scope, id: string, client: Tx = db): Promise<DutyCycleRecord | null> {
  if (!isId(id)) return null
  const [row] = await readAlone(read<DutyCycle & Pick<DutyCycleRow, 'memberIds'>>(Prisma.sql`
    SELECT ${columnsOf(Prisma.DutyCycleScalarFieldEnum, 'y')},
      ARRAY(SELECT m.user_id FROM recommendation r JOIN case_member m ON m.case_id = r.case_id AND m.to_on IS NULL WHERE r.id = y.recommendation_id) AS "memberIds"
    FROM duty_cycle y WHERE ${seen(scope, id)}`), client)
  return row ? { ...row, begun: localDate(row.fromOn) <= today() } : null
}

/** One cycle with what was wanted, every report made for it and what the office said to each. */
export async function findCycle(scope: Scope, id: string) {
  if (!isId(id)) return null
  const cycle = Prisma.sql`duty_cycle y WHERE ${seen(scope, id)}`
  const [row, [demand], [recommendation], entries, clocks, files] = await Promise.all([
    findCycleRow(scope, id),
    readAlone(read<Pick<Demand, 'ordinal' | 'measure' | 'reports' | 'reportContent'>>(Prisma.sql`
      SELECT m.ordinal, m.measure, m.reports, m.report_content AS "reportContent" FROM demand m WHERE m.id IN (SELECT y.demand_id FROM ${cycle})`)),
    readAlone(read<Pick<Recommendation, 'id' | 'number' | 'title'>>(Prisma.sql`SELECT r.id, r.number, r.title FROM recommendation r WHERE r.id IN (SELECT y.recommendation_id FROM ${cycle})`)),
    readAlone(read<DutyReport>(Prisma.sql`SELECT ${columnsOf(Prisma.DutyReportScalarFieldEnum, 'p')} FROM duty_report p WHERE p.cycle_id IN (SELECT y.id FROM ${cycle}) ORDER BY p.round`)),
    listClocksAbout(scope, { type: 'dutyCycle', id }),
    readAlone(read<Pick<StoredFile, 'id' | 'name'>>(Prisma.sql`
      SELECT f.id, f.name FROM stored_file f WHERE f.id IN (SELECT unnest(p.file_ids) FROM duty_report p WHERE p.cycle_id = ${id}::uuid) AND f.audience && ${textArray(scope.tokens)} ORDER BY f.uploaded_at, f.id`)),
  ])
  return row && demand && recommendation ? { ...row, demand, recommendation, entries, clocks, files } : null
}

// Late or not is said by the clock the cycle began with; one for a further report has its own.
const firstClock = Prisma.sql`JOIN LATERAL (
  SELECT * FROM deadline WHERE subject_type = 'dutyCycle' AND subject_id = y.id ORDER BY id LIMIT 1) d ON true`

export type CycleLine = {
  readonly id: string
  readonly demandId: string
  readonly ordinal: number
  readonly fromOn: Date
  readonly toOn: Date
  readonly status: string
  readonly endReason: string | null
  readonly reportedOn: Date | null
  readonly clock: RowClock
}

/** The cycles of a letter, demand by demand. */
export const cyclesOf = (scope: Scope, recommendationId: string): Read<CycleLine> => read(Prisma.sql`
  SELECT y.id, y.demand_id AS "demandId", y.ordinal, y.from_on AS "fromOn", y.to_on AS "toOn", y.status, y.end_reason AS "endReason",
    (SELECT p.reported_on FROM duty_report p WHERE p.cycle_id = y.id AND p.round = 1) AS "reportedOn", ${joinedClockJson} AS clock
  FROM duty_cycle y JOIN demand m ON m.id = y.demand_id ${firstClock}
  WHERE y.recommendation_id = ${recommendationId}::uuid AND y.audience && ${textArray(scope.tokens)} ORDER BY m.ordinal, y.ordinal, y.id`)

// What was over when its letter lost its object was missed all the same.
const missedWhenEnded = Prisma.sql`(y.status = 'ended' AND d.status = 'cancelled' AND d.end_on < (y.updated_at AT TIME ZONE 'Asia/Shanghai')::date)`

const tally = (where: Prisma.Sql, having = Prisma.empty): Read<DutyTally> => read(Prisma.sql`
  SELECT y.recommendation_id AS "recommendationId", r.title,
    count(*) FILTER (WHERE d.status = 'satisfied' AND d.satisfied_on <= d.end_on)::int AS kept,
    count(*) FILTER (WHERE d.status = 'satisfied' AND d.satisfied_on > d.end_on)::int AS late,
    count(*) FILTER (WHERE (d.status = 'running' AND d.end_on < ${dateColumn(today())}::date) OR ${missedWhenEnded})::int AS missed,
    count(*) FILTER (WHERE d.status = 'running' AND d.end_on >= ${dateColumn(today())}::date)::int AS ahead
  FROM duty_cycle y JOIN recommendation r ON r.id = y.recommendation_id ${firstClock}
  WHERE ${where} GROUP BY y.recommendation_id, r.title ${having} ORDER BY r.title, y.recommendation_id`)

/** How the cycles of these letters stand. */
export const talliesOf = (scope: Scope, letterIds: readonly string[]): Read<DutyTally> =>
  tally(Prisma.sql`y.recommendation_id = ANY(${idArray(letterIds)}) AND y.audience && ${textArray(scope.tokens)}`)

export const listTallies = async (scope: Scope, letterIds: readonly string[]): Promise<DutyTally[]> => readAlone(talliesOf(scope, letterIds))

/** Letters between the own body and another whose cycles are not all settled. */
export const ownTallies = (scope: Scope): Read<DutyTally> => tally(
  Prisma.sql`(y.agency_id = ${scope.unitId}::uuid OR y.procuratorate_id = ${scope.unitId}::uuid) AND y.audience && ${textArray(scope.tokens)}`,
  Prisma.sql`HAVING bool_or(y.status <> ALL(${textArray(settledStates)}))`,
)

/** Cycles not settled are work of the case, also of one that is concluded. */
export const runsOn = (caseId: Prisma.Sql): Prisma.Sql => Prisma.sql`EXISTS (
  SELECT 1 FROM duty_cycle y JOIN recommendation o ON o.id = y.recommendation_id WHERE o.case_id = ${caseId} AND y.status <> ALL(${textArray(settledStates)}))`

/** How many of these run on: of letters or of single demands. */
export const countRunning = (tx: Tx, of: { readonly recommendationId: string } | { readonly demandIds: readonly string[] }): Promise<number> =>
  tx.dutyCycle.count({ where: { ...('demandIds' in of ? { demandId: { in: [...of.demandIds] } } : of), status: { notIn: [...settledStates] } } })

/** A delivered letter has each cycle its demands ask for once; what was reported has its report, and what is owed its clock. */
export async function checkDutyCycles(): Promise<Finding[]> {
  const counted = await db.$queryRaw<{ id: string; detail: string }[]>`
    SELECT r.id, m.ordinal || ': ' || count(y.id) || ' / ' || coalesce(m.reports, 0) AS detail
    FROM recommendation r JOIN demand m ON m.recommendation_id = r.id LEFT JOIN duty_cycle y ON y.demand_id = m.id AND y.end_reason IS DISTINCT FROM 'changed'
    WHERE r.received_on IS NOT NULL GROUP BY r.id, m.id HAVING count(y.id) <> coalesce(m.reports, 0)`
  const standing = await db.$queryRaw<{ id: string; detail: string }[]>`
    SELECT y.id, y.status AS detail FROM duty_cycle y
    WHERE (y.status IN ('open', 'askedAgain')) <> EXISTS (SELECT 1 FROM deadline d WHERE d.subject_type = 'dutyCycle' AND d.subject_id = y.id AND d.status = 'running')
       OR (y.status IN ('reported', 'askedAgain', 'accepted') AND NOT EXISTS (SELECT 1 FROM duty_report p WHERE p.cycle_id = y.id))
       OR (y.status = 'ended') <> (y.end_reason IS NOT NULL)`
  return [
    ...counted.map((hit) => ({ check: 'dutyCycleCount', subjectType: 'recommendation', subjectId: hit.id, detail: hit.detail })),
    ...standing.map((hit) => ({ check: 'dutyCycleStanding', subjectType: 'dutyCycle', subjectId: hit.id, detail: hit.detail })),
  ]
}
