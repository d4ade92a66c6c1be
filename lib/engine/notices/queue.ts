import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import type { Role } from '@/lib/platform/roles'
import { queueJob } from '@/lib/platform/worker'

/** Who is to be told what; the worker turns it into one Notice row a person. */
export type NoticeOrder = {
  readonly kind: string
  readonly subject: { readonly type: string; readonly id: string }
  readonly title: string
  readonly regionCode: string
  readonly groups: readonly { readonly unitId: string; readonly roles: readonly Role[] }[]
  readonly people: readonly string[]
  readonly exceptUserId: string | null
  /** Unique per person: telling twice tells once. */
  readonly onceKey: string
  readonly params?: Readonly<Record<string, string | number>>
}

export const noticeTask = 'notify'

/** Part of the business transaction: it is told if and only if it happened. */
export async function queueNotice(tx: Tx, order: NoticeOrder): Promise<void> {
  await queueJob(tx, { name: noticeTask, key: order.onceKey, payload: { ...order, at: now().toISOString() } })
}
