import { z } from 'zod'
import { unitKinds } from '@/lib/platform/roles'

/** What of a place's 《意见》 the main line reads. The whole text, article by article, comes with its own feature. */
export const charterSchema = z.strictObject({
  regionCode: z.string().regex(/^\d{6}$/),
  key: z.string(),
  title: z.string(),
  /** Says openly that the words are ours and not the source's. */
  mark: z.string(),
  source: z.strictObject({ title: z.string(), kind: z.enum(['document', 'news', 'report']) }),
  referral: z.strictObject({
    /** Days from the day of discovery; null is "in good time" (及时), without a clock. */
    limitDays: z.int().positive().nullable(),
    /** Kinds of bodies the limit and the penalty data bind. */
    binds: z.array(z.enum(unitKinds)),
    penaltyData: z.boolean(),
  }),
  letters: z.strictObject({ seenBy: z.array(z.enum(['bureau', 'government'])) }),
  /** As a supplement to the receipt of service, never in its place (办案规则 76). */
  electronicService: z.boolean(),
  provisions: z.array(z.strictObject({
    key: z.enum(['referral', 'return', 'penaltyData', 'letters', 'electronicService']),
    article: z.string(),
    /** Whether the source says so, or only practice does. */
    origin: z.enum(['source', 'practice']),
    text: z.string(),
  })),
})

export type Charter = z.infer<typeof charterSchema>
export type ProvisionKey = Charter['provisions'][number]['key']
