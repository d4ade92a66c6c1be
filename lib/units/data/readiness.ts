import { dateColumn, today } from '@/lib/platform/clock'
import { db, type Tx } from '@/lib/platform/db'
import { administrators, type Role, type UnitKind } from '@/lib/platform/roles'
import type { Scope } from '@/lib/platform/scope'
import { columnsOf, read, readTogether } from '@/lib/platform/together'
import { Prisma, type Region, type Unit } from '@/prisma/generated/client'
import { isManaged } from '../data'
import { officePosts, type RegionGap, watchingKinds } from '../schema'
import { gapsOf } from './liaisons'

type Body = Pick<Unit, 'id' | 'name' | 'shortName' | 'numberCode'> & { readonly kind: UnitKind; readonly people: number; readonly roles: readonly string[] }
type Named = { readonly id: string; readonly name: string }

/** How far the setting up of a region has come, told from what is there; null outside the places this administrator manages. */
export async function findReadiness(scope: Scope, code: string, client: Tx = db) {
  const day = Prisma.sql`${dateColumn(today())}::date`
  const valid = Prisma.sql`x.from_on <= ${day} AND (x.to_on IS NULL OR x.to_on >= ${day})`
  const parentCode = Prisma.sql`(SELECT r.parent_code FROM region r WHERE r.code = ${code})`
  const aboveIt = Prisma.sql`SELECT u.id, u.name FROM unit u WHERE u.region_code = ${parentCode} AND u.kind = 'procuratorate' AND u.active ORDER BY u.id LIMIT 1`
  const { regions: [region], bodies: found, parents: [parent], aboves: [above], relations, counts: [counts], gaps } = await readTogether({
    regions: read<Region>(Prisma.sql`SELECT ${columnsOf(Prisma.RegionScalarFieldEnum, 'r')} FROM region r WHERE r.code = ${code} AND ${isManaged(scope, Prisma.sql`r.code`)}`),
    bodies: read<Body>(Prisma.sql`
      SELECT u.id, u.name, u.short_name AS "shortName", u.kind, u.number_code AS "numberCode", (SELECT count(*)::int FROM app_user p WHERE p.unit_id = u.id AND p.active) AS people,
        ARRAY(SELECT DISTINCT x.role FROM role_grant x JOIN app_user p ON p.id = x.user_id AND p.active AND p.unit_id = u.id WHERE x.unit_id = u.id AND ${valid}) AS roles
      FROM unit u WHERE u.region_code = ${code} AND u.active ORDER BY u.kind, u.name`),
    parents: read<{ name: string }>(Prisma.sql`SELECT r.name FROM region r WHERE r.code = ${parentCode}`), aboves: read<Named>(aboveIt),
    relations: read<{ inferiorId: string }>(Prisma.sql`SELECT x.inferior_id AS "inferiorId" FROM unit_relation x JOIN unit u ON u.id = x.inferior_id AND u.region_code = ${code} WHERE x.line = 'procuratorial' AND ${valid}`),
    counts: read<{ waiting: number; matters: number }>(Prisma.sql`
      SELECT (SELECT count(*)::int FROM setting_proposal s WHERE s.region_code = ${code} AND s.status = 'proposed') AS waiting,
        ((SELECT count(*) FROM clue k WHERE k.region_code = ${code}) + (SELECT count(*) FROM case_file c WHERE c.region_code = ${code}))::int AS matters`),
    gaps: gapsOf({ regionCode: code }),
  }, client)
  if (!region || !counts) return null
  const bodies = found.map(({ roles, ...body }) => ({ ...body, roles: new Set(roles) }))
  const office = bodies.find(({ kind }) => kind === 'procuratorate') ?? null
  const others = bodies.filter(({ kind }) => kind !== 'procuratorate')
  const relation = above !== undefined && relations.some(({ inferiorId }) => inferiorId === office?.id)
  const { waiting, matters } = counts
  // A body without any account is served on paper; one with accounts and nobody named to answer for it would let papers lie.
  const withoutLiaison = bodies.filter(({ id, people }) => people > 0 && gaps.some((gap) => gap.id === id))
  const addressed = others.filter(({ kind }) => !watchingKinds.includes(kind))
  const held = (role: Role) => bodies.some(({ roles }) => roles.has(role))
  const missing: Record<RegionGap, boolean> = {
    procuratorate: !office, code: office !== null && office.numberCode === null, superior: office !== null && above !== undefined && !relation,
    bodies: others.length === 0,
    ...(Object.fromEntries(officePosts.map((role) => [role, !office?.roles.has(role)])) as Record<(typeof officePosts)[number], boolean>),
    ...(Object.fromEntries(administrators.map((role) => [role, !held(role)])) as Record<(typeof administrators)[number], boolean>),
    liaisons: withoutLiaison.length > 0, waiting: waiting > 0,
  }
  return {
    region, parentName: parent?.name ?? null, office, above: above ?? null, superiorNamed: relation, others, withoutLiaison, waiting, matters,
    onPaper: addressed.filter(({ people }) => people === 0),
    withoutCode: addressed.filter(({ numberCode }) => numberCode === null),
    gaps: (Object.keys(missing) as RegionGap[]).filter((gap) => missing[gap]),
  }
}

export type Readiness = NonNullable<Awaited<ReturnType<typeof findReadiness>>>
