import type { Outcome, Subject } from '@/lib/engine/procedure/feature'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { searchLexemes } from '@/lib/platform/search'
import { unitToken, type Scope } from '@/lib/platform/scope'
import type { CaseFile } from '@/prisma/generated/client'
import type { CaseRow, LookBackRow } from '../policy'
import { toProposal, type Proposal } from '../rules'

/** The locked case as effects get it. */
export type LockedCase = Omit<CaseFile, 'proposal'> & CaseRow & { readonly proposal: Proposal | null }

export const caseSubject: Subject<LockedCase> = {
  type: 'case',
  async lock(tx: Tx, id: string, scope: Scope) {
    const found = await tx.$queryRaw<unknown[]>`
      SELECT 1 FROM case_file WHERE id = ${id}::uuid AND audience && ${[...scope.tokens]}::text[] FOR UPDATE`
    return found.length === 0 ? null : readCase(tx, id)
  },
  async lockNested(tx, id) {
    const found = await tx.$queryRaw<unknown[]>`SELECT 1 FROM case_file WHERE id = ${id}::uuid FOR UPDATE`
    return found.length === 0 ? null : readCase(tx, id)
  },
  async move(tx, id, version, status) {
    const { count } = await tx.caseFile.updateMany({
      where: { id, version }, data: { status, version: { increment: 1 }, updatedAt: now() },
    })
    return count
  },
}

async function readCase(tx: Tx, id: string): Promise<LockedCase> {
  const { members, ...row } = await tx.caseFile.findUniqueOrThrow({
    where: { id }, include: { members: { where: { toOn: null }, select: { userId: true } } },
  })
  return { ...row, proposal: toProposal(row.proposal), memberIds: members.map(({ userId }) => userId) }
}

export type LockedLookBack = LookBackRow & {
  readonly caseId: string
  readonly title: string
  readonly place: string
}

export const lookBackSubject: Subject<LockedLookBack> = {
  type: 'lookBack',
  async lock(tx: Tx, id: string, scope: Scope) {
    const found = await tx.$queryRaw<unknown[]>`
      SELECT 1 FROM look_back WHERE id = ${id}::uuid AND audience && ${[...scope.tokens]}::text[] FOR UPDATE`
    return found.length === 0 ? null : tx.lookBack.findUniqueOrThrow({ where: { id } })
  },
  async move(tx, id, version, status) {
    const { count } = await tx.lookBack.updateMany({
      where: { id, version }, data: { status, version: { increment: 1 }, updatedAt: now() },
    })
    return count
  },
}

/** Keeps the search index in step with what a case is called and who may see it. */
export async function indexCase(tx: Tx, id: string): Promise<void> {
  const { number, title, place, facts, audience, agencyId, procuratorateId } = await tx.caseFile.findUniqueOrThrow({ where: { id } })
  const agency = await tx.unit.findUniqueOrThrow({ where: { id: agencyId }, select: { name: true } })
  const lexemes = searchLexemes([number, title, place, agency.name], audience, { unitId: procuratorateId, texts: [facts] })
  await tx.$executeRaw`UPDATE case_file SET search = array_to_tsvector(${lexemes}::text[]) WHERE id = ${id}::uuid`
}

type CaseFacts = Pick<CaseFile, 'id' | 'regionCode' | 'title' | 'procuratorateId' | 'agencyId'>

/**
 * What every step of a case gives the runner. Its clocks are the office's own: an agency learns of the case from the
 * papers served on it, not from the office's internal limits.
 */
export const caseOutcome = (row: CaseFacts, more: Partial<Outcome> = {}): Outcome => ({
  id: row.id,
  regionCode: row.regionCode,
  title: row.title,
  audience: [unitToken(row.procuratorateId)],
  parties: { procuratorate: row.procuratorateId, agency: row.agencyId },
  ...more,
})
