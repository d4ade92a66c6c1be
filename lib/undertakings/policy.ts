import { allow, deny, hide, type SubjectRow, type Verdict } from '@/lib/engine/procedure/feature'
import type { Actor } from '@/lib/platform/scope'
import { kindOf, kindsFor } from './rules/kinds'

export type UndertakingRow = SubjectRow & {
  readonly kind: string
  readonly ownerId: string
  readonly boardId: string | null
  readonly drawSeed: string | null
  readonly joinedIds: readonly string[]
  readonly ratedIds: readonly string[]
}

const ofOwner: ReadonlySet<string> = new Set(['edit', 'discard', 'publish', 'invite', 'addTargets', 'draw', 'agree', 'review', 'revisit', 'withdraw'])

/** Which steps a kind has at all. */
function hasStep({ kind, drawSeed }: UndertakingRow, step: string): boolean {
  const { targets, rated, yearly, raisesTo, with: invited } = kindOf(kind)
  const only: Readonly<Record<string, boolean>> = {
    addTargets: targets === 'list', strikeOff: targets === 'list', draw: targets === 'sample' && drawSeed === null, assess: targets === 'sample' && drawSeed !== null,
    rate: rated, agree: rated, review: yearly, raise: raisesTo.length > 0, invite: invited.length > 0,
  }
  return only[step] ?? true
}

const both = 2

/** The unit that began it runs it; who takes part writes and ticks off; once it went up, the body above closes it. */
export function undertakingPolicy(actor: Actor, step: string, row: UndertakingRow | null): Verdict {
  if (row === null) return kindsFor(actor.unitKind).length > 0 ? allow : hide('undertakings.deny.begin')
  const owner = actor.unitId === row.ownerId
  const above = row.status === 'raised' && actor.unitId === row.boardId
  if (!hasStep(row, step)) return hide('undertakings.deny.kind')
  if (step === 'close') return (row.status === 'raised' ? above : owner) ? allow : hide('undertakings.deny.owner')
  if (ofOwner.has(step) && !owner) return hide('undertakings.deny.owner')
  if (!owner && !above && !row.joinedIds.includes(actor.unitId)) return hide('undertakings.deny.part')
  if (step === 'agree' && row.ratedIds.length < both) return deny('undertakings.deny.bothRate')
  return allow
}

export type ParticipationRow = SubjectRow & { readonly unitId: string; readonly ownerId: string }

/** The unit that was asked answers; from paper whoever asked. */
export function participationPolicy(actor: Actor, step: string, row: ParticipationRow | null): Verdict {
  if (row === null || step === 'end') return allow
  if (step === 'answerOnPaper') return actor.unitId === row.ownerId ? allow : hide('undertakings.deny.owner')
  return actor.unitId === row.unitId ? allow : hide('undertakings.deny.part')
}
