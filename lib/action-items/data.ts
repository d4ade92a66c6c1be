import { listClocksAbout } from '@/lib/engine/deadlines/record-clocks'
import { clockJson, type RowClock } from '@/lib/engine/deadlines/row-clock'
import { dateColumn, today } from '@/lib/platform/clock'
import { isId } from '@/lib/platform/id'
import type { Scope } from '@/lib/platform/scope'
import { columnsOf, read, readAlone, textArray } from '@/lib/platform/together'
import { type ActionItem, type ActionItemProgress, Prisma } from '@/prisma/generated/client'
import type { ActionItemFilter, ActionItemState } from './schema'

export const pageSize = 20

export type ActionItemListRow = {
  readonly id: string
  readonly title: string
  readonly sourceType: string
  readonly sourceTitle: string | null
  readonly ownerId: string
  readonly giverId: string
  readonly status: ActionItemState
  readonly clock: RowClock | null
}

const columns = Prisma.sql`x.id, x.title, x.source_type AS "sourceType", x.source_title AS "sourceTitle", x.owner_id AS "ownerId", x.giver_id AS "giverId", x.status, d.clock`
// A clock sent back runs again; the last one started is the one that counts.
const clockOf = Prisma.sql`LEFT JOIN LATERAL (
  SELECT ${clockJson} AS clock
  FROM deadline WHERE subject_type = 'actionItem' AND subject_id = x.id ORDER BY id DESC LIMIT 1) d ON true`

const sideOf = (scope: Scope, side: ActionItemFilter['side']) =>
  ({ owed: [Prisma.sql`x.owner_id = ${scope.unitId}::uuid`], given: [Prisma.sql`x.giver_id = ${scope.unitId}::uuid`], all: [] })[side]

const stateOf = (show: ActionItemFilter['show']) => ({
  open: [Prisma.sql`x.status IN ('open', 'reported')`], overdue: [Prisma.sql`x.status = 'open' AND x.due_on < ${dateColumn(today())}::date`],
  done: [Prisma.sql`x.status IN ('confirmed', 'cancelled')`], all: [],
})[show]

/** Tasks the unit owes, has given, or may read: what is due first stands first, what is over last. */
export async function listActionItems(scope: Scope, { side, show, source, unit, page }: ActionItemFilter): Promise<ActionItemListRow[]> {
  const conditions = [
    Prisma.sql`x.audience && ${[...scope.tokens]}::text[]`, ...sideOf(scope, side), ...stateOf(show),
    ...(source ? [Prisma.sql`x.source_type = ${source}`] : []), ...(unit ? [Prisma.sql`(x.owner_id = ${unit}::uuid OR x.giver_id = ${unit}::uuid)`] : []),
  ]
  return readAlone(read<ActionItemListRow>(Prisma.sql`
    SELECT ${columns} FROM action_item x ${clockOf} WHERE ${Prisma.join(conditions, ' AND ')}
    ORDER BY x.status IN ('confirmed', 'cancelled'), x.due_on, x.id LIMIT ${pageSize + 1} OFFSET ${(page - 1) * pageSize}`))
}

const mostOfSource = 200

/** Tasks that came out of these records, in the order they were given. */
export async function listItemsOf(scope: Scope, sourceIds: readonly string[]): Promise<(ActionItemListRow & { readonly sourceId: string })[]> {
  return readAlone(read<ActionItemListRow & { sourceId: string }>(Prisma.sql`
    SELECT ${columns}, x.source_id AS "sourceId" FROM action_item x ${clockOf}
    WHERE x.source_id = ANY(${[...sourceIds]}::uuid[]) AND x.audience && ${[...scope.tokens]}::text[] ORDER BY x.created_at, x.id LIMIT ${mostOfSource}`))
}

/** A task with what was told of it. */
export async function findActionItem(scope: Scope, id: string) {
  if (!isId(id)) return null
  const seen = Prisma.sql`action_item x WHERE x.id = ${id}::uuid AND x.audience && ${textArray(scope.tokens)}`
  const [[row], progress, clocks] = await Promise.all([
    readAlone(read<ActionItem>(Prisma.sql`SELECT ${columnsOf(Prisma.ActionItemScalarFieldEnum, 'x')} FROM ${seen}`)),
    readAlone(read<ActionItemProgress>(Prisma.sql`
      SELECT ${columnsOf(Prisma.ActionItemProgressScalarFieldEnum, 'p')} FROM action_item_progress p WHERE p.item_id IN (SELECT x.id FROM ${seen}) ORDER BY p.told_at, p.id`)),
    listClocksAbout(scope, { type: 'actionItem', id }, 'newest'),
  ])
  return row ? { ...row, progress, clocks } : null
}

