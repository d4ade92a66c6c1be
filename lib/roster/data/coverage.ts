import { now, today } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { isId } from '@/lib/platform/id'
import type { UnitKind } from '@/lib/platform/roles'
import { worksInPlace, type Scope } from '@/lib/platform/scope'
import { textArray } from '@/lib/platform/together'
import { findMainLiaisons } from '@/lib/units/data/liaisons'
import { watchingKinds } from '@/lib/units/schema'

export type CoverageState = 'noAccount' | 'noLiaison' | 'silent' | 'active'
export type CoverageRow = {
  readonly id: string
  readonly name: string
  readonly kind: UnitKind
  readonly liaison: string | null
  readonly people: number
  readonly lastSeenAt: Date | null
  /** What it owes, and how much of that is over its day, as far as the reader may see. */
  readonly open: number
  readonly overdue: number
  readonly state: CoverageState
}

const most = 500
const day = 86_400_000

/** Every body of the place that works with the others: who answers for it, when somebody last signed in or did something, what it owes. Silent ones first. */
export async function listCoverage(scope: Scope, silentDays: number): Promise<CoverageRow[]> {
  if (!worksInPlace(scope)) return []
  const since = new Date(now().getTime() - silentDays * day)
  const rows = await db.$queryRaw<Omit<CoverageRow, 'state' | 'liaison'>[]>`
    SELECT u.id, u.short_name AS name, u.kind, p.people, greatest(p.last, a.last) AS "lastSeenAt", d.open, d.overdue
    FROM unit u
    LEFT JOIN LATERAL (
      SELECT count(*)::int AS people, max((SELECT max(created_at) FROM sign_in_session WHERE user_id = q.id)) AS last FROM app_user q WHERE q.unit_id = u.id AND q.active
    ) p ON true
    LEFT JOIN (SELECT unit_id, max(at) AS last FROM audit_event WHERE stream = ${scope.regionCode} AND at >= ${since} AND result = 'done' GROUP BY unit_id) a ON a.unit_id = u.id
    LEFT JOIN LATERAL (
      SELECT count(*)::int AS open, count(*) FILTER (WHERE d.end_on < ${today()}::date)::int AS overdue FROM deadline d
      WHERE d.owed_by_unit_id = u.id AND d.status = 'running' AND d.triggered_on <= ${today()}::date AND d.audience && ${textArray(scope.tokens)}
    ) d ON true
    WHERE u.region_code = ${scope.regionCode} AND u.active AND u.kind <> ALL(${textArray(watchingKinds)})
    ORDER BY u.kind, u.name LIMIT ${most}`
  const order: readonly CoverageState[] = ['noAccount', 'noLiaison', 'silent', 'active']
  const liaisons = await findMainLiaisons(scope, rows.map(({ id }) => id))
  return rows.map((row) => {
    const liaison = liaisons.get(row.id) ?? null
    return { ...row, liaison, state: stateOf({ ...row, liaison }, since) }
  }).sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state))
}

function stateOf({ people, liaison, lastSeenAt }: Omit<CoverageRow, 'state'>, since: Date): CoverageState {
  if (people === 0) return 'noAccount'
  if (liaison === null) return 'noLiaison'
  return lastSeenAt === null || lastSeenAt < since ? 'silent' : 'active'
}

/** A body of the own place, with who answers for it. */
export async function findBody(scope: Scope, id: string): Promise<{ id: string; name: string; kind: UnitKind; liaison: string | null } | null> {
  if (!isId(id) || !worksInPlace(scope)) return null
  const rows = await db.$queryRaw<{ id: string; name: string; kind: UnitKind }[]>`
    SELECT u.id, u.name, u.kind FROM unit u WHERE u.id = ${id}::uuid AND u.region_code = ${scope.regionCode} AND u.active`
  return rows[0] ? { ...rows[0], liaison: (await findMainLiaisons(scope, [id])).get(id) ?? null } : null
}
