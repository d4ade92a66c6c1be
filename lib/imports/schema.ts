import { z } from 'zod'
import { fileId, shortText, tick } from '@/lib/platform/fields'

export const importStates = ['read', 'entered', 'dropped'] as const
/** What an administrator of the place enters, and what the procuratorate does. */
export const rosterKinds = ['units', 'people'] as const
export const importKinds = [...rosterKinds, 'cases'] as const
export const importKindSchema = z.enum(importKinds)
export type RosterKind = (typeof rosterKinds)[number]
export type ImportKind = (typeof importKinds)[number]

const region = () => z.string().trim().regex(/^\d{2}(\d{2}){0,4}$/, 'units.invalid.code').meta({ options: 'regions', input: 'select' })

/** A workbook or CSV file, or lines pasted from one. */
const source = {
  fileId: fileId().optional(),
  lines: z.string().max(20_000, 'field.tooLong').meta({ input: 'long' }).optional(),
}

export const readImportInput = z.object({
  kind: z.enum(rosterKinds),
  regionCode: region(),
  ...source,
})
/** 补录: running cases with their letters and replies. */
export const readCasesInput = z.object(source)
export const enterImportInput = z.object({ compared: tick() })
export const dropImportInput = z.object({ reason: shortText(200) })

export const rowFaults = [
  'missing', 'tooLong', 'tooShort', 'formula', 'unknownValue', 'invalid', 'twice', 'taken', 'unknownUnit', 'unknownPerson', 'severalPeople',
  'badDate', 'future', 'order', 'stageLetter', 'notServed', 'listLength', 'notTeam',
] as const
export type RowFault = { readonly column: string; readonly fault: (typeof rowFaults)[number] }
/** Cells by the field they are for, as text. */
export type SheetRow = Readonly<Record<string, string>>
