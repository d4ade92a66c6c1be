import { z } from 'zod'

/** The rule sheet is asked for a day; anything else than a date means today. */
export const ruleSheetQuery = z.object({ on: z.iso.date().optional().catch(undefined) })
