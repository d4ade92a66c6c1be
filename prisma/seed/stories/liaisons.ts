import { samples } from '@/lib/charters/rules/samples'
import { db } from '@/lib/platform/db'
import { contactRoles, type Role } from '@/lib/platform/roles'
import { scopeOf } from '@/lib/platform/scope'
import { listEligible } from '@/lib/units/data/liaisons'
import { act, person } from '../play/act'
import { at, later, type Story } from '../play/moments'

const answers: readonly Role[] = contactRoles
/** Nobody is named there yet, as happens: the administrator's list shows it. */
const forgotten = new Set(['veterans', 'labour'])

/** Once the opinion is in force: a main liaison for each body of the place, and a deputy where the office has a person for it. */
export async function* liaisons(place: string): Story {
  const { issuedOn, regionCode } = samples.find(({ key }) => key === place)!
  const since = later(issuedOn, 23)
  yield at(since, '09:00')
  const login = `${place}.admin`
  for (const { id, line } of await db.unit.findMany({ where: { regionCode, active: true }, orderBy: { name: 'asc' } })) {
    const people = forgotten.has(line ?? '') ? [] : await listEligible(scopeOf(await person(login)), id)
    const main = people.find(({ roles }) => roles.some((role) => answers.includes(role)))
    if (!main) continue
    await act(login, 'unit.nameLiaison', id, { userId: main.id, rank: 'main', fromOn: since })
    const deputy = people.find((person) => person.id !== main.id && person.roles.includes('agencyHandler'))
    if (deputy) await act(login, 'unit.nameLiaison', id, { userId: deputy.id, rank: 'deputy', fromOn: since })
  }
}
