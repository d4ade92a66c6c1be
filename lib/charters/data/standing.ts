import { joinedClockJson, type RowClock } from '@/lib/engine/deadlines/row-clock'
import { dateColumn, type LocalDate } from '@/lib/platform/clock'
import { soonDays } from '@/lib/engine/deadlines/phase'
import { addDays } from '@/lib/engine/deadlines/local-date'
import { clocksAbout } from '@/lib/engine/deadlines/record-clocks'
import { filesOf } from '@/lib/platform/files'
import { isId } from '@/lib/platform/id'
import type { Scope } from '@/lib/platform/scope'
import { columnsOf, idArray, read, readAlone, readTogether, textArray } from '@/lib/platform/together'
import { type Charter, type Fulfilment, type Obligation, Prisma, type Provision } from '@/prisma/generated/client'
import { kindsOf } from '../rules/groups'
import { termsSchema } from '../schema'

/**
 * How the promises of an opinion stand on a day, as far as the reader sees the records behind them: `kept` in time, `late` kept after the
 * end, `broken` still owed past it, `atRisk` owed within the next days, `owed` later than that, `used` times a right was used.
 */
export type Standing = { readonly obligationId: string; readonly kept: number; readonly late: number; readonly broken: number; readonly atRisk: number; readonly owed: number }

type Promised = { readonly id: string; readonly kind: string; readonly owedBy: string; readonly terms: unknown }
type Valid = { readonly regionCode: string; readonly effectiveOn: Date | null; readonly endsOn: Date | null }

const counts = (on: LocalDate) => {
  const [day, soon] = [dateColumn(on), dateColumn(addDays(on, soonDays))]
  return Prisma.sql`
    count(*) FILTER (WHERE d.status = 'satisfied' AND d.satisfied_on <= d.end_on)::int AS kept,
    count(*) FILTER (WHERE d.status = 'satisfied' AND d.satisfied_on > d.end_on)::int AS late,
    count(*) FILTER (WHERE d.status = 'running' AND d.end_on < ${day})::int AS broken,
    count(*) FILTER (WHERE d.status = 'running' AND d.end_on BETWEEN ${day} AND ${soon})::int AS "atRisk",
    count(*) FILTER (WHERE d.status = 'paused' OR (d.status = 'running' AND d.end_on > ${soon}))::int AS owed`
}

/** All of an opinion's promises in one statement. */
export async function listStandings(scope: Scope, valid: Valid, obligations: readonly Promised[], on: LocalDate): Promise<Standing[]> {
  const measured = obligations.flatMap((each) => {
    const { duty } = termsSchema.parse(each.terms)
    return duty ? [{ id: each.id, duty, owedBy: each.owedBy }] : []
  })
  const own = obligations.filter(({ id }) => !measured.some((each) => each.id === id)).map(({ id }) => id)
  const rows = await readTogether({
    own: read<Standing>(Prisma.sql`
      SELECT f.obligation_id AS "obligationId", ${counts(on)} FROM fulfilment f JOIN deadline d ON d.subject_type = 'fulfilment' AND d.subject_id = f.id
      WHERE f.obligation_id = ANY(${idArray(own)}) AND f.audience && ${textArray(scope.tokens)} GROUP BY f.obligation_id`),
    used: read<{ obligationId: string; kept: number }>(Prisma.sql`
      SELECT f.obligation_id AS "obligationId", count(*)::int AS kept FROM fulfilment f
      WHERE f.obligation_id = ANY(${idArray(own)}) AND f.status = 'kept' AND f.audience && ${textArray(scope.tokens)}
        AND NOT EXISTS (SELECT 1 FROM deadline d WHERE d.subject_type = 'fulfilment' AND d.subject_id = f.id) GROUP BY f.obligation_id`),
    measured: read<Standing>(measured.length === 0
      ? Prisma.sql`SELECT NULL::text AS "obligationId", 0 AS kept, 0 AS late, 0 AS broken, 0 AS "atRisk", 0 AS owed WHERE false`
      : Prisma.join(measured.map(({ id, duty, owedBy }) => Prisma.sql`
          SELECT ${id}::text AS "obligationId", ${counts(on)} FROM deadline d WHERE ${dutyOf(scope, valid, duty, owedBy)}`), ' UNION ALL ')),
  })
  const used = rows.used.map(({ obligationId, kept }) => ({ obligationId, kept, late: 0, broken: 0, atRisk: 0, owed: 0 }))
  return merged([...rows.own, ...used, ...rows.measured])
}

/** Clocks of the main line that an article speaks of, begun while it was in force. */
const dutyOf = (scope: Scope, { regionCode, effectiveOn, endsOn }: Valid, duty: string, owedBy: string) => Prisma.sql`
  d.region_code = ${regionCode} AND d.duty = ${duty} AND d.status <> 'cancelled' AND d.audience && ${textArray(scope.tokens)}
  AND d.triggered_on >= ${effectiveOn} ${endsOn ? Prisma.sql`AND d.triggered_on <= ${endsOn}` : Prisma.empty}
  AND d.owed_by_unit_id IN (SELECT id FROM unit WHERE region_code = ${regionCode} AND kind = ANY(${textArray(kindsOf(owedBy))}))`

function merged(rows: readonly Standing[]): Standing[] {
  const found = new Map<string, Standing>()
  for (const row of rows) {
    const before = found.get(row.obligationId)
    found.set(row.obligationId, before
      ? { ...row, kept: before.kept + row.kept, late: before.late + row.late, broken: before.broken + row.broken, atRisk: before.atRisk + row.atRisk, owed: before.owed + row.owed }
      : row)
  }
  return [...found.values()]
}

