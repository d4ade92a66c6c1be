import { clocksAbout } from '@/lib/engine/deadlines/record-clocks'
import { linesOf, toTimeLine } from '@/lib/engine/procedure/time-line'
import { db } from '@/lib/platform/db'
import { filesOf } from '@/lib/platform/files'
import { isId } from '@/lib/platform/id'
import type { UnitKind } from '@/lib/platform/roles'
import type { Scope } from '@/lib/platform/scope'
import { columnsOf, read, readAlone, readTogether, textArray, type Read } from '@/lib/platform/together'
import { Prisma, type UndertakingTarget } from '@/prisma/generated/client'

export type PartRow = {
  readonly id: string; readonly unitId: string; readonly unit: string; readonly status: string; readonly askedOn: Date; readonly answeredOn: Date | null
  readonly contact: string | null; readonly reason: string | null; readonly version: number
}
export type EntryRow = {
  readonly id: string; readonly kind: string; readonly unit: string; readonly author: string; readonly happenedOn: Date; readonly text: string
  readonly details: Record<string, string>; readonly linkType: string | null; readonly linkId: string | null; readonly linkTitle: string | null
}
export type VerdictRow = { readonly targetId: string; readonly reviewerId: string; readonly reviewer: string; readonly unit: string; readonly faults: readonly string[]; readonly score: number; readonly comment: string }
export type RatingRow = { readonly unitId: string; readonly unit: string; readonly likelihood: number; readonly harm: number; readonly reason: string; readonly ratedOn: Date }
export type LinkChoice = { readonly link: string; readonly label: string }

const seen = (scope: Scope, id: string): Prisma.Sql => Prisma.sql`EXISTS (SELECT 1 FROM undertaking x WHERE x.id = ${id}::uuid AND x.audience && ${textArray(scope.tokens)})`

const partsOf = (scope: Scope, id: string): Read<PartRow> => read(Prisma.sql`
  SELECT p.id, p.unit_id AS "unitId", u.short_name AS unit, p.status, p.asked_on AS "askedOn", p.answered_on AS "answeredOn", p.contact, p.reason, p.version
  FROM participation p JOIN unit u ON u.id = p.unit_id WHERE p.undertaking_id = ${id}::uuid AND ${seen(scope, id)} ORDER BY p.asked_on, u.name`)

// What an entry led to is named only to those who may see that record themselves.
const titleOf = (scope: Scope, type: Prisma.Sql, id: Prisma.Sql): Prisma.Sql => Prisma.sql`CASE ${type}
  WHEN 'clue' THEN (SELECT c.title FROM clue c WHERE c.id = ${id} AND c.audience && ${textArray(scope.tokens)})
  WHEN 'case' THEN (SELECT c.title FROM case_file c WHERE c.id = ${id} AND c.audience && ${textArray(scope.tokens)})
  WHEN 'recommendation' THEN (SELECT c.title FROM recommendation c WHERE c.id = ${id} AND c.audience && ${textArray(scope.tokens)})
  WHEN 'caseFamily' THEN (SELECT c.title FROM case_family c WHERE c.id = ${id} AND c.audience && ${textArray(scope.tokens)}) END`

// What it was begun for.
const aboutOf = (scope: Scope, id: string): Read<{ readonly type: string; readonly id: string; readonly title: string }> => read(Prisma.sql`
  SELECT * FROM (
    SELECT x.about_type AS type, x.about_id AS id, ${titleOf(scope, Prisma.sql`x.about_type`, Prisma.sql`x.about_id`)} AS title FROM undertaking x
    WHERE x.id = ${id}::uuid AND x.about_id IS NOT NULL AND x.audience && ${textArray(scope.tokens)}
  ) about WHERE title IS NOT NULL`)

const entriesOf = (scope: Scope, id: string): Read<EntryRow> => read(Prisma.sql`
  SELECT e.id, e.kind, u.short_name AS unit, p.name AS author, e.happened_on AS "happenedOn", e.text, e.details, e.link_type AS "linkType", e.link_id AS "linkId", ${titleOf(scope, Prisma.sql`e.link_type`, Prisma.sql`e.link_id`)} AS "linkTitle"
  FROM undertaking_entry e JOIN unit u ON u.id = e.unit_id JOIN app_user p ON p.id = e.author_id
  WHERE e.undertaking_id = ${id}::uuid AND ${seen(scope, id)} ORDER BY e.happened_on, e.id LIMIT 500`)

