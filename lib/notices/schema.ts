import { z } from 'zod'
import { channels, deliveries } from '@/lib/engine/notices/ways'
import { longText } from '@/lib/platform/fields'

/** The inbox's filter, from the address line. */
export const noticeQuery = z.object({
  page: z.coerce.number().int().min(1).max(500).catch(1),
  show: z.enum(['all', 'unread']).catch('all'),
})

/** What a person may say about being told; a kind the person is never told of is simply kept unread. */
export const preferenceInput = z.strictObject({
  mail: z.email('field.invalid').max(120, 'field.tooLong').optional(),
  firstChannel: z.enum(channels).optional(),
  wishes: z.record(z.string().max(80), z.enum(deliveries)).default({}),
})
export type PreferenceInput = z.infer<typeof preferenceInput>

export const deliveryStates = ['waiting', 'sending', 'sent', 'failed', 'unsure', 'skipped'] as const
export const deliveryQuery = z.object({
  page: z.coerce.number().int().min(1).max(500).catch(1),
  status: z.enum(['open', ...deliveryStates]).catch('open'),
})
export type DeliveryFilter = z.infer<typeof deliveryQuery>

export const resendInput = z.object({ reason: longText(2, 500) })
