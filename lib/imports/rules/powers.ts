import { listDomains } from '@/lib/clues/rules/dictionaries'
import { registerInput } from '@/lib/powers/schema'
import type { RowFault, SheetRow } from '../schema'
import { isFormula, listOf } from './cells'
import { mostCharacters, powerKindWords, powerRoleWords, required } from './columns'

export type KnownPowers = {
  /** Bodies of the place by name and short name → id. */
  readonly units: ReadonlyMap<string, string>
  readonly names: readonly string[]
  /** The one body whose list this person may enter; null for the law office, which enters any. */
  readonly ownOnly: string | null
  /** The days of what is on the list, by body, domain and matter. */
  readonly listed: ReadonlyMap<string, readonly Days[]>
}

/** From a day to a day, '' without an end. */
export type Days = { readonly from: string; readonly to: string }

export const keyOf = (unitId: string, domain: string, matter: string): string => `${unitId} ${domain} ${matter}`

export function addDays(known: Map<string, Days[]>, key: string, days: Days): void {
  known.set(key, [...(known.get(key) ?? []), days])
}

const overlap = (a: Days, b: Days): boolean => (b.to === '' || a.from <= b.to) && (a.to === '' || b.from <= a.to)

const domains = new Map(listDomains().map(({ key, name }) => [name, key]))

/** The entry a row would become. */
export const powerOf = (row: SheetRow, known: KnownPowers) => Object.fromEntries(Object.entries({
  unitId: known.units.get(row.unit ?? ''), domain: domains.get(row.domain ?? ''), matter: row.matter, role: powerRoleWords[row.role ?? ''],
  powers: listOf(row.powers).map((word) => powerKindWords[word] ?? ''), duty: row.duty, basis: listOf(row.basis).join('\n'), source: row.source, fromOn: row.fromOn, toOn: row.toOn,
}).filter(([, value]) => value !== undefined && value !== ''))

/** Everything that is wrong with each row, by what is known and what stands above it in the sheet. */
export function checkPowers(rows: readonly SheetRow[], known: KnownPowers): RowFault[][] {
  const seen = new Map<string, Days[]>()
  return rows.map((row) => {
    const faults: RowFault[] = []
    const add = (column: string, fault: RowFault['fault'], wrong: boolean) => {
      if (wrong && !faults.some((each) => each.column === column)) faults.push({ column, fault })
    }
    const { unit = '', domain = '', matter = '', role = '', fromOn = '', toOn = '' } = row
    for (const column of required.powers) add(column, 'missing', !row[column])
    for (const [column, cell] of Object.entries(row)) {
      add(column, 'tooLong', cell.length > mostCharacters.powers)
      add(column, 'formula', isFormula(cell))
    }
    const unitId = known.units.get(unit)
    add('unit', 'unknownUnit', unitId === undefined)
    add('unit', 'notOwn', known.ownOnly !== null && unitId !== known.ownOnly)
    add('domain', 'unknownValue', !domains.has(domain))
    add('role', 'unknownValue', !powerRoleWords[role])
    add('powers', 'unknownValue', listOf(row.powers).some((word) => !powerKindWords[word]))
    add('toOn', 'order', toOn !== '' && toOn < fromOn)
    const [key, days] = [keyOf(unitId ?? '', domains.get(domain) ?? '', matter), { from: fromOn, to: toOn }]
    const stands = (among: ReadonlyMap<string, readonly Days[]>) => (among.get(key) ?? []).some((other) => overlap(days, other))
    add('matter', 'taken', stands(known.listed))
    add('matter', 'twice', stands(seen))
    // The same schema as the form's: a sheet lets nothing in that the form would refuse.
    const parsed = registerInput.strict().safeParse(powerOf(row, known))
    for (const { path } of parsed.error?.issues ?? []) add(String(path[0]), ['fromOn', 'toOn'].includes(String(path[0])) ? 'badDate' : 'invalid', true)
    if (faults.length === 0) addDays(seen, key, days)
    return faults
  })
}
