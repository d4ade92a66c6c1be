import { z } from 'zod'
import { localDay } from '@/lib/platform/clock'
import { recipientsOf } from './liaisons'
import { replacementsOf, writeNotices } from './write'

const orderSchema = z.object({
  kind: z.string(),
  subject: z.object({ type: z.string(), id: z.uuid() }),
  title: z.string(),
  regionCode: z.string(),
  groups: z.array(z.object({ unitId: z.uuid(), roles: z.array(z.string()) })),
  people: z.array(z.uuid()),
  exceptUserId: z.uuid().nullable(),
  onceKey: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  at: z.iso.datetime(),
})

/** Turns a queued order into one notice a person. Running it again changes nothing. */
export async function deliverNotice(payload: unknown): Promise<void> {
  const order = orderSchema.parse(payload)
  const at = new Date(order.at)
  const people = new Set(order.people)
  for (const group of order.groups)
    for (const id of await recipientsOf(group.unitId, group.roles, localDay(at))) people.add(id)
  for (const id of await replacementsOf([...people], localDay(at))) people.add(id)
  if (order.exceptUserId) people.delete(order.exceptUserId)
  await writeNotices([...people], order, at)
}
