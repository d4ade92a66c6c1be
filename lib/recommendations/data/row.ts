import { db, type Tx } from '@/lib/platform/db'
import { isId } from '@/lib/platform/id'
import type { Scope } from '@/lib/platform/scope'
import { columnsOf, read, readAlone, textArray } from '@/lib/platform/together'
import { Prisma, type Recommendation } from '@/prisma/generated/client'
import type { RecommendationRow } from '../policy'

/** The letter with what rights depend on. */
export type LetterRow = Recommendation & RecommendationRow

// Who is on the case, and what of the letter waits for somebody.
const around = Prisma.sql`
  ARRAY(SELECT m.user_id FROM case_member m WHERE m.case_id = r.case_id AND m.to_on IS NULL) AS "memberIds",
  (SELECT json_build_object('id', o.id, 'proposed', o.proposal IS NOT NULL) FROM objection o WHERE o.recommendation_id = r.id AND o.decided_on IS NULL ORDER BY o.id LIMIT 1) AS objection,
  (SELECT json_build_object('id', h.id) FROM help_request h WHERE h.recommendation_id = r.id AND h.answered_on IS NULL ORDER BY h.id LIMIT 1) AS help,
  (SELECT json_build_object('id', a.id, 'status', a.status, 'handlerId', a.handler_id) FROM handling a WHERE a.recommendation_id = r.id) AS handling`

/** Null where it is out of scope or not there: both are "not found". */
export async function findRow(scope: Scope, id: string, client: Tx = db): Promise<LetterRow | null> {
  return isId(id) ? readRow(id, Prisma.sql`r.audience && ${textArray(scope.tokens)}`, client) : null
}

/** What rights depend on, of several letters at once; those out of scope are not among them. */
export const findPolicyRows = (scope: Scope, ids: readonly string[]): Promise<RecommendationRow[]> => readAlone(read<RecommendationRow>(Prisma.sql`
  SELECT r.id, r.region_code AS "regionCode", r.status, r.version, r.audience, r.procuratorate_id AS "procuratorateId", r.agency_id AS "agencyId",
    r.author_id AS "authorId", r.reviewer_id AS "reviewerId", r.filed_on AS "filedOn", r.first_replied_on AS "firstRepliedOn", ${around}
  FROM recommendation r WHERE r.id = ANY(${[...ids]}::uuid[]) AND r.audience && ${[...scope.tokens]}::text[]`))

/** The letter whoever asks: for steps taken by another step alone. */
export const findRowNested = (tx: Tx, id: string): Promise<LetterRow | null> => readRow(id, Prisma.sql`true`, tx)

async function readRow(id: string, where: Prisma.Sql, client: Tx): Promise<LetterRow | null> {
  const [row] = await readAlone(read<LetterRow>(Prisma.sql`
    SELECT ${columnsOf(Prisma.RecommendationScalarFieldEnum, 'r')}, ${around} FROM recommendation r WHERE r.id = ${id}::uuid AND ${where}`), client)
  return row ?? null
}
