import type { Scope } from '@/lib/platform/scope'
import type { Ground } from '@/tests/support/doors/ground'

const { db } = await import('@/lib/platform/db')
const actionItems = await import('@/lib/action-items/data')
const observers = await import('@/lib/meetings/data/observer')

type Read = { readonly sees: readonly string[]; readonly call: (scope: Scope) => unknown }
type Cast = { readonly office: readonly string[]; readonly agency: readonly string[]; readonly above: readonly string[] }

/** Reads of what the units of a place do together: tasks, meetings. */
export const readsOf = ({ office, agency, above }: Cast, ground: () => Ground): Record<string, Read> => ({
  'action-items.listActionItems': { sees: [...office, ...agency, ...above], call: (scope) => actionItems.listActionItems(scope, { side: 'all', show: 'all', page: 1 }) },
  'action-items.listActionItems owed': { sees: agency, call: (scope) => actionItems.listActionItems(scope, { side: 'owed', show: 'all', page: 1 }) },
  'action-items.listItemsOf': {
    sees: [...office, ...agency, ...above],
    call: async (scope) => {
      const { sourceId } = await db.actionItem.update({ where: { id: ground().itemId }, data: { sourceId: ground().observerId } })
      return actionItems.listItemsOf(scope, [sourceId!])
    },
  },
  'action-items.findActionItem': { sees: [...office, ...agency, ...above], call: (scope) => actionItems.findActionItem(scope, ground().itemId) },
  'meetings.listObservers': { sees: [...office, ...agency, ...above], call: (scope) => observers.listObservers(scope, { show: 'all', page: 1 }) },
  'meetings.findObserver': { sees: [...office, ...agency, ...above], call: (scope) => observers.findObserver(scope, ground().observerId) },
})
