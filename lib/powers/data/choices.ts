import { today } from '@/lib/platform/clock'
import type { Scope } from '@/lib/platform/scope'
import { idArray, nothing, read, type Read, textArray } from '@/lib/platform/together'
import { Prisma } from '@/prisma/generated/client'
import type { PowerState } from '../schema'
import { inForce } from './list'

/** An entry as it is chosen and cited. */
export type PowerChoice = {
  readonly id: string; readonly unitId: string; readonly unit: string; readonly matter: string; readonly role: 'lead' | 'support'; readonly duty: string
  readonly basis: string[]; readonly status: PowerState
}

const entries = (scope: Scope, where: Prisma.Sql): Prisma.Sql => Prisma.sql`
  SELECT p.id, p.unit_id AS "unitId", u.short_name AS unit, p.matter, p.role, p.duty, p.basis, p.status
  FROM power_item p JOIN unit u ON u.id = p.unit_id WHERE ${where} AND p.audience && ${textArray(scope.tokens)} ORDER BY p.role, u.short_name, p.matter, p.id LIMIT ${most}`

/** As many as anybody reads through to choose from. */
const most = 200

type Asked = {
  readonly regionCode: string
  readonly domain: string
  /** Of one body alone, or of these ids alone. */
  readonly unitId?: string
  readonly ids?: readonly string[]
}

/** What the list of a place holds today for a domain, those in the lead first. */
export const powersFor = (scope: Scope, { regionCode, domain, unitId, ids }: Asked): Read<PowerChoice> => read(entries(scope, Prisma.join([
  Prisma.sql`p.region_code = ${regionCode} AND p.domain = ${domain} AND ${inForce('p', today())}`,
  ...(unitId ? [Prisma.sql`p.unit_id = ${unitId}::uuid`] : []), ...(ids ? [Prisma.sql`p.id = ANY(${idArray(ids)})`] : []),
], ' AND ')))

/** The bodies whose entries those are, by name. */
export const bodiesFor = (scope: Scope, { regionCode, domain }: Asked): Read<{ readonly id: string; readonly name: string }> => read(Prisma.sql`
  SELECT DISTINCT u.id, u.short_name AS name FROM power_item p JOIN unit u ON u.id = p.unit_id
  WHERE p.region_code = ${regionCode} AND p.domain = ${domain} AND ${inForce('p', today())} AND p.audience && ${textArray(scope.tokens)} ORDER BY u.short_name, u.id`)

/** Of those cited, which hold today, themselves or in a version that followed; what ended holds no more. */
export const heldOf = (scope: Scope, ids: readonly string[]): Read<{ readonly id: string }> => (ids.length === 0 ? nothing() : read(Prisma.sql`
  WITH RECURSIVE line AS (
    SELECT p.id AS cited, p.id FROM power_item p WHERE p.id = ANY(${idArray(ids)}) AND p.audience && ${textArray(scope.tokens)}
    UNION ALL SELECT l.cited, n.id FROM line l JOIN power_item n ON n.predecessor_id = l.id)
  SELECT DISTINCT l.cited AS id FROM line l JOIN power_item p ON p.id = l.id WHERE ${inForce('p', today())}`))

/** Entries by id, in whatever version they were cited. */
export const citedPowersOf = (scope: Scope, ids: readonly string[]): Read<PowerChoice> => (ids.length === 0 ? nothing() : read(entries(scope, Prisma.sql`p.id = ANY(${idArray(ids)})`)))

/** What the evaluations of a clue rest on: read only within the office that evaluates. */
export const powersOfClue = (scope: Scope, clueId: string): Read<PowerChoice> => read(entries(scope, Prisma.sql`p.id IN (
  SELECT unnest(e.power_item_ids) FROM clue_evaluation e JOIN clue c ON c.id = e.clue_id WHERE c.id = ${clueId}::uuid AND c.receiver_unit_id = ${scope.unitId}::uuid)`))

/** Of the last evaluation of a case's clue: what its letter begins with. */
export const powersOfCase = (scope: Scope, caseId: string): Read<PowerChoice> => read(entries(scope, Prisma.sql`p.id = ANY((
  SELECT e.power_item_ids FROM case_file f JOIN clue_evaluation e ON e.clue_id = f.clue_id
  WHERE f.id = ${caseId}::uuid AND f.procuratorate_id = ${scope.unitId}::uuid ORDER BY e.round DESC LIMIT 1)::uuid[])`))
