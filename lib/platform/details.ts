import { z } from 'zod'

const detailsSchema = z.record(z.string(), z.string())

/** A kind's own fields as they were kept, by name; what they must be, the kind says. */
export const readDetails = (kept: unknown): Record<string, string> => detailsSchema.catch({}).parse(kept)
