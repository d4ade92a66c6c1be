import { draftReplyInput, type ReplyDraft } from './schema'

type Demand = { readonly id: string; readonly ordinal: number; readonly verdict: string }
type Action = { readonly id: string; readonly demandId: string; readonly description: string }

/** The draft kept with the handling; null where there is none yet. */
export function toDraft(kept: unknown): ReplyDraft | null {
  const parsed = draftReplyInput.safeParse(kept)
  return parsed.success ? parsed.data : null
}

/**
 * What the reply's form begins with: the draft, or, before there is one, the log itself — every action quoted under its
 * demand and its words as the result, so that the agency writes once.
 */
export function replyValues(
  demands: readonly Demand[], actions: readonly Action[], draft: ReplyDraft | null, defaults: { readonly adoption: string; readonly contact: string; readonly phone: string },
): Record<string, string | string[]> {
  const values: Record<string, string | string[]> = {
    adoption: draft?.adoption ?? defaults.adoption,
    longTerm: draft?.longTerm ?? '',
    contact: draft?.contact ?? defaults.contact,
    contactPhone: draft?.contactPhone ?? defaults.phone,
    postedOn: draft?.postedOn ?? '',
  }
  demands.forEach((demand, index) => {
    const item = draft?.items.find(({ demandId }) => demandId === demand.id)
    const own = actions.filter(({ demandId }) => demandId === demand.id)
    const put = (field: string, value: string | string[] | undefined) => (values[`items.${index}.${field}`] = value ?? '')
    put('claimed', item?.claimed)
    put('summary', item?.summary ?? own.map(({ description }) => description).join('\n'))
    put('actionIds[]', item?.actionIds ?? own.map(({ id }) => id))
    put('cause', item?.cause)
    put('plan', item?.plan)
    put('plannedOn', item?.plannedOn)
  })
  return values
}
