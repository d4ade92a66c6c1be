import { allow, hide, type SubjectRow, type Verdict } from '@/lib/engine/procedure/feature'
import type { Actor } from '@/lib/platform/scope'
import { bearerKinds, lawOfficeKinds } from './schema'

export type PowerItemRow = SubjectRow & {
  readonly unitId: string
  /** Of the doubt not yet settled. */
  readonly settlerId: string | null
  readonly doubterId: string | null
  /** Somebody of the office that settles it works here. */
  readonly settlerPeopled: boolean
  /** A revision or an end of it is announced for a day to come. */
  readonly changeAhead: boolean
  /** Whose settlement of a doubt announced that. */
  readonly changedById: string | null
}

export const isLawOffice = (actor: Pick<Actor, 'unitKind'>): boolean => lawOfficeKinds.includes(actor.unitKind)

/** A body keeps its own entries, the rule-of-law office of the place those of all; any other body of the place may doubt one. */
export function powerItemPolicy(actor: Actor, step: string, row: PowerItemRow | null): Verdict {
  if (step === 'succeed' || step === 'void') return allow
  if (row === null) return bearerKinds.includes(actor.unitKind) || isLawOffice(actor) ? allow : hide('powers.deny.registrar')
  const keeps = actor.unitId === row.unitId || (isLawOffice(actor) && actor.regionCode === row.regionCode)
  switch (step) {
    case 'doubt':
      return keeps || actor.regionCode !== row.regionCode ? hide('powers.deny.ownEntry') : allow
    case 'settle':
      return actor.unitId === row.settlerId ? allow : hide('powers.deny.settler')
    case 'settleOnPaper':
      if (row.settlerPeopled) return hide('powers.deny.peopled')
      return actor.unitId === row.doubterId && actor.unitId !== row.settlerId ? allow : hide('powers.deny.doubter')
    case 'takeBack':
      if (!row.changeAhead) return hide('powers.deny.notAhead')
      return keeps && (row.changedById === null || actor.unitId === row.changedById) ? allow : hide('powers.deny.registrar')
    default:
      return keeps ? allow : hide('powers.deny.registrar')
  }
}
