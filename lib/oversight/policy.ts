import { allow, hide, type SubjectRow, type Verdict } from '@/lib/engine/procedure/feature'
import type { Actor } from '@/lib/platform/scope'

export type MatterRow = SubjectRow & {
  readonly kind: string
  readonly about: string
  readonly superiorId: string
  readonly inferiorId: string
}

const ofSuperior: ReadonlySet<string> = new Set(['note', 'advise', 'grantExtension', 'designate', 'refuse', 'order', 'returnReport', 'close'])
const aboutOf: Readonly<Record<string, string>> = { grantExtension: 'extension', designate: 'designation' }

/** Which of the two requests a step decides. */
export const concerns = (step: string, about: string): boolean => (aboutOf[step] ?? about) === about

/** Each side takes its own steps only; which one a person is on the matter itself says, not the role. */
export function oversightPolicy(actor: Actor, step: string, row: MatterRow | null): Verdict {
  if (actor.unitKind !== 'procuratorate') return hide('oversight.deny.procuratorate')
  if (row === null) return step === 'order' && actor.inferiorUnitIds.length === 0 ? hide('oversight.deny.superior') : allow
  if (!concerns(step, row.about)) return hide('oversight.deny.otherRequest')
  if (ofSuperior.has(step)) return actor.unitId === row.superiorId ? allow : hide('oversight.deny.superior')
  return actor.unitId === row.inferiorId ? allow : hide('oversight.deny.inferior')
}
