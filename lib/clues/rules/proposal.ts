import type { FieldErrors } from '@/lib/platform/errors'
import type { ProposeInput } from '../schema'

type Proposal = Pick<ProposeInput, 'outcome' | 'inDomain' | 'agencyIds' | 'powerItemIds' | 'transferKind' | 'transferUnitId' | 'transferredTo' | 'mergedIntoId'>

/** What each proposal needs to be one. */
export function proposalErrors(input: Proposal): FieldErrors {
  const missing = 'errors.field.required'
  switch (input.outcome) {
    case 'open':
      if (input.inDomain === 'no') return { inDomain: 'clues.refuse.outsideDomain' }
      return input.agencyIds.length === 0 && input.powerItemIds.length === 0 ? { agencyIds: 'clues.refuse.noAgency' } : {}
    case 'transfer':
      if (!input.transferKind) return { transferKind: missing }
      if (input.transferKind === 'procuratorate' && !input.transferUnitId) return { transferUnitId: missing }
      return !input.transferUnitId && !input.transferredTo ? { transferredTo: missing } : {}
    case 'merge':
      return input.mergedIntoId ? {} : { mergedIntoId: missing }
    default:
      return {}
  }
}
