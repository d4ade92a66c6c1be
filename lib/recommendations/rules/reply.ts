import type { FieldErrors } from '@/lib/platform/errors'
import type { ReplyItemInput } from '../schema'

/**
 * What is wrong with the items of a reply: every demand is answered once, and one not done yet says why, what is planned
 * and by when (办案规则 78, 82). A reply copied from paper may lack the latter: then it is what the paper says.
 */
export function replyFaults(
  items: readonly ReplyItemInput[],
  wanted: readonly string[],
  all: readonly string[],
  { fromPaper }: { fromPaper: boolean },
): FieldErrors {
  const faults: FieldErrors = {}
  const seen = new Set<string>()
  items.forEach((item, index) => {
    const at = (field: string) => `items.${index}.${field}`
    if (!all.includes(item.demandId) || seen.has(item.demandId)) faults[at('demandId')] = 'errors.field.choose'
    seen.add(item.demandId)
    if (fromPaper || item.claimed === 'done') return
    if (!item.cause) faults[at('cause')] = 'errors.field.required'
    if (!item.plan) faults[at('plan')] = 'errors.field.required'
    if (!item.plannedOn) faults[at('plannedOn')] = 'errors.field.required'
  })
  if (wanted.some((id) => !seen.has(id))) faults.items = 'recommendations.refuse.demandLeftOut'
  return faults
}
