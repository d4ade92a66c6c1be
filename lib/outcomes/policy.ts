import { allow, deny, denyOwn, hide, holds, type SubjectRow, type Verdict } from '@/lib/engine/procedure/feature'
import type { Actor } from '@/lib/platform/scope'
import { kindOf } from './rules/kinds'
import { enterers } from './schema'

export type OutcomeRow = SubjectRow & {
  readonly kind: string
  readonly procuratorateId: string
  readonly agencyId: string
  readonly memberIds: readonly string[]
  readonly enteredById: string
  readonly openPoints: number
  readonly reportedPoints: number
  readonly struckPoints: number
  readonly checks: number
}

const entering: ReadonlySet<string> = new Set(['reportPoint', 'addPoints'])
const judging: ReadonlySet<string> = new Set(['confirm', 'confirmByCheck', 'strikeOff'])

/** The team of the case and the agency enter; the office confirms, and nobody his own word. */
export function outcomePolicy(actor: Actor, step: string, row: OutcomeRow | null): Verdict {
  if (row === null) return actor.unitKind === 'court' ? hide('outcomes.deny.parties') : allow
  const office = actor.unitId === row.procuratorateId
  if (!office && !(entering.has(step) && actor.unitId === row.agencyId)) return hide('outcomes.deny.parties')
  if (office && (entering.has(step) || judging.has(step)) && !mayHandle(actor, row)) return deny('outcomes.deny.team')
  return standing(actor, step, row)
}

const mayHandle = (actor: Actor, { memberIds }: OutcomeRow): boolean => memberIds.includes(actor.userId) || holds(actor, 'departmentHead', 'chiefProsecutor')

function standing(actor: Actor, step: string, row: OutcomeRow): Verdict {
  const listed = kindOf(row.kind).entry === 'points'
  switch (step) {
    case 'confirm':
      return actor.userId === row.enteredById ? denyOwn('outcomes.deny.own') : allow
    case 'confirmByCheck':
      return row.checks > 0 ? allow : deny('outcomes.deny.noCheck')
    case 'reportPoint':
      return row.openPoints > 0 ? allow : hide('outcomes.deny.noPoint')
    case 'strikeOff':
      return row.reportedPoints > 0 ? allow : deny('outcomes.deny.noReport')
    case 'returnPoint':
      return listed && row.reportedPoints + row.struckPoints > 0 ? allow : hide('outcomes.deny.noPoint')
    default:
      return allow
  }
}

type Enterable = Pick<OutcomeRow, 'procuratorateId' | 'agencyId' | 'memberIds'>

/** Whether this person may enter what a case achieved: its team, and the agency. */
export const mayEnter = (actor: Actor, { procuratorateId, agencyId, memberIds }: Enterable): boolean =>
  holds(actor, ...enterers) && (actor.unitId === agencyId || (actor.unitId === procuratorateId && memberIds.includes(actor.userId)))
