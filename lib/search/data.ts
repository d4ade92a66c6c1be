import { db } from '@/lib/platform/db'
import type { Scope } from '@/lib/platform/scope'
import { searchQuery } from '@/lib/platform/search'
import { mostFound, type Found } from './schema'

/** Records within scope that hold all the words, newest first; one more than shown tells that there are more. */
export async function searchRecords(scope: Scope, words: string): Promise<Found[]> {
  const query = searchQuery(scope, words)
  if (query === null) return []
  return db.$queryRaw<Found[]>`
    SELECT type, id, number, title, status FROM (
      (SELECT 'clue' AS type, id, number, title, status, created_at FROM clue
        WHERE search @@ ${query}::tsquery ORDER BY created_at DESC LIMIT ${mostFound + 1})
      UNION ALL
      (SELECT 'case', id, number, title, status, created_at FROM case_file
        WHERE search @@ ${query}::tsquery ORDER BY created_at DESC LIMIT ${mostFound + 1})
      UNION ALL
      (SELECT 'recommendation', id, number, title, status, created_at FROM recommendation
        WHERE search @@ ${query}::tsquery ORDER BY created_at DESC LIMIT ${mostFound + 1})
    ) found ORDER BY created_at DESC LIMIT ${mostFound + 1}`
}
