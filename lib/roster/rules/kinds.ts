import { z } from 'zod'
import facts from '@/facts/roster/kinds.json'
import { basisSchema } from '@/lib/engine/deadlines/rules'
import { rolesOfKind } from '@/lib/identity/schema'
import { roles, unitKinds, type Role, type UnitKind } from '@/lib/platform/roles'

const schema = z.strictObject({
  kinds: z.array(z.strictObject({
    key: z.string().regex(/^[a-z][A-Za-z]*$/),
    /** Bodies that may propose somebody of theirs. */
    from: z.array(z.enum(unitKinds)).min(1),
    /** Who accepts: the procuratorate of the place, or the body that takes the person in. */
    decides: z.enum(['procuratorate', 'host']),
    /** May be asked for an opinion in one case. */
    engaged: z.boolean(),
    /** Works in the host body for the term, with a role there. */
    seconded: z.boolean(),
    basis: z.array(basisSchema).min(1),
  })),
  /** Bodies that may take somebody in, and roles a seconded person may have there: none that decides or needs an appointment by law. */
  hosts: z.array(z.enum(unitKinds)),
  roles: z.array(z.enum(roles)),
})

const { kinds, hosts, roles: secondable } = schema.parse(facts)
export type RosterKind = (typeof kinds)[number]
export const rosterKinds: readonly RosterKind[] = kinds
export const hostKinds: readonly UnitKind[] = hosts

export function rosterKindOf(key: string): RosterKind {
  const kind = kinds.find((each) => each.key === key)
  if (!kind) throw new Error(`no roster kind ${key}`)
  return kind
}

export const kindsProposedBy = (unitKind: UnitKind): RosterKind[] => kinds.filter(({ from }) => from.includes(unitKind))
export const engagedKinds: readonly string[] = kinds.filter(({ engaged }) => engaged).map(({ key }) => key)
export const secondedRoles = (unitKind: UnitKind): Role[] => secondable.filter((role) => rolesOfKind[unitKind].includes(role))
