import type { FieldErrors } from '@/lib/platform/errors'
import type { Penalty } from '../schema'

type Answer = { readonly penaltyKnown: 'yes' | 'no' | 'unclear'; readonly penalty?: Penalty }

/**
 * A body the opinion of its place binds says whether it punished already, and a yes comes with number, date, result, statute and the
 * decision itself. Everybody else may answer that it is not clear.
 */
export function penaltyErrors(bound: boolean, { penaltyKnown, penalty }: Answer): FieldErrors {
  if (penaltyKnown === 'unclear') return bound ? { penaltyKnown: 'clues.refuse.penaltyAnswer' } : {}
  if (penaltyKnown === 'no') return {}
  if (!penalty) return { 'penalty.document': 'errors.field.required' }
  return bound && !penalty.fileId ? { 'penalty.fileId': 'clues.refuse.penaltyFile' } : {}
}
