import { clockJson, type RowClock } from '@/lib/engine/deadlines/row-clock'
import type { Scope } from '@/lib/platform/scope'
import { read, readAlone, textArray } from '@/lib/platform/together'
import { Prisma } from '@/prisma/generated/client'
import { endedStates, undertakingKinds } from '../rules/kinds'
import type { UndertakingFilter, UndertakingState } from '../schema'

export const pageSize = 20

export type UndertakingListRow = {
  readonly id: string
  readonly kind: string
  readonly title: string
  readonly status: UndertakingState
  readonly ownerId: string
  readonly ownerName: string
  readonly startsOn: Date | null
  readonly endsOn: Date | null
  readonly outcome: string | null
  readonly targets: number
  readonly struck: number
  readonly clock: RowClock | null
}

const visible = (scope: Scope): Prisma.Sql => Prisma.sql`x.audience && ${textArray(scope.tokens)}`
const solved = undertakingKinds.flatMap(({ key, end }) => end.outcomes.filter((outcome) => outcome.solved).map((outcome) => `${key} ${outcome.key}`))
const isSolved = Prisma.sql`(x.status IN ('settled', 'closed') AND x.kind || ' ' || x.outcome = ANY(${textArray(solved)}))`

function conditions(scope: Scope, { kind, show, side, solved: only }: UndertakingFilter): Prisma.Sql {
  const own = Prisma.sql`${scope.unitId}::uuid`
  const ended = textArray(endedStates)
  return Prisma.join([
    visible(scope),
    ...(kind ? [Prisma.sql`x.kind = ${kind}`] : []),
    ...(show === 'raised' ? [Prisma.sql`x.status = 'raised'`] : []),
    ...(show === 'open' ? [Prisma.sql`x.status <> ALL(${ended})`] : show === 'ended' ? [Prisma.sql`x.status = ANY(${ended})`] : []),
    ...(side === 'own' ? [Prisma.sql`x.owner_id = ${own}`] : side === 'asked' ? [Prisma.sql`p.status IS NOT NULL`] : []),
    ...(only ? [isSolved] : []),
  ], ' AND ')
}

/** What goes on together in the place: what is open first, the latest first. */
export async function listUndertakings(scope: Scope, filter: UndertakingFilter): Promise<UndertakingListRow[]> {
  return readAlone(read<UndertakingListRow>(Prisma.sql`
    SELECT x.id, x.kind, x.title, x.status, x.owner_id AS "ownerId", o.short_name AS "ownerName", x.starts_on AS "startsOn", x.ends_on AS "endsOn", x.outcome,
      t.targets, t.struck, d.clock
    FROM undertaking x JOIN unit o ON o.id = x.owner_id
    LEFT JOIN participation p ON p.undertaking_id = x.id AND p.unit_id = ${scope.unitId}::uuid
    LEFT JOIN LATERAL (SELECT count(*)::int AS targets, count(t.struck_on)::int AS struck FROM undertaking_target t WHERE t.undertaking_id = x.id) t ON true
    LEFT JOIN LATERAL (
      SELECT ${clockJson} AS clock
      FROM deadline WHERE subject_type = 'undertaking' AND subject_id = x.id AND status = 'running' AND audience && ${textArray(scope.tokens)} ORDER BY end_on, id LIMIT 1
    ) d ON true
    WHERE ${conditions(scope, filter)}
    ORDER BY x.status = ANY(${textArray(endedStates)}), x.updated_at DESC, x.id LIMIT ${pageSize + 1} OFFSET ${(filter.page - 1) * pageSize}`))
}

export type KindTally = { readonly kind: string; readonly open: number; readonly ended: number; readonly solved: number }

/** How many of each kind, each counted once; what is solved has its result on record. */
export async function listTallies(scope: Scope): Promise<KindTally[]> {
  return readAlone(read<KindTally>(Prisma.sql`
    SELECT x.kind, count(*) FILTER (WHERE x.status <> ALL(${textArray(endedStates)}))::int AS open, count(*) FILTER (WHERE x.status = ANY(${textArray(endedStates)}))::int AS ended,
      count(*) FILTER (WHERE ${isSolved})::int AS solved
    FROM undertaking x WHERE ${visible(scope)} GROUP BY x.kind ORDER BY x.kind`))
}

export type RiskRow = { readonly id: string; readonly title: string; readonly status: string; readonly likelihood: number | null; readonly harm: number | null; readonly measure: string | null; readonly ownerName: string; readonly rated: number }

const mostRisks = 200
/** Open risks of the place, the gravest first, those not yet agreed on last. */
export async function listRisks(scope: Scope): Promise<RiskRow[]> {
  const rated = undertakingKinds.filter((kind) => kind.rated).map(({ key }) => key)
  return readAlone(read<RiskRow>(Prisma.sql`
    SELECT x.id, x.title, x.status, x.likelihood, x.harm, x.measure, o.short_name AS "ownerName", (SELECT count(*)::int FROM risk_rating r WHERE r.undertaking_id = x.id) AS rated
    FROM undertaking x JOIN unit o ON o.id = x.owner_id
    WHERE x.kind = ANY(${textArray(rated)}) AND x.status IN ('running', 'raised') AND ${visible(scope)}
    ORDER BY x.likelihood * x.harm DESC NULLS LAST, x.id LIMIT ${mostRisks}`))
}

export type RepeatedFault = { readonly unit: string; readonly fault: string; readonly files: number; readonly reviews: number }
/** S4-24: the same fault in several files of the same unit, over all reviews one may read. */
export async function listRepeatedFaults(scope: Scope): Promise<RepeatedFault[]> {
  return readAlone(read<RepeatedFault>(Prisma.sql`
    SELECT t.unit_name AS unit, f.fault, count(DISTINCT t.id)::int AS files, count(DISTINCT x.id)::int AS reviews
    FROM file_verdict v CROSS JOIN LATERAL unnest(v.faults) AS f(fault) JOIN undertaking_target t ON t.id = v.target_id JOIN undertaking x ON x.id = t.undertaking_id
    WHERE t.unit_name IS NOT NULL AND ${visible(scope)}
    GROUP BY t.unit_name, f.fault HAVING count(DISTINCT t.id) > 1 ORDER BY files DESC, unit, f.fault LIMIT 50`))
}
