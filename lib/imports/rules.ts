import { z } from 'zod'
import facts from '@/facts/roster-import.json'
import { createUserInput } from '@/lib/identity/schema'
import { createUnitInput } from '@/lib/units/schema'
import type { ImportKind, RowFault, SheetRow } from './schema'

export const { mostRows, mostCharacters, columns, kinds, forms } = z.object({
  mostRows: z.number(), mostCharacters: z.number(),
  columns: z.object({ units: z.record(z.string(), z.string()), people: z.record(z.string(), z.string()) }),
  kinds: z.record(z.string(), z.string()), forms: z.record(z.string(), z.string()),
}).parse(facts)

const required: Readonly<Record<ImportKind, readonly string[]>> = { units: ['name', 'kind'], people: ['unit', 'name', 'post', 'login'] }

/** CSV (RFC 4180) or lines copied from a sheet: the head decides which sign parts the cells. */
export function parseLines(text: string): string[][] {
  const parting = text.split('\n', 1)[0]!.includes('\t') ? '\t' : ','
  const rows: string[][] = [[]]
  let cell = ''
  let quoted = false
  const close = () => {
    rows.at(-1)!.push(cell.trim())
    cell = ''
  }
  const plain = text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n')
  for (let at = 0; at < plain.length; at += 1) {
    const sign = plain[at]!
    if (quoted && sign === '"' && plain[at + 1] === '"') {
      cell += '"'
      at += 1
    } else if (sign === '"' && (quoted || cell === '')) quoted = !quoted
    else if (!quoted && sign === parting) close()
    else if (!quoted && sign === '\n') {
      close()
      rows.push([])
    } else cell += sign
  }
  close()
  return rows.filter((row) => row.some((each) => each !== ''))
}

export type Sheet = { readonly ok: true; readonly rows: SheetRow[] } | { readonly ok: false; readonly reason: 'head' | 'empty' | 'tooMany' }

/** Rows by field; a column the head does not know is left alone, one that is needed and missing refuses the sheet. */
export function toRows(kind: ImportKind, cells: readonly (readonly unknown[])[]): Sheet {
  const [head = [], ...body] = cells
  const names = Object.entries(columns[kind])
  const fieldAt = head.map((title) => names.find(([, word]) => word === String(title ?? '').trim())?.[0])
  if (required[kind].some((field) => !fieldAt.includes(field))) return { ok: false, reason: 'head' }
  const rows = body.map((row) => Object.fromEntries(fieldAt.flatMap((field, index) => (field ? [[field, String(row[index] ?? '').trim()]] : []))))
    .filter((row) => Object.values(row).some((cell) => cell !== ''))
  if (rows.length === 0) return { ok: false, reason: 'empty' }
  return rows.length > mostRows ? { ok: false, reason: 'tooMany' } : { ok: true, rows }
}

// What a sheet program would run when the list is exported again; a telephone number may begin with +.
const isFormula = (cell: string) => /^[=@]|^[+-](?!\d[\d-]*$)/.test(cell)

export type Known = {
  /** Names of active units by name → id; those of the place and of the one above it. */
  readonly units: ReadonlyMap<string, string>
  readonly ownUnits: ReadonlyMap<string, string>
  readonly codes: ReadonlySet<string>
  readonly logins: ReadonlySet<string>
}

/** Everything that is wrong with each row, by what is known and what stands above it in the sheet. */
export function checkRows(kind: ImportKind, rows: readonly SheetRow[], regionCode: string, known: Known): RowFault[][] {
  const seen = new Set<string>()
  const above = new Set(known.units.keys())
  return rows.map((row) => {
    const faults = cellFaults(kind, row)
    const add = (column: string, fault: RowFault['fault'], wrong: boolean) => {
      if (wrong && !faults.some((each) => each.column === column)) faults.push({ column, fault })
    }
    const twice = (column: string, value = '') => {
      add(column, 'twice', value !== '' && seen.has(`${column} ${value}`))
      seen.add(`${column} ${value}`)
    }
    if (kind === 'units') {
      const { name = '', parent = '', numberCode = '' } = row
      add('name', 'taken', known.ownUnits.has(name))
      add('numberCode', 'taken', known.codes.has(numberCode))
      add('parent', 'unknownUnit', parent !== '' && !above.has(parent))
      twice('name', name)
      twice('numberCode', numberCode)
      above.add(name)
    } else {
      const login = (row.login ?? '').toLowerCase()
      add('unit', 'unknownUnit', !known.ownUnits.has(row.unit ?? ''))
      add('login', 'taken', known.logins.has(login))
      twice('login', login)
    }
    for (const column of invalidColumns(kind, row, regionCode)) add(column, 'invalid', true)
    return faults
  })
}

function cellFaults(kind: ImportKind, row: SheetRow): RowFault[] {
  const faults: RowFault[] = required[kind].filter((column) => !row[column]).map((column) => ({ column, fault: 'missing' }))
  for (const [column, cell] of Object.entries(row)) {
    if (cell.length > mostCharacters) faults.push({ column, fault: 'tooLong' })
    else if (isFormula(cell)) faults.push({ column, fault: 'formula' })
    else if ((column === 'kind' && cell && !kinds[cell]) || (column === 'agencyForm' && cell && !forms[cell])) faults.push({ column, fault: 'unknownValue' })
  }
  return faults
}

const placeholder = '00000000-0000-4000-8000-000000000000'
const given = (values: Readonly<Record<string, string | undefined>>) => Object.fromEntries(Object.entries(values).filter(([, value]) => value))

export const unitInputOf = (row: SheetRow, regionCode: string, parentId?: string) => given({
  regionCode, name: row.name, shortName: row.shortName || row.name?.slice(0, 30), kind: kinds[row.kind ?? ''], agencyForm: forms[row.agencyForm ?? ''],
  numberCode: row.numberCode, address: row.address, parentId,
})
export const userInputOf = (row: SheetRow, unitId: string) => given({ unitId, name: row.name, post: row.post, login: row.login?.toLowerCase(), phone: row.phone })

// The same schemas as the forms': a sheet lets nothing in that a form would refuse.
function invalidColumns(kind: ImportKind, row: SheetRow, regionCode: string): string[] {
  const parsed = kind === 'units' ? createUnitInput.strict().safeParse(unitInputOf(row, regionCode)) : createUserInput.strict().safeParse(userInputOf(row, placeholder))
  return parsed.success ? [] : [...new Set(parsed.error.issues.map(({ path }) => String(path[0])))]
}
