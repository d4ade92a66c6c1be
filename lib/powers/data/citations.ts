import type { Scope } from '@/lib/platform/scope'
import { read, readTogether, textArray } from '@/lib/platform/together'
import { Prisma } from '@/prisma/generated/client'

const most = 50

export type Citing = { readonly id: string; readonly number: string | null; readonly title: string; readonly status: string }

/** What rests on an entry, as far as the reader may see it: letters, and clues of the own office, whose evaluation is nobody else's. */
export async function listCitations(scope: Scope, id: string): Promise<{ letters: Citing[]; clues: Citing[] }> {
  const entry = Prisma.sql`ARRAY[${id}::uuid]`
  return readTogether({
    letters: read<Citing>(Prisma.sql`
      SELECT r.id, r.number, r.title, r.status FROM recommendation r WHERE r.power_item_ids @> ${entry} AND r.audience && ${textArray(scope.tokens)} ORDER BY r.id DESC LIMIT ${most}`),
    clues: read<Citing>(Prisma.sql`
      SELECT c.id, c.number, c.title, c.status FROM clue c WHERE c.receiver_unit_id = ${scope.unitId}::uuid AND c.audience && ${textArray(scope.tokens)}
        AND EXISTS (SELECT 1 FROM clue_evaluation e WHERE e.clue_id = c.id AND e.power_item_ids @> ${entry}) ORDER BY c.id DESC LIMIT ${most}`),
  })
}
