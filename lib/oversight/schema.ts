import { z } from 'zod'
import { id, longText, shortText, unitId } from '@/lib/platform/fields'

export const filingStates = ['received', 'noted', 'advised', 'answered'] as const
export const requestStates = ['asked', 'granted', 'refused'] as const
export const supervisionStates = ['ordered', 'reported', 'closed'] as const
export const matterKinds = ['filing', 'superiorRequest', 'supervision'] as const
export type MatterKind = (typeof matterKinds)[number]

/** What the superior wants done about a letter filed with it. */
export const wantedOutcomes = ['consider', 'change', 'withdraw'] as const

const caseId = () => id().meta({ input: 'select', options: 'cases' })
const clueId = () => id().meta({ input: 'select', options: 'clues' })
/** A 检察文书 is signed in the office's own system: who approved it there, and its number. */
const decided = { approver: shortText(40), number: shortText(60).optional() }

/** Taken by `recommendation.reportForRecord`. */
export const receiveInput = z.object({ recommendationId: id(), superiorId: id(), summary: longText(1, 4000) })
export const noteInput = z.object({ opinion: longText(2, 1000).optional() })
export const adviseInput = z.object({ wanted: z.enum(wantedOutcomes), opinion: longText(5, 2000), ...decided })
export const answerInput = z.object({ report: longText(5, 2000) })

export const askExtensionInput = z.object({ caseId: caseId(), reason: longText(10, 2000) })
export const askDesignationInput = z.object({ clueId: clueId(), reason: longText(10, 2000) })
export const grantExtensionInput = z.object({ opinion: longText(5, 2000), ...decided })
export const designateInput = z.object({ designatedId: unitId('inferiors'), opinion: longText(5, 2000), ...decided })
export const refuseInput = z.object({ opinion: longText(5, 2000), approver: shortText(40) })

export const orderInput = z.object({ caseId: caseId(), demands: longText(5, 2000), ...decided })
export const reportInput = z.object({ report: longText(10, 4000) })
export const returnInput = z.object({ opinion: longText(5, 1000) })
export const closeInput = z.object({ opinion: longText(2, 1000) })

/** The filter of the list, as it stands in the address. */
export const oversightQuery = z.object({
  kind: z.enum(matterKinds).optional().catch(undefined),
  show: z.enum(['open', 'all']).catch('open'),
  unit: z.uuid().optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(500).catch(1),
})
export type OversightFilter = z.infer<typeof oversightQuery>