export const pageSize = 20

export type PromiseRow = {
  readonly id: string
  readonly subjectType: string
  readonly subjectId: string
  readonly title: string
  readonly owedByUnitId: string
  readonly keptTitle: string | null
  readonly clock: RowClock | null
  readonly keptOn: Date | null
}

const statesOf = (on: LocalDate) => {
  const [day, soon] = [dateColumn(on), dateColumn(addDays(on, soonDays))]
  return {
    all: Prisma.sql`true`,
    broken: Prisma.sql`((d.status = 'running' AND d.end_on < ${day}) OR (d.status = 'satisfied' AND d.satisfied_on > d.end_on))`,
    atRisk: Prisma.sql`(d.status = 'running' AND d.end_on BETWEEN ${day} AND ${soon})`,
    owed: Prisma.sql`d.status IN ('running', 'paused')`,
    kept: Prisma.sql`(d.status = 'satisfied' OR d.id IS NULL)`,
  }
}
export type PromiseState = keyof ReturnType<typeof statesOf>

/** The records behind one promise: what is most overdue first, what was kept last. */
export async function listPromiseRows(scope: Scope, obligation: Promised, valid: Valid, { state, page, on }: { state: PromiseState; page: number; on: LocalDate }): Promise<PromiseRow[]> {
  const { duty } = termsSchema.parse(obligation.terms)
  const where = statesOf(on)[state]
  const order = Prisma.sql`ORDER BY (d.status IN ('running', 'paused')) DESC NULLS LAST, d.end_on DESC NULLS LAST, id DESC LIMIT ${pageSize + 1} OFFSET ${(page - 1) * pageSize}`
  return duty
    ? readAlone(read<PromiseRow>(Prisma.sql`
        SELECT d.id, d.subject_type AS "subjectType", d.subject_id AS "subjectId", d.subject_title AS title, d.owed_by_unit_id AS "owedByUnitId",
          NULL::text AS "keptTitle", CASE WHEN d.id IS NULL THEN NULL ELSE ${joinedClockJson} END AS clock, d.satisfied_on AS "keptOn"
        FROM deadline d WHERE ${dutyOf(scope, valid, duty, obligation.owedBy)} AND ${where} ${order}`))
    : readAlone(read<PromiseRow>(Prisma.sql`
        SELECT f.id, 'fulfilment' AS "subjectType", f.id AS "subjectId", coalesce(d.subject_title, f.about_title, f.title) AS title, f.owed_by_unit_id AS "owedByUnitId",
          nullif(f.kept_title, '') AS "keptTitle", CASE WHEN d.id IS NULL THEN NULL ELSE ${joinedClockJson} END AS clock, f.kept_on AS "keptOn"
        FROM fulfilment f LEFT JOIN deadline d ON d.subject_type = 'fulfilment' AND d.subject_id = f.id
        WHERE f.obligation_id = ${obligation.id}::uuid AND f.audience && ${[...scope.tokens]}::text[] AND ${where} ${order}`))
}

export async function findObligation(scope: Scope, id: string) {
  if (!isId(id)) return null
  const seen = Prisma.sql`obligation o JOIN charter c ON c.id = o.charter_id WHERE o.id = ${id}::uuid AND c.audience && ${textArray(scope.tokens)}`
  const { rows: [row], provisions: [provision], charters: [charter] } = await readTogether({
    rows: read<Obligation>(Prisma.sql`SELECT ${columnsOf(Prisma.ObligationScalarFieldEnum, 'o')} FROM ${seen}`),
    provisions: read<Provision>(Prisma.sql`SELECT ${columnsOf(Prisma.ProvisionScalarFieldEnum, 'p')} FROM provision p WHERE p.id IN (SELECT o.provision_id FROM ${seen})`),
    charters: read<Pick<Charter, 'id' | 'title' | 'regionCode' | 'effectiveOn' | 'endsOn' | 'status'>>(Prisma.sql`
      SELECT c.id, c.title, c.region_code AS "regionCode", c.effective_on AS "effectiveOn", c.ends_on AS "endsOn", c.status FROM ${seen}`),
  })
  return row && provision && charter ? { ...row, provision, charter } : null
}

export async function findFulfilment(scope: Scope, id: string) {
  if (!isId(id)) return null
  const seen = Prisma.sql`fulfilment f WHERE f.id = ${id}::uuid AND f.audience && ${textArray(scope.tokens)}`
  const { rows: [row], obligations: [obligation], charters: [charter], clocks, files } = await readTogether({
    rows: read<Fulfilment>(Prisma.sql`SELECT ${columnsOf(Prisma.FulfilmentScalarFieldEnum, 'f')} FROM ${seen}`),
    obligations: read<Pick<Obligation, 'id' | 'title' | 'terms' | 'kind'> & { provision: Pick<Provision, 'article' | 'text'> }>(Prisma.sql`
      SELECT o.id, o.title, o.terms, o.kind, json_build_object('article', p.article, 'text', p.text) AS provision FROM obligation o JOIN provision p ON p.id = o.provision_id
      WHERE o.id IN (SELECT f.obligation_id FROM ${seen})`),
    charters: read<Pick<Charter, 'id' | 'title' | 'drafterUnitId'>>(Prisma.sql`SELECT c.id, c.title, c.drafter_unit_id AS "drafterUnitId" FROM charter c WHERE c.id IN (SELECT f.charter_id FROM ${seen})`),
    clocks: clocksAbout(scope, { type: 'fulfilment', id }), files: filesOf(scope, { type: 'fulfilment', ids: [id] }),
  })
  return row && obligation && charter ? { ...row, obligation, charter, clock: clocks[0] ?? null, files } : null
}

