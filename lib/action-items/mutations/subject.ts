import type { Outcome, Subject } from '@/lib/engine/procedure/feature'
import { now } from '@/lib/platform/clock'
import type { ActionItem } from '@/prisma/generated/client'

export type Item = ActionItem

export const actionItemSubject: Subject<Item> = {
  type: 'actionItem',
  async lock(tx, id, scope) {
    const found = await tx.$queryRaw<unknown[]>`SELECT 1 FROM action_item WHERE id = ${id}::uuid AND audience && ${[...scope.tokens]}::text[] FOR UPDATE`
    return found.length === 0 ? null : tx.actionItem.findUniqueOrThrow({ where: { id } })
  },
  async move(tx, id, version, status) {
    return (await tx.actionItem.updateMany({ where: { id, version }, data: { status, version: { increment: 1 }, updatedAt: now() } })).count
  },
}

export const itemOutcome = (row: Pick<Item, 'id' | 'regionCode' | 'title' | 'audience' | 'ownerId' | 'giverId'>, more: Partial<Outcome> = {}): Outcome => ({
  id: row.id, regionCode: row.regionCode, title: row.title, audience: row.audience, parties: { owner: row.ownerId, giver: row.giverId }, ...more,
})
