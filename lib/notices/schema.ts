import { z } from 'zod'

/** The inbox's filter, from the address line. */
export const noticeQuery = z.object({
  page: z.coerce.number().int().min(1).max(500).catch(1),
  show: z.enum(['all', 'unread']).catch('all'),
})
