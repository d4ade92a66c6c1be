import { z } from 'zod'
import { fileId, shortText, tick } from '@/lib/platform/fields'

export const importStates = ['read', 'entered', 'dropped'] as const
/** Running cases are entered row by row, which takes a while. */
export const caseImportStates = ['read', 'entering', 'entered', 'dropped'] as const
/** A row with a fault is refused as it is read; it may come again, mended, in a sheet of its own. */
export const rowStates = ['waiting', 'entered', 'refused'] as const
export type RowState = (typeof rowStates)[number]
/** What an administrator of the place enters, and what the procuratorate does. */
export const rosterKinds = ['units', 'people'] as const
/** Lists of one unit: running cases of the procuratorate, entries of the power list of a body. */
export const ownKinds = ['cases', 'powers'] as const
export type OwnKind = (typeof ownKinds)[number]
export const importKinds = [...rosterKinds, ...ownKinds] as const
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
export const stopImportInput = z.object({ reason: shortText(200) })
export const enterRowInput = z.object({})

export const caseImportQuery = z.object({ show: z.enum(['all', ...rowStates]).catch('all'), page: z.coerce.number().int().min(1).max(500).catch(1) })
export type CaseImportQuery = z.infer<typeof caseImportQuery>

export const rowFaults = [
  'missing', 'tooLong', 'tooShort', 'formula', 'unknownValue', 'invalid', 'twice', 'taken', 'unknownUnit', 'unknownPerson', 'severalPeople',
  'badDate', 'future', 'order', 'stageLetter', 'notServed', 'listLength', 'notTeam', 'approval', 'approvedLater', 'notOwn',
] as const
export const rowFaultSchema = z.object({ column: z.string(), fault: z.enum(rowFaults) })
export type RowFault = Readonly<z.infer<typeof rowFaultSchema>>
/** Why a row was not entered where no cell is at fault: the answer of the step, with the column it speaks of. */
export const refusalSchema = z.object({ key: z.string(), column: z.string().optional(), params: z.record(z.string(), z.union([z.string(), z.number()])).optional() })
export type Refusal = Readonly<z.infer<typeof refusalSchema>>
/** Cells by the field they are for, as text. */
export type SheetRow = Readonly<Record<string, string>>
