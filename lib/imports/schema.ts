import { z } from 'zod'
import { fileId, shortText, tick } from '@/lib/platform/fields'

export const importStates = ['read', 'entered', 'dropped'] as const
export const importKinds = ['units', 'people'] as const
export type ImportKind = (typeof importKinds)[number]

const region = () => z.string().trim().regex(/^\d{2}(\d{2}){0,4}$/, 'units.invalid.code').meta({ options: 'regions', input: 'select' })

/** A workbook or CSV file, or lines pasted from one. */
export const readImportInput = z.object({
  kind: z.enum(importKinds),
  regionCode: region(),
  fileId: fileId().optional(),
  lines: z.string().max(20_000, 'field.tooLong').meta({ input: 'long' }).optional(),
})
export const enterImportInput = z.object({ compared: tick() })
export const dropImportInput = z.object({ reason: shortText(200) })

export const rowFaults = ['missing', 'tooLong', 'formula', 'unknownValue', 'invalid', 'twice', 'taken', 'unknownUnit'] as const
export type RowFault = { readonly column: string; readonly fault: (typeof rowFaults)[number] }
/** Cells by the field they are for, as text. */
export type SheetRow = Readonly<Record<string, string>>
