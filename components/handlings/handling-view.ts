import type { OfferedStep } from '@/lib/engine/procedure/offer'
import type { loadHandlingOf } from '@/lib/handlings/loaders'

export type HandlingView = NonNullable<Awaited<ReturnType<typeof loadHandlingOf>>>

export type HandlingLetter = {
  readonly id: string
  readonly version: number
  readonly contact: string
  readonly contactPhone: string
  readonly demands: readonly { readonly id: string; readonly ordinal: number; readonly measure: string; readonly verdict: string }[]
  /** The offered `recommendation.reply`, where the leader may sign now. */
  readonly reply: OfferedStep | null
}
