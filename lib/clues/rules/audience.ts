import { unitToken } from '@/lib/platform/scope'
import type { ClueState } from '../schema'

type Parties = { readonly senderUnitId: string; readonly receiverUnitId: string }

/**
 * Who sees a clue: sender and receiver. A court's draft that no judge has approved is the court's alone; what the
 * procuratorate once received it keeps seeing.
 */
export function clueAudience({ senderUnitId, receiverUnitId }: Parties, state: ClueState, receivedBefore = false): string[] {
  const own = unitToken(senderUnitId)
  const theirs = unitToken(receiverUnitId)
  const sent = receivedBefore || !(state === 'awaitingApproval' || state === 'returned')
  return sent ? [...new Set([own, theirs])] : [own]
}

/** Evaluation, review and refusal go on inside: the sender sees one stage for all of them. */
const inside: readonly ClueState[] = ['registered', 'proposed', 'reviewed']

export const shownState = (state: ClueState, inner: boolean): ClueState => (!inner && inside.includes(state) ? 'registered' : state)

/** The states a filter on a shown stage stands for. */
export const statesShownAs = (stage: ClueState, inner: boolean): readonly ClueState[] =>
  inner ? [stage] : inside.includes(stage) ? inside : [stage]
