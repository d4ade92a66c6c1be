import { findFeature } from '@/lib/engine/procedure/registry'
import { now } from '@/lib/platform/clock'
import { db, json } from '@/lib/platform/db'
import type { Scope } from '@/lib/platform/scope'
import { read, readTogether, textArray, type Read } from '@/lib/platform/together'
import { Prisma } from '@/prisma/generated/client'
import { draftKey, namesOfPresent, presentMinutes, type Present, type Typist } from './rules'
import { draftInput, type DraftFields, type WatchedType } from './schema'

/** All that this person typed and has not sent for one record, by the form's key: a page draws several forms of it. */
export async function listDrafts(scope: Scope, id: string | null): Promise<ReadonlyMap<string, DraftFields>> {
  const drafts = await db.draft.findMany({ where: { userId: scope.userId, key: { endsWith: draftKey('', id) } } })
  return new Map(drafts.map(({ key, body }) => [key, draftInput.shape.fields.parse(body)]))
}

/** A person's own notes: operational, unaudited, purged when the step is taken. */
export async function saveDraft(scope: Scope, key: string, fields: DraftFields): Promise<void> {
  const body = json(fields)
  const updatedAt = now()
  await db.draft.upsert({
    where: { userId_key: { userId: scope.userId, key } },
    create: { userId: scope.userId, key, body, updatedAt },
    update: { body, updatedAt },
  })
}

export async function dropDraft(scope: Scope, key: string): Promise<void> {
  await db.draft.deleteMany({ where: { userId: scope.userId, key } })
}

/** The records whose forms stand on this page, as far as the reader sees them. */
const recordsOf: Record<WatchedType, (id: string, tokens: Prisma.Sql) => Prisma.Sql> = {
  clue: (id, tokens) => Prisma.sql`SELECT 'clue' AS type, r.id, r.audience FROM clue r WHERE r.id = ${id}::uuid AND r.audience && ${tokens}`,
  case: (id, tokens) => Prisma.sql`SELECT 'case' AS type, r.id, r.audience FROM case_file r WHERE r.id = ${id}::uuid AND r.audience && ${tokens}`,
  recommendation: (id, tokens) => Prisma.sql`
    SELECT 'recommendation' AS type, r.id, r.audience FROM recommendation r WHERE r.id = ${id}::uuid AND r.audience && ${tokens}
    UNION ALL SELECT 'handling', r.id, r.audience FROM handling r WHERE r.recommendation_id = ${id}::uuid AND r.audience && ${tokens}`,
}

const stepsOf = (type: WatchedType) =>
  (type === 'recommendation' ? [type, 'handling'] : [type]).flatMap((subject) => {
    const { name, steps } = findFeature(subject)!.procedure
    return Object.entries(steps).map(([key, { inner = false }]) => ({ subject, step: `${name}.${key}`, inner }))
  })

/**
 * Who else typed into a form of this page lately. A form of an inner step is known within its own unit alone, and another
 * body only where it is a party: anybody could send a draft for any record.
 */
export function typistsOf(scope: Scope, type: WatchedType, id: string): Read<Typist> {
  const steps = stepsOf(type)
  const since = new Date(now().getTime() - presentMinutes * 60_000)
  return read(Prisma.sql`
    SELECT p.name, u.id AS "unitId", u.short_name AS "unitName" FROM (${recordsOf[type](id, textArray(scope.tokens))}) r
    JOIN unnest(${textArray(steps.map(({ subject }) => subject))}, ${textArray(steps.map(({ step }) => step))}, ${steps.map(({ inner }) => inner)}::boolean[])
      AS s (type, step, inside) ON s.type = r.type
    JOIN draft d ON d.key = s.step || ':' || r.id::text
    JOIN app_user p ON p.id = d.user_id AND p.active JOIN unit u ON u.id = p.unit_id
    WHERE d.updated_at > ${since} AND p.id <> ${scope.userId}::uuid
      AND (u.id = ${scope.unitId}::uuid OR (NOT s.inside AND 'u:' || u.id::text = ANY(r.audience)))
    GROUP BY p.id, p.name, u.id, u.short_name ORDER BY max(d.updated_at) DESC, p.id LIMIT 20`)
}

/** The same, asked again by an open page; null where the record is not for this reader. */
export async function findPresent(scope: Scope, type: WatchedType, id: string): Promise<Present | null> {
  const { records, typists } = await readTogether({ records: read(recordsOf[type](id, textArray(scope.tokens))), typists: typistsOf(scope, type, id) })
  return records.length > 0 ? namesOfPresent(scope.unitId, typists) : null
}
