import { allow, deny, type SubjectRow, type Verdict } from '@/lib/engine/procedure/feature'
import type { Actor } from '@/lib/platform/scope'

export type DeliveryRow = SubjectRow & { readonly userId: string; readonly channel: string; /** Another pointer waits for the same person. */ readonly waits: boolean }

/** The row is locked only for administrators of its place. */
export const deliveryPolicy = (_: Actor, _step: string, row: DeliveryRow | null): Verdict => (row?.waits ? deny('notices.deny.waits') : allow)
