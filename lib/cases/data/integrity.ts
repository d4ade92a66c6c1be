import { db } from '@/lib/platform/db'
import type { Finding } from '@/lib/platform/integrity'

type Hit = { readonly type: string; readonly id: string; readonly detail: string }

/** A case and its look-backs owe what their state says; the review month is there from the receipt on (办案规则 47). */
export async function checkCaseClocks(): Promise<Finding[]> {
  const hits = await db.$queryRaw<Hit[]>`
    SELECT 'case' AS type, c.id, owed.duty AS detail FROM case_file c
    JOIN (VALUES
      ('case.serveDecision', ARRAY['opened']),
      ('case.finishInvestigation', ARRAY['opened', 'investigating', 'investigated']),
      ('case.decideReview', ARRAY['following', 'suspended'])
    ) owed (duty, states) ON c.status = ANY(owed.states)
    WHERE NOT EXISTS (SELECT 1 FROM deadline d WHERE d.subject_type = 'case' AND d.subject_id = c.id AND d.duty = owed.duty)
    UNION ALL
    SELECT 'lookBack', l.id, 'lookBack.record' FROM look_back l
    WHERE l.status = 'planned' AND NOT EXISTS (
      SELECT 1 FROM deadline d WHERE d.subject_type = 'lookBack' AND d.subject_id = l.id AND d.duty = 'lookBack.record' AND d.status = 'running')`
  return hits.map(({ type, id, detail }) => ({ check: 'obligationWithoutClock', subjectType: type, subjectId: id, detail }))
}
