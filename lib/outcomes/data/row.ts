import { db, type Tx } from '@/lib/platform/db'
import { isId } from '@/lib/platform/id'
import type { Scope } from '@/lib/platform/scope'
import type { Outcome, TargetItem } from '@/prisma/generated/client'
import type { OutcomeRow } from '../policy'

export type OutcomeRecord = Outcome & OutcomeRow & {
  readonly caseNumber: string
  readonly caseTitle: string
  readonly domain: string
  readonly leadProsecutorId: string
  readonly points: readonly TargetItem[]
}

/** Who sees the case sees what it achieved: there is no audience of its own that could differ. */
export async function findRow(scope: Scope, id: string, client: Tx = db): Promise<OutcomeRecord | null> {
  if (!isId(id)) return null
  const found = await client.outcome.findFirst({
    where: { id, caseFile: { audience: { hasSome: [...scope.tokens] } } },
    include: { points: { orderBy: { ordinal: 'asc' } }, caseFile: { include: { members: { where: { toOn: null }, select: { userId: true } } } } },
  })
  if (!found) return null
  const { caseFile, ...row } = found
  const count = (status: string) => row.points.filter((point) => point.status === status).length
  return {
    ...row, audience: caseFile.audience, procuratorateId: caseFile.procuratorateId, agencyId: caseFile.agencyId, domain: caseFile.domain,
    caseNumber: caseFile.number, caseTitle: caseFile.title, leadProsecutorId: caseFile.leadProsecutorId,
    memberIds: caseFile.members.map(({ userId }) => userId), openPoints: count('open'), reportedPoints: count('reported'), struckPoints: count('struck'),
    checks: (await checksOf(client, row)).length,
  }
}

/** Checks on the ground that may show it: of a letter of the case, not before the day it was achieved, and of its demand where it names one. */
export async function checksOf(client: Tx, { caseId, demandId, achievedOn }: Pick<Outcome, 'caseId' | 'demandId' | 'achievedOn'>) {
  if (achievedOn === null) return []
  return client.checkResult.findMany({
    where: { recommendation: { caseId }, checkedOn: { gte: achievedOn }, verdict: { in: ['met', 'partly'] }, ...(demandId ? { demandId } : {}) },
    orderBy: [{ checkedOn: 'asc' }, { id: 'asc' }], include: { demand: { select: { ordinal: true } } },
  })
}

export type OutcomeCheck = { readonly id: string; readonly checkedOn: Date; readonly place: string; readonly ordinal: number }

/** The checks to choose from, as far as one may see the letter they belong to. */
export async function listChecks(scope: Scope, row: Pick<Outcome, 'caseId' | 'demandId' | 'achievedOn'>): Promise<OutcomeCheck[]> {
  if ((await db.recommendation.count({ where: { caseId: row.caseId, audience: { hasSome: [...scope.tokens] } } })) === 0) return []
  return (await checksOf(db, row)).map(({ id, checkedOn, place, demand: { ordinal } }) => ({ id, checkedOn, place, ordinal }))
}
