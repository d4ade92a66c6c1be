import { db } from '@/lib/platform/db'
import { isId } from '@/lib/platform/id'
import type { Scope } from '@/lib/platform/scope'
import { nothing, read, readAlone, textArray, type Read } from '@/lib/platform/together'
import { Prisma } from '@/prisma/generated/client'
import { likeness, type LikenessMark } from '../rules'

const mostOffered = 200
const mostCompared = 60
const mostShown = 8

export type CaseChoice = { readonly id: string; readonly number: string; readonly title: string; readonly place: string; readonly domain: string; readonly agency: string; readonly status: string }

/** Cases of the own office that stand in no running family, the latest first; the one that one comes from is among them whatever its age. */
export async function listFreeCases(scope: Scope, domain?: string, joining?: string): Promise<CaseChoice[]> {
  const free = (which: Prisma.Sql) => Prisma.sql`
    SELECT c.id, c.number, c.title, c.place, c.domain, c.status, c.agency_id, c.opened_on FROM case_file c
    WHERE c.procuratorate_id = ${scope.unitId}::uuid AND c.audience && ${textArray(scope.tokens)} ${which}
      AND NOT EXISTS (SELECT 1 FROM case_family_member m WHERE m.case_id = c.id AND m.active)`
  const latest = Prisma.sql`${free(domain ? Prisma.sql`AND c.domain = ${domain}` : Prisma.empty)} ORDER BY c.opened_on DESC, c.id DESC LIMIT ${mostOffered}`
  return readAlone(read<CaseChoice>(Prisma.sql`
    SELECT c.id, c.number, c.title, c.place, c.domain, a.short_name AS agency, c.status
    FROM (${joining ? Prisma.sql`(${latest}) UNION ${free(Prisma.sql`AND c.id = ${joining}::uuid`)}` : latest}) c JOIN unit a ON a.id = c.agency_id
    ORDER BY c.opened_on DESC, c.id DESC`))
}

/** Fields in which the own office has enough such cases to begin with, with how many. */
export async function listFields(scope: Scope, least: number): Promise<{ domain: string; cases: number }[]> {
  return readAlone(read<{ domain: string; cases: number }>(Prisma.sql`
    SELECT c.domain, count(*)::int AS cases FROM case_file c
    WHERE c.procuratorate_id = ${scope.unitId}::uuid AND c.audience && ${textArray(scope.tokens)} AND NOT EXISTS (SELECT 1 FROM case_family_member m WHERE m.case_id = c.id AND m.active)
    GROUP BY c.domain HAVING count(*) >= ${least} ORDER BY cases DESC, c.domain`))
}

export type LikeCase = { readonly id: string; readonly number: string; readonly title: string; readonly place: string; readonly agency: string; readonly familyId: string | null; readonly marks: readonly LikenessMark[] }
type Told = { readonly id: string; readonly procuratorateId: string; readonly domain: string; readonly title: string; readonly place: string; readonly facts: string; readonly agencyId: string }
type Candidate = Omit<LikeCase, 'marks'> & { readonly facts: string; readonly domain: string; readonly agencyId: string }

/** The office's latest other cases of the same field, to be compared with this one. */
export const candidatesOf = (scope: Scope, told: Told): Read<Candidate> => (told.procuratorateId !== scope.unitId ? nothing() : read(Prisma.sql`
  SELECT c.id, c.number, c.title, c.place, c.facts, c.domain, c.agency_id AS "agencyId", a.short_name AS agency, m.family_id AS "familyId"
  FROM (
    SELECT c.* FROM case_file c WHERE c.procuratorate_id = ${scope.unitId}::uuid AND c.domain = ${told.domain} AND c.id <> ${told.id}::uuid AND c.audience && ${textArray(scope.tokens)}
    ORDER BY c.opened_on DESC LIMIT ${mostCompared}
  ) c JOIN unit a ON a.id = c.agency_id LEFT JOIN case_family_member m ON m.case_id = c.id AND m.active`))

/** Those that may be like it, with what they have in common; who has most in common first. */
export function likeOf(told: Told, candidates: readonly Candidate[]): LikeCase[] {
  const comparable = <Row extends { agencyId: string }>({ agencyId, ...row }: Row) => ({ ...row, unitIds: [agencyId] })
  return candidates
    .map(({ facts, domain, agencyId, ...row }) => ({ ...row, marks: likeness(comparable(told), comparable({ ...row, facts, domain, agencyId })) }))
    .filter(({ marks }) => marks.length > 0)
    .sort((a, b) => b.marks.length - a.marks.length)
    .slice(0, mostShown)
}

/** A case of the own office that others may be like. */
export async function findTold(scope: Scope, id: string): Promise<(Told & { readonly number: string }) | null> {
  if (!isId(id)) return null
  return db.caseFile.findFirst({
    where: { id, procuratorateId: scope.unitId, audience: { hasSome: [...scope.tokens] } },
    select: { id: true, number: true, procuratorateId: true, domain: true, title: true, place: true, facts: true, agencyId: true },
  })
}

export const listLikeCases = async (scope: Scope, told: Told): Promise<LikeCase[]> => likeOf(told, await readAlone(candidatesOf(scope, told)))

export type FamilyLink = { readonly id: string; readonly title: string; readonly status: string; readonly result: string | null; readonly holds: boolean }

/** Families a case stands in, and running ones of its field that it might join: as far as this reader may see them. */
export const familiesOfCase = (scope: Scope, { id, domain }: { readonly id: string; readonly domain: string }): Read<FamilyLink> => read(Prisma.sql`
  SELECT f.* FROM (
    SELECT x.id, x.title, x.status, x.result, EXISTS (SELECT 1 FROM case_family_member m WHERE m.family_id = x.id AND m.case_id = ${id}::uuid AND m.removed_on IS NULL) AS holds
    FROM case_family x WHERE x.audience && ${textArray(scope.tokens)} AND x.id IN (
      SELECT m.family_id FROM case_family_member m WHERE m.case_id = ${id}::uuid AND m.removed_on IS NULL
      UNION SELECT y.id FROM case_family y WHERE y.procuratorate_id = ${scope.unitId}::uuid AND y.status <> 'closed' AND y.domain = ${domain})
  ) f ORDER BY f.holds DESC, f.id DESC LIMIT ${mostShown}`)
