import { z } from 'zod'
import { id, shortText } from '@/lib/platform/fields'

/** Lists whose filter may be saved, by the name a form posts; each is read by its own schema (rules.ts). */
export const filteredLists = ['clues', 'cases', 'recommendations', 'oversight', 'letters', 'deliveries', 'audit', 'users', 'units'] as const
export type FilteredList = (typeof filteredLists)[number]

/** A person keeps so many in all. */
export const mostSaved = 20

const name = () => shortText(20)
const values = z.record(z.string().max(20), z.string().max(100)).default({})

export const keepFilterInput = z.strictObject({ list: z.enum(filteredLists), name: name(), query: values })
export const changeFilterInput = z.discriminatedUnion('what', [
  z.strictObject({ id: id(), what: z.literal('rename'), name: name() }),
  z.strictObject({ id: id(), what: z.literal('delete'), name: z.string().optional() }),
])
