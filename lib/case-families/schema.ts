import { z } from 'zod'
import { fileIds, id, longText, shortText, userId } from '@/lib/platform/fields'
import type { Role } from '@/lib/platform/roles'

export const caseFamilyStates = ['open', 'raised', 'closed'] as const
export type CaseFamilyState = (typeof caseFamilyStates)[number]
/** 治理见效, 转为制度, 不再跟踪. */
export const results = ['effective', 'institution', 'dropped'] as const
export type FamilyResult = (typeof results)[number]
/** A family is no single case. */
export const fewestCases = 2

/** Who works on families in an office. */
export const writers: readonly Role[] = ['prosecutor', 'prosecutorAssistant', 'departmentHead', 'policyDepartment']

const ids = (least: number) => z.preprocess((value) => (typeof value === 'string' ? [value] : value), z.array(id()).min(least, 'field.choose').max(200))
const common = { cause: longText(5, 2000), demand: longText(5, 2000) }

export const formInput = z.object({ title: shortText(80), domain: shortText(40), ...common, leadId: userId(), caseIds: ids(fewestCases) })
export const addCasesInput = z.object({ caseIds: ids(1) })
export const removeCaseInput = z.object({ caseId: id().meta({ input: 'select', options: 'members' }), reason: longText(4, 500) })
export const reviseInput = z.object({ ...common, reason: longText(4, 500) })
export const setLeadInput = z.object({ leadId: userId() })
/** 治理意见: cause and demand are the family's; which cases the paper names, whoever writes it says. */
export const raiseInput = z.object({ title: shortText(120), content: longText(10, 8000), readerUnitIds: ids(1), caseIds: ids(0).optional() })
/** Taken by the bulletin when it goes out, and when one more body gets it. */
export const publishInput = z.object({ bulletinId: id() })
export const closeInput = z.object({ result: z.enum(results), finding: longText(5, 4000), openReason: longText(5, 1000).optional(), fileIds: fileIds().optional() })
export const reopenInput = z.object({ reason: longText(4, 500), caseId: id().optional().meta({ input: 'select', options: 'candidates' }) })

export const shows = ['running', 'closed', 'all'] as const
/** The filter of the list, as it stands in the address. */
export const caseFamilyQuery = z.object({
  domain: z.string().max(40).optional().catch(undefined),
  show: z.enum(shows).catch('running'),
  mine: z.literal('1').optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(500).catch(1),
})
export type CaseFamilyFilter = z.infer<typeof caseFamilyQuery>
/** What the form is begun with: a field, or a case that others are like. */
export const newFamilyQuery = z.object({ domain: z.string().max(40).optional().catch(undefined), case: z.uuid().optional().catch(undefined) })
/** A case to join it. */
export const familyQuery = z.object({ case: z.uuid().optional().catch(undefined) })
