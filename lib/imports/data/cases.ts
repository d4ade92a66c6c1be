import { validToday } from '@/lib/identity/data'
import { db, type Tx } from '@/lib/platform/db'
import type { Scope } from '@/lib/platform/scope'
import type { KnownMatters } from '../rules/cases'
import type { SheetRow } from '../schema'
import { findOwnList, type OwnList } from './lists'

/** A list of running cases that the own office read in, with how far it is. */
export const findCaseImport = (scope: Scope, id: string, client: Tx = db): Promise<CaseImport | null> => findOwnList(scope, 'cases', id, client)

export type CaseImport = OwnList

const agencyKinds = ['agency', 'publicSecurity', 'finance', 'justiceBureau', 'government', 'township']

/** Narrowed to what a sheet names. */
type Names = { readonly agencies: readonly string[]; readonly people: readonly string[] }

/** The bodies a case may concern and the prosecutors who may lead it, as the form of a late entry offers them. */
export async function listCaseParties(scope: Scope, names?: Names, client: Tx = db) {
  const role = { unitId: scope.unitId, role: 'prosecutor', ...validToday() }
  const [called, person] = names ? [{ OR: [{ name: { in: [...names.agencies] } }, { shortName: { in: [...names.agencies] } }] }, { name: { in: [...names.people] } }] : [{}, {}]
  const agencies = await client.unit.findMany({
    where: { regionCode: scope.regionCode, active: true, kind: { in: agencyKinds }, ...called }, orderBy: [{ kind: 'asc' }, { name: 'asc' }], select: { id: true, name: true, shortName: true },
  })
  const prosecutors = await client.user.findMany({ where: { unitId: scope.unitId, active: true, grants: { some: role }, ...person }, orderBy: { name: 'asc' }, select: { id: true, name: true } })
  return { agencies, prosecutors }
}

const valuesOf = (rows: readonly SheetRow[], ...columns: readonly string[]): string[] => [...new Set(rows.flatMap((row) => columns.flatMap((column) => row[column] || [])))]

/** What the office's own record says about the words of these rows. */
export async function listKnownMatters(scope: Scope, rows: readonly SheetRow[], client: Tx = db): Promise<KnownMatters> {
  const { agencies, prosecutors } = await listCaseParties(scope, { agencies: valuesOf(rows, 'agency'), people: valuesOf(rows, 'lead') }, client)
  const numbers = await client.$queryRaw<{ text: string }[]>`
    SELECT text FROM document_number WHERE unit_id = ${scope.unitId}::uuid AND text = ANY(${valuesOf(rows, 'decisionNumber', 'letterNumber')}::text[])`
  const byName = new Map<string, string[]>()
  for (const { id, name } of prosecutors) byName.set(name, [...(byName.get(name) ?? []), id])
  return {
    agencies: new Map(agencies.flatMap(({ id, name, shortName }) => [[shortName, id], [name, id]])),
    prosecutors: byName,
    numbers: new Set(numbers.map(({ text }) => text)), ownOnly: scope.roles.includes('caseManager') ? null : scope.userId,
  }
}
