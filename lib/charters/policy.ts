import { allow, deny, hide, holds, type SubjectRow, type Verdict } from '@/lib/engine/procedure/feature'
import type { Actor } from '@/lib/platform/scope'
import { draftingKinds, drafters } from './rules/posts'

export type CharterRow = SubjectRow & {
  readonly drafterUnitId: string
  readonly endsOn: Date | null
  readonly signers: readonly { readonly unitId: string; readonly ordinal: number; readonly signedOn: Date | null }[]
  readonly provisions: readonly unknown[]
}

/** Whose turn it is to sign. */
export const nextSigner = <S extends CharterRow['signers'][number]>(signers: readonly S[]): S | undefined =>
  [...signers].sort((a, b) => a.ordinal - b.ordinal).find(({ signedOn }) => signedOn === null)

export function charterPolicy(actor: Actor, step: string, row: CharterRow | null): Verdict {
  if (row === null) return draftingKinds.includes(actor.unitKind) ? allow : hide('charters.deny.drafter')
  if (step === 'sign') return nextSigner(row.signers)?.unitId === actor.unitId ? allow : hide('charters.deny.turn')
  if (actor.unitId !== row.drafterUnitId) return hide('charters.deny.drafter')
  if (step === 'signOnPaper') return nextSigner(row.signers) ? allow : hide('charters.deny.turn')
  if (step === 'startSigning') {
    if (row.provisions.length === 0) return deny('charters.deny.noText')
    return row.signers.length === 0 ? deny('charters.deny.noSigners') : allow
  }
  if (step === 'addObligation' && row.provisions.length === 0) return deny('charters.deny.noText')
  if (step === 'repeal' && row.endsOn !== null) return hide('charters.deny.ended')
  return allow
}

export type FulfilmentRow = SubjectRow & {
  readonly owedByUnitId: string
  readonly obligation: { readonly terms: unknown }
  readonly charter: { readonly drafterUnitId: string }
}

export function fulfilmentPolicy(actor: Actor, step: string, row: FulfilmentRow | null): Verdict {
  if (row === null || step === 'keepByStep') return allow
  if (step === 'waive') return actor.unitId === row.charter.drafterUnitId && holds(actor, ...drafters) ? allow : hide('charters.deny.drafter')
  if (actor.unitId !== row.owedByUnitId) return hide('charters.deny.owing')
  return (row.obligation.terms as { keptBy?: string }).keptBy ? hide('charters.deny.byStep') : allow
}

export type QuestionRow = SubjectRow & {
  readonly askedByUnitId: string
  readonly agreedUnitIds: readonly string[]
  readonly interpreterIds: readonly string[]
}

export function questionPolicy(actor: Actor, step: string, row: QuestionRow | null): Verdict {
  if (row === null) return allow
  if (!row.interpreterIds.includes(actor.unitId)) return hide('charters.deny.interpreter')
  return step === 'agree' && row.agreedUnitIds.includes(actor.unitId) ? deny('charters.deny.agreed') : allow
}
