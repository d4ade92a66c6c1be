import { z } from 'zod'
import type { SheetRow } from '../schema'

const stored = z.record(z.string(), z.string())

/** Cells as they were read. */
export const cellsOf = (kept: unknown): SheetRow => stored.parse(kept)
