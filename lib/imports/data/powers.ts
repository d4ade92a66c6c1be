import { localDate } from '@/lib/platform/clock'
import { db, type Tx } from '@/lib/platform/db'
import type { Scope } from '@/lib/platform/scope'
import { bearerKinds } from '@/lib/powers/schema'
import { addDays, type Days, keyOf, type KnownPowers } from '../rules/powers'

/** The bodies whose list may be read in, and what is, was or will be on their lists. */
export async function listKnownPowers(scope: Scope, anyBody: boolean, client: Tx = db): Promise<KnownPowers> {
  const units = await client.unit.findMany({
    where: { regionCode: scope.regionCode, active: true, kind: { in: [...bearerKinds] } }, orderBy: [{ kind: 'asc' }, { name: 'asc' }], select: { id: true, name: true, shortName: true },
  })
  const entries = await client.powerItem.findMany({
    where: { regionCode: scope.regionCode, status: { not: 'takenBack' }, audience: { hasSome: [...scope.tokens] } }, select: { unitId: true, domain: true, matter: true, fromOn: true, toOn: true },
  })
  const listed = new Map<string, Days[]>()
  for (const { unitId, domain, matter, fromOn, toOn } of entries) addDays(listed, keyOf(unitId, domain, matter), { from: localDate(fromOn), to: toOn ? localDate(toOn) : '' })
  // A short name that two bodies share names neither.
  const short = units.filter(({ shortName }) => units.filter((each) => each.shortName === shortName).length === 1)
  return {
    units: new Map([...short.map(({ id, shortName }) => [shortName, id] as const), ...units.map(({ id, name }) => [name, id] as const)]), names: units.map(({ name }) => name),
    ownOnly: anyBody ? null : scope.unitId, listed,
  }
}
