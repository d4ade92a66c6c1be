import { z } from 'zod'
import type { FieldErrors } from '@/lib/platform/errors'
import type { DemandRevisionInput } from '../schema'

/** What of a demand, or of the whole letter, an answer changed: only the fields that differ. */
export const revisedSchema = z.object({
  measure: z.string().optional(),
  proofWanted: z.string().optional(),
  milestoneOn: z.string().nullable().optional(),
  reports: z.number().nullable().optional(),
  reportContent: z.string().optional(),
  rectificationMonths: z.number().optional(),
})
export type Revised = z.infer<typeof revisedSchema>

export type RevisableDemand = {
  readonly id: string
  readonly ordinal: number
  readonly measure: string
  readonly proofWanted: string
  readonly milestoneOn: string | null
  readonly verdict: string
  /** Null where it does not recur. */
  readonly reports: number | null
  readonly reportContent: string
  /** Cycles reported on or over: no change undoes them. */
  readonly cyclesPast: number
}
export type DemandRevision = { readonly demand: RevisableDemand; readonly before: Revised; readonly after: Revised }

const revisable = ['measure', 'proofWanted', 'milestoneOn', 'reports', 'reportContent'] as const

/** Each demand that reads otherwise afterwards; a field left blank or typed as it was is no change. */
export function demandRevisions(demands: readonly RevisableDemand[], wanted: readonly DemandRevisionInput[]): DemandRevision[] {
  return demands.flatMap((demand) => {
    const input = wanted.find(({ demandId }) => demandId === demand.id)
    const fields = revisable.filter((field) => input?.[field] && input[field] !== demand[field])
    if (!input || fields.length === 0) return []
    const pick = (of: Revised) => Object.fromEntries(fields.map((field) => [field, of[field]]))
    return [{ demand, before: pick(demand), after: pick(input) }]
  })
}

/** A demand found met is not rewritten, and none may be due after the 整改期限 (办案规则 75). */
export function revisionFaults(
  demands: readonly RevisableDemand[], wanted: readonly DemandRevisionInput[], endOn: string,
): FieldErrors {
  const faults: FieldErrors = {}
  const seen = new Set<string>()
  const changed = new Set(demandRevisions(demands, wanted).map(({ demand }) => demand.id))
  wanted.forEach(({ demandId, milestoneOn, reports, reportContent }, index) => {
    const demand = demands.find(({ id }) => id === demandId)
    if (!demand || seen.has(demandId)) faults[`demands.${index}.measure`] = 'errors.field.choose'
    seen.add(demandId)
    if (demand?.verdict === 'met' && changed.has(demandId)) faults[`demands.${index}.measure`] = 'recommendations.refuse.revisedMet'
    const fault = demand && recurringFault(demand, { reports, reportContent })
    if (fault) faults[`demands.${index}.${reports ? 'reports' : 'reportContent'}`] = fault
    if (milestoneOn && milestoneOn > endOn) faults[`demands.${index}.milestoneOn`] = 'recommendations.refuse.milestoneLate'
  })
  const left = demands.filter(({ id, milestoneOn }) => milestoneOn !== null && milestoneOn > endOn && !wanted.some((each) => each.demandId === id && each.milestoneOn))
  if (left.length > 0) faults.rectificationMonths = 'recommendations.refuse.milestoneLate'
  return faults
}

/** Reports are changed of a recurring demand alone, and never to fewer than are past. */
function recurringFault({ reports: before, cyclesPast }: RevisableDemand, { reports, reportContent }: Pick<DemandRevisionInput, 'reports' | 'reportContent'>): string | null {
  if (before === null) return reports || reportContent ? 'recommendations.refuse.notRecurring' : null
  return reports && reports < cyclesPast ? 'recommendations.refuse.cyclesPast' : null
}
