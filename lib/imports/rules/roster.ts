import { createUserInput } from '@/lib/identity/schema'
import { createUnitInput } from '@/lib/units/schema'
import type { RosterKind, RowFault, SheetRow } from '../schema'
import { isFormula } from './cells'
import { forms, kinds, mostCharacters, required } from './columns'

export type Known = {
  /** Names of active units by name → id; those of the place and of the one above it. */
  readonly units: ReadonlyMap<string, string>
  readonly ownUnits: ReadonlyMap<string, string>
  readonly codes: ReadonlySet<string>
  readonly logins: ReadonlySet<string>
}

/** Everything that is wrong with each row, by what is known and what stands above it in the sheet. */
export function checkRows(kind: RosterKind, rows: readonly SheetRow[], regionCode: string, known: Known): RowFault[][] {
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

function cellFaults(kind: RosterKind, row: SheetRow): RowFault[] {
  const faults: RowFault[] = required[kind].filter((column) => !row[column]).map((column) => ({ column, fault: 'missing' }))
  for (const [column, cell] of Object.entries(row)) {
    if (cell.length > mostCharacters[kind]) faults.push({ column, fault: 'tooLong' })
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
function invalidColumns(kind: RosterKind, row: SheetRow, regionCode: string): string[] {
  const parsed = kind === 'units' ? createUnitInput.strict().safeParse(unitInputOf(row, regionCode)) : createUserInput.strict().safeParse(userInputOf(row, placeholder))
  return parsed.success ? [] : [...new Set(parsed.error.issues.map(({ path }) => String(path[0])))]
}
