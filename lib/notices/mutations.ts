import type { z } from 'zod'
import { defineFeature, type Outcome, type StepContext, type Subject } from '@/lib/engine/procedure/feature'
import { heard, kindsFor } from '@/lib/engine/notices/kinds'
import { transact } from '@/lib/platform/db'
import type { Actor } from '@/lib/platform/scope'
import { findDelivery } from './data'
import { deliveryPolicy, type DeliveryRow } from './policy'
import { deliveryProcedure } from './procedure'
import type { PreferenceInput, resendInput } from './schema'

const deliverySubject: Subject<DeliveryRow> = {
  type: 'noticeDelivery',
  async lock(tx, id, scope) {
    await tx.$queryRaw`SELECT 1 FROM notice_delivery WHERE id = ${id}::uuid FOR UPDATE`
    return findDelivery(scope, id, tx)
  },
  async move(tx, id, version, status) {
    const { count } = await tx.noticeDelivery.updateMany({ where: { id, version }, data: { status, version: { increment: 1 } } })
    return count
  },
}

async function resend({ tx, row, input, now }: StepContext<DeliveryRow, z.infer<typeof resendInput>>): Promise<Outcome> {
  await tx.noticeDelivery.update({ where: { id: row.id }, data: { dueAt: now, attempts: 0, error: null } })
  return { id: row.id, regionCode: row.regionCode, title: row.channel, audience: [], after: { channel: row.channel, reason: input.reason } }
}

export const deliveryFeature = defineFeature<DeliveryRow>({
  procedure: deliveryProcedure, subject: deliverySubject, policy: deliveryPolicy, effects: { resend }, href: (id) => `/admin/deliveries/${id}`,
})

/** A person's own wishes: no business, hence no step. `off` is not kept where the law wants the person told. */
export async function keepPreferences({ userId, roles }: Actor, { mail, firstChannel, wishes }: PreferenceInput): Promise<void> {
  const known = kindsFor(roles)
  const contact = { mail: mail ?? null, firstChannel: firstChannel ?? null }
  await transact(async (tx) => {
    await tx.noticeContact.upsert({ where: { userId }, create: { userId, ...contact }, update: contact })
    for (const [kind, wish] of Object.entries(wishes)) {
      if (!known.includes(kind)) continue
      const delivery = heard(kind, wish)
      await tx.noticePreference.upsert({ where: { userId_kind: { userId, kind } }, create: { userId, kind, delivery }, update: { delivery } })
    }
  })
}
