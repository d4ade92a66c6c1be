import { now } from '@/lib/platform/clock'
import { db, json } from '@/lib/platform/db'
import type { Scope } from '@/lib/platform/scope'
import { draftInput, type DraftFields } from './schema'

/** What this person typed last into this form and has not sent; null where there is nothing. */
export async function findDraft(scope: Scope, key: string): Promise<DraftFields | null> {
  const draft = await db.draft.findUnique({ where: { userId_key: { userId: scope.userId, key } } })
  return draft ? draftInput.shape.fields.parse(draft.body) : null
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
