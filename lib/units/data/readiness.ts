import { dateColumn, today } from '@/lib/platform/clock'
import { db, type Tx } from '@/lib/platform/db'
import { administrators, type Role, type UnitKind } from '@/lib/platform/roles'
import type { Scope } from '@/lib/platform/scope'
import { managesAll } from '../data'
import { officePosts, type RegionGap, watchingKinds } from '../schema'
import { listGaps } from './liaisons'

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
  const parent = region.parentCode ? await client.region.findUnique({ where: { code: region.parentCode }, select: { name: true } }) : null
  const above = region.parentCode
    ? await client.unit.findFirst({ where: { regionCode: region.parentCode, kind: 'procuratorate', active: true }, select: { id: true, name: true } })
    : null
  const day = dateColumn(today())
  const relation = office && above
    ? await client.unitRelation.findFirst({ where: { inferiorId: office.id, line: 'procuratorial', fromOn: { lte: day }, OR: [{ toOn: null }, { toOn: { gte: day } }] } })
    : null
  const waiting = await client.settingProposal.count({ where: { regionCode: code, status: 'proposed' } })
  const matters = (await client.clue.count({ where: { regionCode: code } })) + (await client.caseFile.count({ where: { regionCode: code } }))
  // A body without any account is served on paper; one with accounts and nobody named to answer for it would let papers lie.
  const unanswered = await listGaps({ regionCode: code }, client)
  const withoutLiaison = bodies.filter(({ id, people }) => people > 0 && unanswered.includes(id))
  const addressed = others.filter(({ kind }) => !watchingKinds.includes(kind))
  const held = (role: Role) => bodies.some(({ roles }) => roles.has(role))
  const missing: Record<RegionGap, boolean> = {
    procuratorate: !office, code: office !== null && office.numberCode === null, superior: office !== null && above !== null && !relation,
    bodies: others.length === 0,
    ...(Object.fromEntries(officePosts.map((role) => [role, !office?.roles.has(role)])) as Record<(typeof officePosts)[number], boolean>),
    ...(Object.fromEntries(administrators.map((role) => [role, !held(role)])) as Record<(typeof administrators)[number], boolean>),
    liaisons: withoutLiaison.length > 0, waiting: waiting > 0,
  }
  return {
    region, parentName: parent?.name ?? null, office, above, superiorNamed: relation !== null, others, withoutLiaison, waiting, matters,
    onPaper: addressed.filter(({ people }) => people === 0),
    withoutCode: addressed.filter(({ numberCode }) => numberCode === null),
    gaps: (Object.keys(missing) as RegionGap[]).filter((gap) => missing[gap]),
  }
}

export type Readiness = NonNullable<Awaited<ReturnType<typeof findReadiness>>>
