import { now } from '@/lib/platform/clock'
import { db, json } from '@/lib/platform/db'
import type { Scope } from '@/lib/platform/scope'
import { draftKey } from './rules'
import { draftInput, type DraftFields } from './schema'

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
