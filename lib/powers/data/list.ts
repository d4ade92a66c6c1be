import { dateColumn, type LocalDate, today } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import type { Scope } from '@/lib/platform/scope'
import { read, type Read, textArray } from '@/lib/platform/together'
import { Prisma } from '@/prisma/generated/client'
import { bearerKinds, type PowersFilter, type PowerState } from '../schema'

export const pageSize = 20

/** Days alone decide: what is to come is not yet, what was revised holds until its last day. */
export const inForce = (alias: string, on: LocalDate): Prisma.Sql => {
  const [of, day] = [Prisma.raw(alias), dateColumn(on)]
  return Prisma.sql`(${of}.from_on <= ${day}::date AND (${of}.to_on IS NULL OR ${of}.to_on >= ${day}::date))`
}

/** In force or to come: no version before it, and none that was taken back. */
export const holdsYet = (alias: string, on: LocalDate): Prisma.Sql => {
  const [of, day] = [Prisma.raw(alias), dateColumn(on)]
  return Prisma.sql`(${of}.status <> 'takenBack' AND (${of}.to_on IS NULL OR ${of}.to_on >= ${day}::date))`
}

/** 职责交叉: another body is the lead for the same matter too. */
const crossing = (on: LocalDate): Prisma.Sql => Prisma.sql`(p.role = 'lead' AND ${inForce('p', on)} AND EXISTS (
  SELECT 1 FROM power_item o WHERE o.region_code = p.region_code AND o.domain = p.domain AND o.matter = p.matter AND o.role = 'lead' AND o.unit_id <> p.unit_id AND ${inForce('o', on)}))`

export type PowerRow = {
  readonly id: string; readonly domain: string; readonly matter: string; readonly unitId: string; readonly unit: string; readonly role: 'lead' | 'support'
  readonly powers: string[]; readonly basis: string[]; readonly fromOn: Date; readonly toOn: Date | null; readonly status: PowerState; readonly crossing: boolean; readonly inForce: boolean
}

/** The list of one place, by domain and matter, so that those who share a matter stand together. */
export async function listPowers(scope: Scope, { place, domain, unit, q, show, page }: PowersFilter): Promise<PowerRow[]> {
  const day = today()
  const conditions = [
    Prisma.sql`p.region_code = ${place ?? scope.regionCode} AND p.audience && ${textArray(scope.tokens)}`,
    ...(domain ? [Prisma.sql`p.domain = ${domain}`] : []), ...(unit ? [Prisma.sql`p.unit_id = ${unit}::uuid`] : []), ...(q ? [Prisma.sql`strpos(p.matter, ${q}) > 0`] : []),
    ...(show === 'all' ? [] : [inForce('p', day)]), ...(show === 'doubted' ? [Prisma.sql`p.status = 'doubted'`] : []), ...(show === 'crossing' ? [crossing(day)] : []),
  ]
  return db.$queryRaw<PowerRow[]>`
    SELECT p.id, p.domain, p.matter, p.unit_id AS "unitId", u.short_name AS unit, p.role, p.powers, p.basis, p.from_on AS "fromOn", p.to_on AS "toOn", p.status,
      ${crossing(day)} AS crossing, ${inForce('p', day)} AS "inForce"
    FROM power_item p JOIN unit u ON u.id = p.unit_id WHERE ${Prisma.join(conditions, ' AND ')}
    ORDER BY p.domain, p.matter, p.role, u.short_name, p.from_on DESC, p.id LIMIT ${pageSize + 1} OFFSET ${(page - 1) * pageSize}`
}

/** Places whose list this person may read: the own one, and those of the offices below. */
export const placesOf = (scope: Scope): Read<{ code: string; name: string }> => read(Prisma.sql`
  SELECT r.code, r.short_name AS name FROM region r WHERE r.code = ${scope.regionCode}
    OR EXISTS (SELECT 1 FROM unit u WHERE u.region_code = r.code AND u.kind = 'procuratorate' AND 'u:' || u.id::text = ANY(${textArray(scope.tokens)}))
  ORDER BY r.code = ${scope.regionCode} DESC, r.code LIMIT 60`)

export type Gap = { readonly domain: string; readonly units: { readonly id: string; readonly name: string }[]; readonly bare: boolean }

/** Bodies that carry a domain without an entry in it; `bare` where nobody has one. */
export const gapsOf = (scope: Scope, place: string): Read<Gap> => read(Prisma.sql`
  SELECT d.domain, json_agg(json_build_object('id', u.id, 'name', u.short_name) ORDER BY u.short_name) AS units,
    NOT EXISTS (SELECT 1 FROM power_item p WHERE p.region_code = ${place} AND p.domain = d.domain AND ${inForce('p', today())} AND p.audience && ${textArray(scope.tokens)}) AS bare
  FROM unit u, unnest(u.domains) AS d(domain)
  WHERE u.region_code = ${place} AND u.active AND u.kind = ANY(${textArray(bearerKinds)})
    AND NOT EXISTS (SELECT 1 FROM power_item p WHERE p.unit_id = u.id AND p.domain = d.domain AND ${inForce('p', today())})
  GROUP BY d.domain ORDER BY d.domain`)

