import { allow, deny, hide, holds, type SubjectRow, type Verdict } from '@/lib/engine/procedure/feature'
import type { Actor } from '@/lib/platform/scope'
import { fewestCases } from './schema'

export type CaseFamilyRow = SubjectRow & {
  readonly procuratorateId: string
  readonly leadId: string
  /** Its cases now. */
  readonly caseIds: readonly string[]
  /** Opinions being written or signed. */
  readonly pending: number
}

const ofLead: ReadonlySet<string> = new Set(['close', 'reopen', 'setLead'])
const onePending: ReadonlySet<string> = new Set(['raise', 'close'])

/** The office whose cases they are keeps the family; its lead or the head of the department ends it. */
export function caseFamilyPolicy(actor: Actor, step: string, row: CaseFamilyRow | null): Verdict {
  if (row === null) return actor.unitKind === 'procuratorate' ? allow : hide('caseFamilies.deny.office')
  if (step === 'handOver') return allow
  if (actor.unitId !== row.procuratorateId) return hide('caseFamilies.deny.office')
  if (onePending.has(step) && row.pending > 0) return deny('caseFamilies.deny.pending')
  if (step === 'removeCase' && row.caseIds.length <= fewestCases) return deny('caseFamilies.deny.fewest')
  if (ofLead.has(step) && actor.userId !== row.leadId && !holds(actor, 'departmentHead', 'chiefProsecutor')) return deny('caseFamilies.deny.lead')
  return allow
}
