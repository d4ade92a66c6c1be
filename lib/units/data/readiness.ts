import { rolesOfKind } from '@/lib/identity/schema'
import { dateColumn, today } from '@/lib/platform/clock'
import { db, type Tx } from '@/lib/platform/db'
import { administrators, type Role, type UnitKind } from '@/lib/platform/roles'
import type { Scope } from '@/lib/platform/scope'
import { managesAll } from '../data'
import { officePosts, type RegionGap } from '../schema'

/** Who takes in what is sent to a body of this kind; a body that only watches needs nobody. */
const contactsOf = (kind: UnitKind): readonly Role[] =>
  rolesOfKind[kind].includes('liaison') ? ['liaison'] : rolesOfKind[kind].filter((role) => role === 'courtClerk' || role === 'judge')

async function listBodies(client: Tx, regionCode: string) {
  const day = dateColumn(today())
  const units = await client.unit.findMany({
    where: { regionCode, active: true }, orderBy: [{ kind: 'asc' }, { name: 'asc' }],
    select: {
      id: true, name: true, shortName: true, kind: true, numberCode: true,
      users: {
        where: { active: true },
        select: { grants: { where: { fromOn: { lte: day }, OR: [{ toOn: null }, { toOn: { gte: day } }] }, select: { role: true, unitId: true } } },
      },
    },
  })
  return units.map(({ users, ...unit }) => ({
    ...unit, kind: unit.kind as UnitKind, people: users.length,
    roles: new Set(users.flatMap(({ grants }) => grants.filter(({ unitId }) => unitId === unit.id).map(({ role }) => role))),
  }))
}

/** How far the setting up of a region has come, told from what is there; null outside the places this administrator manages. */
export async function findReadiness(scope: Scope, code: string, client: Tx = db) {
  const region = await client.region.findUnique({ where: { code } })
  if (!region || (code !== scope.regionCode && !(await managesAll(scope, client)))) return null
  const bodies = await listBodies(client, code)
  const office = bodies.find(({ kind }) => kind === 'procuratorate') ?? null
  const others = bodies.filter(({ kind }) => kind !== 'procuratorate')
  const above = region.parentCode
    ? await client.unit.findFirst({ where: { regionCode: region.parentCode, kind: 'procuratorate', active: true }, select: { id: true, name: true } })
    : null
  const day = dateColumn(today())
  const relation = office && above
    ? await client.unitRelation.findFirst({ where: { inferiorId: office.id, line: 'procuratorial', fromOn: { lte: day }, OR: [{ toOn: null }, { toOn: { gte: day } }] } })
    : null
  const waiting = await client.settingProposal.count({ where: { regionCode: code, status: 'proposed' } })
  const matters = (await client.clue.count({ where: { regionCode: code } })) + (await client.caseFile.count({ where: { regionCode: code } }))
  // A body without any account is served on paper; one with accounts and nobody to take papers in would let them lie.
  const withoutContact = others.filter(({ kind, people, roles }) => people > 0 && contactsOf(kind).length > 0 && !contactsOf(kind).some((role) => roles.has(role)))
  const held = (role: Role) => bodies.some(({ roles }) => roles.has(role))
  const missing: Record<RegionGap, boolean> = {
    procuratorate: !office, code: office !== null && office.numberCode === null, superior: office !== null && above !== null && !relation,
    bodies: others.length === 0,
    ...(Object.fromEntries(officePosts.map((role) => [role, !office?.roles.has(role)])) as Record<(typeof officePosts)[number], boolean>),
    ...(Object.fromEntries(administrators.map((role) => [role, !held(role)])) as Record<(typeof administrators)[number], boolean>),
    contacts: withoutContact.length > 0, waiting: waiting > 0,
  }
  return {
    region, office, above, superiorNamed: relation !== null, others, withoutContact, waiting, matters,
    onPaper: others.filter(({ people, kind }) => people === 0 && contactsOf(kind).length > 0),
    withoutCode: others.filter(({ numberCode, kind }) => numberCode === null && contactsOf(kind).length > 0),
    gaps: (Object.keys(missing) as RegionGap[]).filter((gap) => missing[gap]),
  }
}

export type Readiness = NonNullable<Awaited<ReturnType<typeof findReadiness>>>
