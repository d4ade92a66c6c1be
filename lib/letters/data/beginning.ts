import { mainLineRowsOf, toMainLineTerms } from '@/lib/charters/data/main-line'
import { today } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { isId } from '@/lib/platform/id'
import type { UnitKind } from '@/lib/platform/roles'
import type { Scope } from '@/lib/platform/scope'
import { read, readAlone, textArray } from '@/lib/platform/together'
import { Prisma } from '@/prisma/generated/client'

const mostOffered = 200

/** Whom the opinion in force lets see letters, and urge. */
export const listReaders = async (scope: Scope): Promise<readonly string[]> =>
  toMainLineTerms(scope.regionCode, await readAlone(mainLineRowsOf(scope.regionCode, today()))).letterReaders

/** Bodies of the own place a letter may go to. */
export async function listAddressees(scope: Scope, kinds: readonly UnitKind[]) {
  return db.unit.findMany({
    where: { regionCode: scope.regionCode, active: true, kind: { in: [...kinds] }, id: { not: scope.unitId } },
    orderBy: [{ kind: 'asc' }, { name: 'asc' }], take: mostOffered, select: { id: true, name: true, shortName: true, kind: true },
  })
}

/** A case of the own office, to write about. */
export const findCaseToWriteAbout = async (scope: Scope, id: string) =>
  isId(id) ? db.caseFile.findFirst({ where: { id, audience: { hasSome: [...scope.tokens] } }, select: { id: true, number: true, title: true } }) : null

/** An own letter that came back, to be written once more to another body. */
export const findLetterToCopy = async (scope: Scope, id: string) =>
  isId(id) ? db.letter.findFirst({
    where: { id, senderId: scope.unitId, audience: { hasSome: [...scope.tokens] } },
    select: { id: true, kind: true, title: true, content: true, points: true, details: true, proposedUnitId: true },
  }) : null

export type OpenMatter = { readonly type: string; readonly kind: string | null; readonly id: string; readonly title: string; readonly from: string; readonly since: Date; readonly endOn: Date | null }

/** S0-28, S4-6: what this body already has open, of anybody's, as far as the writer may see it. */
export async function listOpenMatters(scope: Scope, unitId: string): Promise<OpenMatter[]> {
  if (!isId(unitId)) return []
  return db.$queryRaw<OpenMatter[]>`
    SELECT m.*, (SELECT min(d.end_on) FROM deadline d WHERE d.subject_type = m.type AND d.subject_id = m.id AND d.status = 'running' AND d.owed_by_unit_id = ${unitId}::uuid
      AND d.audience && ${textArray(scope.tokens)}) AS "endOn"
    FROM (
      SELECT 'letter' AS type, x.kind, x.id, x.title, s.short_name AS "from", x.created_at AS since FROM letter x JOIN unit s ON s.id = x.sender_id
      WHERE x.receiver_id = ${unitId}::uuid AND x.issued_on IS NOT NULL AND x.status NOT IN ('closed', 'withdrawn', 'returned') AND x.audience && ${textArray(scope.tokens)}
      UNION ALL
      SELECT 'recommendation', NULL, r.id, r.title, p.short_name, r.created_at FROM recommendation r JOIN unit p ON p.id = r.procuratorate_id
      WHERE r.agency_id = ${unitId}::uuid AND r.status IN ('sent', 'received', 'replied', 'askedAgain') AND r.audience && ${textArray(scope.tokens)}
    ) m ORDER BY m.since DESC, m.id LIMIT 50`
}

/** Letters sent to the joint meeting: what their receivers would have decided there. */
export const listLettersForMeeting = (scope: Scope): Promise<{ id: string; title: string; receiverId: string }[]> => readAlone(read(Prisma.sql`
  SELECT x.id, x.title, x.receiver_id AS "receiverId" FROM letter x
  WHERE x.outcome = 'toMeeting' AND x.status IN ('answered', 'closed') AND x.audience && ${textArray(scope.tokens)} ORDER BY x.answered_on DESC, x.id LIMIT ${mostOffered}`))