const targetsOf = (scope: Scope, id: string): Read<UndertakingTarget> => read(Prisma.sql`
  SELECT ${columnsOf(Prisma.UndertakingTargetScalarFieldEnum, 't')} FROM undertaking_target t WHERE t.undertaking_id = ${id}::uuid AND ${seen(scope, id)} ORDER BY t.ordinal`)

const verdictsOf = (scope: Scope, id: string): Read<VerdictRow> => read(Prisma.sql`
  SELECT v.target_id AS "targetId", v.reviewer_id AS "reviewerId", p.name AS reviewer, u.short_name AS unit, v.faults, v.score, v.comment
  FROM file_verdict v JOIN undertaking_target t ON t.id = v.target_id JOIN app_user p ON p.id = v.reviewer_id JOIN unit u ON u.id = v.unit_id
  WHERE t.undertaking_id = ${id}::uuid AND ${seen(scope, id)} ORDER BY v.id`)

const ratingsOf = (scope: Scope, id: string): Read<RatingRow> => read(Prisma.sql`
  SELECT r.unit_id AS "unitId", u.short_name AS unit, r.likelihood, r.harm, r.reason, r.rated_on AS "ratedOn"
  FROM risk_rating r JOIN unit u ON u.id = r.unit_id WHERE r.undertaking_id = ${id}::uuid AND ${seen(scope, id)} ORDER BY u.name`)

const unitsOf = (scope: Scope): Read<{ readonly id: string; readonly name: string; readonly kind: UnitKind }> => read(Prisma.sql`
  SELECT id, short_name AS name, kind FROM unit WHERE region_code = ${scope.regionCode} AND active ORDER BY kind, name`)

/** Records an entry may lead to. */
const linksOf = (scope: Scope): Read<LinkChoice> => read(Prisma.sql`
  (SELECT 'clue:' || c.id AS link, c.title AS label FROM clue c WHERE c.audience && ${textArray(scope.tokens)} ORDER BY c.id DESC LIMIT 60)
  UNION ALL (SELECT 'case:' || c.id, coalesce(c.number, '') || ' ' || c.title FROM case_file c WHERE c.audience && ${textArray(scope.tokens)} ORDER BY c.id DESC LIMIT 60)
  UNION ALL (SELECT 'recommendation:' || c.id, coalesce(c.number, '') || ' ' || c.title FROM recommendation c WHERE c.audience && ${textArray(scope.tokens)} ORDER BY c.id DESC LIMIT 60)
  UNION ALL (SELECT 'caseFamily:' || c.id, c.title FROM case_family c WHERE c.audience && ${textArray(scope.tokens)} ORDER BY c.id DESC LIMIT 60)`)

/** What stands around an undertaking, in one statement. */
export async function listAround(scope: Scope, id: string) {
  const { lines, ...found } = await readTogether({
    parts: partsOf(scope, id), entries: entriesOf(scope, id), targets: targetsOf(scope, id), verdicts: verdictsOf(scope, id), ratings: ratingsOf(scope, id),
    clocks: clocksAbout(scope, { type: 'undertaking', id }), about: aboutOf(scope, id), lines: linesOf([{ type: 'undertaking', id }]), files: filesOf(scope, { type: 'undertaking', ids: [id] }), units: unitsOf(scope), links: linksOf(scope),
  })
  return { ...found, timeLine: toTimeLine(scope, lines) }
}
export type Around = Awaited<ReturnType<typeof listAround>>

/** Bodies of the own place that may be invited. */
export const listInvitees = (scope: Scope, kinds: readonly UnitKind[]): Promise<{ id: string; shortName: string }[]> => readAlone(read(Prisma.sql`
  SELECT u.id, u.short_name AS "shortName" FROM unit u
  WHERE u.region_code = ${scope.regionCode} AND u.active AND u.kind = ANY(${textArray(kinds)}) AND u.id <> ${scope.unitId}::uuid ORDER BY u.kind, u.name LIMIT 100`))

/** The record an undertaking is to be begun for, named where the writer may see it. */
export async function findAbout(scope: Scope, link: string | undefined): Promise<{ readonly link: string; readonly type: string; readonly title: string } | null> {
  const [type = '', id = ''] = link?.split(':') ?? []
  if (!link || !isId(id)) return null
  const [found] = await db.$queryRaw<{ title: string | null }[]>`SELECT ${titleOf(scope, Prisma.sql`${type}::text`, Prisma.sql`${id}::uuid`)} AS title`
  return found?.title ? { link, type, title: found.title } : null
}

/** To which undertaking an invitation belongs. */
export const findInvited = async (scope: Scope, id: string) =>
  isId(id) ? db.participation.findFirst({ where: { id, audience: { hasSome: [...scope.tokens] } }, select: { undertakingId: true } }) : null
