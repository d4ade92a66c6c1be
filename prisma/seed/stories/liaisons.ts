import { db } from '@/lib/platform/db'
import { contactRoles, type Role } from '@/lib/platform/roles'
import { scopeOf } from '@/lib/platform/scope'
import { listEligible } from '@/lib/units/data/liaisons'
import { act, person } from '../play/act'
import { places } from '../places'

const since = '2024-11-25'
const answers: readonly Role[] = contactRoles
/** Nobody is named there yet, as happens: the administrator's list shows it. */
const forgotten = new Set(['veterans', 'labour'])

/** Main liaisons of the counties' bodies, and a deputy where the office has a person for it. */
export async function nameLiaisons(): Promise<void> {
  for (const { key, code } of places.filter((place) => place.code.length === 6)) {
    for (const { id, line } of await db.unit.findMany({ where: { regionCode: code, active: true }, orderBy: { name: 'asc' } })) {
      const people = forgotten.has(line ?? '') ? [] : await listEligible(scopeOf(await person(`${key}.admin`)), id)
      const main = people.find(({ roles }) => roles.some((role) => answers.includes(role)))
      if (!main) continue
      await act(`${key}.admin`, 'unit.nameLiaison', id, { userId: main.id, rank: 'main', fromOn: since })
      const deputy = people.find((person) => person.id !== main.id && person.roles.includes('agencyHandler'))
      if (deputy) await act(`${key}.admin`, 'unit.nameLiaison', id, { userId: deputy.id, rank: 'deputy', fromOn: since })
    }
  }
}
