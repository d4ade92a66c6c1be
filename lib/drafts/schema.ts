import { z } from 'zod'
import { fits, fitted } from '@/lib/engine/procedure/fit-text'
import { longestText } from '@/lib/platform/fields'

/** What a form sends while a person types: the step and record it belongs to, and its fields. */
export const draftInput = z.strictObject({
  key: z.string().regex(/^[A-Za-z]+\.[A-Za-z]+:[\w-]{1,60}$/),
  fields: z.record(z.string().max(80).refine(fits), z.array(z.string().max(longestText).transform(fitted)).max(40)),
})

export type DraftFields = z.infer<typeof draftInput>['fields']

/** Records whose pages tell who is typing there; a handling's forms stand on its letter's page. */
export const watchedTypes = ['clue', 'case', 'recommendation'] as const
export type WatchedType = (typeof watchedTypes)[number]

export const watchedInput = z.object({ type: z.enum(watchedTypes), id: z.uuid() })
