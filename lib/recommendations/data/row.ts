import { db, type Tx } from '@/lib/platform/db'
import { isId } from '@/lib/platform/id'
import type { Scope } from '@/lib/platform/scope'
import type { Prisma, Recommendation } from '@/prisma/generated/client'
import type { RecommendationRow } from '../policy'

/** The letter with what rights depend on. */
export type LetterRow = Recommendation & RecommendationRow

/** Null where it is out of scope or not there: both are "not found". */
export async function findRow(scope: Scope, id: string, client: Tx = db): Promise<LetterRow | null> {
  return isId(id) ? read({ id, audience: { hasSome: [...scope.tokens] } }, client) : null
}

/** The letter whoever asks: for steps taken by another step alone. */
export const findRowNested = (tx: Tx, id: string): Promise<LetterRow | null> => read({ id }, tx)

async function read(where: Prisma.RecommendationWhereInput, client: Tx): Promise<LetterRow | null> {
  const row = await client.recommendation.findFirst({
    where,
    include: {
      caseFile: { select: { members: { where: { toOn: null }, select: { userId: true } } } },
      objections: { where: { decidedOn: null }, select: { id: true, proposal: true }, take: 1 },
      help: { where: { answeredOn: null }, select: { id: true }, take: 1 },
      handling: { select: { id: true, status: true, handlerId: true } },
    },
  })
  if (!row) return null
  const { caseFile, objections, help, ...letter } = row
  const [objection] = objections
  return {
    ...letter,
    memberIds: caseFile.members.map(({ userId }) => userId),
    objection: objection ? { id: objection.id, proposed: objection.proposal !== null } : null,
    help: help[0] ?? null,
  }
}
