import { db } from '@/lib/platform/db'
import type { Finding } from '@/lib/platform/integrity'

/** A registered clue is to be evaluated. */
export async function checkClueClocks(): Promise<Finding[]> {
  const hits = await db.$queryRaw<{ id: string }[]>`
    SELECT c.id FROM clue c WHERE c.status = 'registered' AND NOT EXISTS (
      SELECT 1 FROM deadline d WHERE d.subject_type = 'clue' AND d.subject_id = c.id AND d.duty = 'clue.propose' AND d.status = 'running')`
  return hits.map(({ id }) => ({ check: 'obligationWithoutClock', subjectType: 'clue', subjectId: id, detail: 'clue.propose' }))
}
