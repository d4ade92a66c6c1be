import type { Scope } from '@/lib/platform/scope'
import { idArray, nothing, read, textArray, type Read } from '@/lib/platform/together'
import { Prisma } from '@/prisma/generated/client'
import { byPost, waitingStates } from '../rules'
import { type DeskItem, type DeskPage, mostCounted, type WorklistView } from '../schema'
import { type Source, sources } from './sources'

type ItemRow = DeskItem & { readonly total: number }

/**
 * Records in a state that waits for one of this person's roles: those in the person's name first, longest waiting first. What a post does is
 * the person's own too; the rest waits for whoever of the unit holds the role.
 */
export function itemsOf(scope: Scope, view: WorklistView, { take, skip }: DeskPage): Read<ItemRow> {
  const [states, posts] = [waitingStates(scope.roles), waitingStates(byPost(scope.roles))]
  const most = Math.max(mostCounted + 1, skip + take)
  const parts = sources.flatMap((source) => {
    const wanted = (states[source.type] ?? []).filter(source.isOpen ?? (() => true))
    const others = view === 'unit' ? wanted : wanted.filter((state) => posts[source.type]?.includes(state))
    return [
      ...(source.mine && wanted.length > 0 ? [inName(scope, { ...source, mine: source.mine }, wanted, most)] : []),
      ...(source.asked !== 'never' && others.length > 0 ? [ofRole(scope, source, others, most)] : []),
    ]
  })
  if (parts.length === 0) return nothing()
  return read(Prisma.sql`SELECT *, count(*) OVER ()::int AS total FROM (${Prisma.join(parts, ' UNION ALL ')}) waiting ORDER BY mine DESC, since, id LIMIT ${take} OFFSET ${skip}`)
}

const isTheirs = (mine: Prisma.Sql, { people }: Scope) => (people.length === 1 ? Prisma.sql`${mine} = ${people[0]!}::uuid` : Prisma.sql`${mine} = ANY(${idArray(people)})`)

const condition = ({ open, turn }: Source, scope: Scope, states: readonly string[]) => Prisma.join([
  Prisma.sql`x.status = ANY(${textArray(states)})`, ...(open ? [open] : []), ...(turn ? [Prisma.sql`${turn} = ${scope.unitId}::uuid`] : []),
], ' AND ')

const columnsOf = (type: string, mine: boolean) => Prisma.sql`${type} AS type, x.id, x.title, x.status, x.updated_at AS since, ${mine} AS mine`

// By the index of the name: OFFSET 0 keeps the planner from going through everything the unit sees first.
const inName = (scope: Scope, source: Source & { readonly mine: Prisma.Sql }, states: readonly string[], most: number) => Prisma.sql`
  (SELECT ${columnsOf(source.type, true)} FROM (
    SELECT x.id, x.title, x.status, x.updated_at, x.audience FROM ${source.table} WHERE ${isTheirs(source.mine, scope)} AND ${condition(source, scope, states)} ORDER BY x.updated_at, x.id OFFSET 0) x
  WHERE x.audience && ${textArray(scope.tokens)} LIMIT ${most})`

function ofRole(scope: Scope, source: Source, states: readonly string[], most: number): Prisma.Sql {
  const { type, table, mine, asked, administered } = source
  const where = Prisma.join([
    administered?.(scope) ?? Prisma.sql`x.audience && ${textArray(scope.tokens)}`, condition(source, scope, states),
    ...(mine ? [Prisma.sql`(${isTheirs(mine, scope)}) IS NOT TRUE`] : []), ...(asked && asked !== 'never' ? [asked] : []),
  ], ' AND ')
  return Prisma.sql`(SELECT ${columnsOf(type, false)} FROM ${table} WHERE ${where} ORDER BY x.updated_at, x.id LIMIT ${most})`
}

export const toDeskItem = (row: ItemRow): ItemRow => ({ ...row, since: new Date(row.since) })
