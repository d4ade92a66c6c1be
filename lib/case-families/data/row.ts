import { db, type Tx } from '@/lib/platform/db'
import { isId } from '@/lib/platform/id'
import { unitToken, type Scope } from '@/lib/platform/scope'
import { columnsOf, read, readAlone, textArray } from '@/lib/platform/together'
import { type CaseFamily, Prisma } from '@/prisma/generated/client'
import type { CaseFamilyRow } from '../policy'

export type CaseFamilyRecord = CaseFamily & CaseFamilyRow

/** The office itself and who stands above it; to others a family is what was raised to them. */
export const keepsFamily = ({ tokens }: Scope, { procuratorateId }: Pick<CaseFamily, 'procuratorateId'>): boolean => tokens.includes(unitToken(procuratorateId))

/** The row as a step needs it. */
export async function findRow(scope: Scope, id: string, client: Tx = db): Promise<CaseFamilyRecord | null> {
  return isId(id) ? readRow(id, Prisma.sql`f.audience && ${textArray(scope.tokens)}`, client) : null
}

/** The family whoever asks: for steps taken by another step alone. */
export const findRowNested = (tx: Tx, id: string): Promise<CaseFamilyRecord | null> => readRow(id, Prisma.sql`true`, tx)

async function readRow(id: string, where: Prisma.Sql, client: Tx): Promise<CaseFamilyRecord | null> {
  const [row] = await readAlone(read<CaseFamilyRecord>(Prisma.sql`
    SELECT ${columnsOf(Prisma.CaseFamilyScalarFieldEnum, 'f')}, ARRAY(SELECT m.case_id FROM case_family_member m WHERE m.family_id = f.id AND m.removed_on IS NULL) AS "caseIds",
      (SELECT count(*)::int FROM bulletin b WHERE b.family_id = f.id AND b.status IN ('draft', 'approved')) AS pending
    FROM case_family f WHERE f.id = ${id}::uuid AND ${where}`), client)
  return row ?? null
}

/**
 * 已核查整改到位 of the case `c`: a check on the ground found the letter's demands met, and nothing came back since. Neither a reply nor a
 * concluded case says so, and what came back takes it away for every reader alike.
 */
export const isVerified = (scope: Scope): Prisma.Sql => Prisma.sql`(
  EXISTS (SELECT 1 FROM recommendation v WHERE v.case_id = c.id AND v.rectified_on IS NOT NULL AND v.status <> 'withdrawn' AND v.audience && ${textArray(scope.tokens)})
  AND NOT EXISTS (SELECT 1 FROM look_back w WHERE w.case_id = c.id AND w.relapse_clue_id IS NOT NULL))`

/** Its cases now, each verified or not, for whoever closes it. */
export async function listVerified(scope: Scope, familyId: string, client: Tx = db): Promise<{ id: string; verified: boolean }[]> {
  return client.$queryRaw<{ id: string; verified: boolean }[]>`
    SELECT c.id, ${isVerified(scope)} AS verified FROM case_family_member m JOIN case_file c ON c.id = m.case_id
    WHERE m.family_id = ${familyId}::uuid AND m.removed_on IS NULL AND c.audience && ${textArray(scope.tokens)} ORDER BY c.id`
}
