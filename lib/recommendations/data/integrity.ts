import { db } from '@/lib/platform/db'
import type { Finding } from '@/lib/platform/integrity'
import { Prisma } from '@/prisma/generated/client'

type Hit = { readonly id: string; readonly detail: string }

const found = (check: string, hits: readonly Hit[]): Finding[] =>
  hits.map(({ id, detail }) => ({ check, subjectType: 'recommendation', subjectId: id, detail }))

/** 补录: its service, and its filing where that was done, were over before the letter came in. */
const overBefore = Prisma.sql`(owed.duty = 'recommendation.serve' OR owed.duty = 'recommendation.reportForRecord' AND r.filed_on IS NOT NULL) AND EXISTS (
  SELECT 1 FROM audit_event a WHERE a.subject_type = 'recommendation' AND a.subject_id = r.id::text AND a.action = 'recommendation.enterLate' AND a.result = 'done')`

/** A letter owes what its state says: approved to be served, received to be answered, performed and reported. */
export async function checkLetterClocks(): Promise<Finding[]> {
  return found('obligationWithoutClock', await db.$queryRaw<Hit[]>`
    SELECT r.id, owed.duty AS detail FROM recommendation r
    JOIN (VALUES
      ('recommendation.serve', ARRAY['approved', 'sealed', 'sent', 'received', 'replied', 'askedAgain', 'verified', 'closed']),
      ('recommendation.reply', ARRAY['received', 'replied', 'askedAgain', 'verified', 'closed']),
      ('recommendation.perform', ARRAY['received', 'replied', 'askedAgain', 'verified', 'closed']),
      ('recommendation.reportForRecord', ARRAY['received', 'replied', 'askedAgain', 'verified', 'closed'])
    ) owed (duty, states) ON r.status = ANY(owed.states)
    WHERE (NOT EXISTS (SELECT 1 FROM deadline d WHERE d.subject_type = 'recommendation' AND d.subject_id = r.id AND d.duty = owed.duty)
        AND NOT (${overBefore}))
       OR ((r.status = 'askedAgain' AND owed.duty = 'recommendation.reply'
            OR r.status IN ('received', 'replied', 'askedAgain') AND owed.duty = 'recommendation.perform') AND NOT EXISTS (
         SELECT 1 FROM deadline d WHERE d.subject_type = 'recommendation' AND d.subject_id = r.id AND d.duty = owed.duty AND d.status = 'running'))`)
}

/** What a demand shows is what its last check found. */
export async function checkVerdicts(): Promise<Finding[]> {
  return found('verdictAndCheck', await db.$queryRaw<Hit[]>`
    SELECT d.recommendation_id AS id, d.ordinal || ' ' || d.verdict || ' / ' || coalesce(last.verdict, 'unchecked') AS detail
    FROM demand d LEFT JOIN LATERAL (
      SELECT verdict FROM check_result c WHERE c.demand_id = d.id ORDER BY round DESC LIMIT 1
    ) last ON true
    WHERE d.verdict <> coalesce(last.verdict, 'unchecked')`)
}

/** Rectified is what a check found of every demand (办案规则 77), never what a reply says. */
export async function checkRectified(): Promise<Finding[]> {
  return found('rectifiedWithoutCheck', await db.$queryRaw<Hit[]>`
    SELECT r.id, r.status AS detail FROM recommendation r
    WHERE (r.status = 'verified' OR r.rectified_on IS NOT NULL) AND (
      NOT EXISTS (SELECT 1 FROM demand d WHERE d.recommendation_id = r.id)
      OR EXISTS (SELECT 1 FROM demand d WHERE d.recommendation_id = r.id
        AND NOT EXISTS (SELECT 1 FROM check_result c WHERE c.demand_id = d.id AND c.verdict = 'met')))`)
}

/** One letter alive a case (办案规则 69, 75). */
export async function checkOneLetter(): Promise<Finding[]> {
  return found('twoLetters', await db.$queryRaw<Hit[]>`
    SELECT min(r.id::text)::uuid AS id, 'case ' || r.case_id || ': ' || count(*) AS detail FROM recommendation r
    WHERE r.status <> 'withdrawn' GROUP BY r.case_id HAVING count(*) > 1`)
}

/** The agency's own chain ends with the letter it is about. */
export async function checkHandlingClocks(): Promise<Finding[]> {
  return found('clockOfClosed', await db.$queryRaw<Hit[]>`
    SELECT r.id, d.duty AS detail FROM deadline d
    JOIN handling h ON d.subject_type = 'handling' AND d.subject_id = h.id JOIN recommendation r ON r.id = h.recommendation_id
    WHERE d.status IN ('running', 'paused') AND r.status IN ('closed', 'withdrawn')`)
}
