import { db } from '@/lib/platform/db'
import { isId } from '@/lib/platform/id'
import type { Scope } from '@/lib/platform/scope'
import { seesInner } from '../policy'
import { shownStage, toProposal } from '../rules'

const inScope = (scope: Scope) => ({ audience: { hasSome: [...scope.tokens] } })

/**
 * A case with its team and consultations. To another body than the office that handles it, it is only what the papers
 * served say: the account of facts, the approvals and the evidence are not even read.
 */
export async function findCase(scope: Scope, id: string) {
  if (!isId(id)) return null
  const found = await db.caseFile.findFirst({
    where: { id, ...inScope(scope) },
    include: {
      members: { orderBy: [{ toOn: { sort: 'asc', nulls: 'first' } }, { fromOn: 'asc' }] },
      consultations: { orderBy: { heldOn: 'asc' } },
      lookBacks: { where: inScope(scope), orderBy: { plannedOn: 'asc' } },
    },
  })
  if (!found) return null
  const { members, ...row } = found
  const proposal = toProposal(row.proposal)
  const memberIds = members.filter(({ toOn }) => toOn === null).map(({ userId }) => userId)
  if (seesInner(scope.unitId, row)) return { ...row, inner: true as const, stage: row.status, members, memberIds, proposal }
  const stage = shownStage(row)
  return {
    ...row, inner: false as const, stage, status: stage, members: [], memberIds, proposal: null,
    facts: '', harm: '', harmSigns: [], harmScore: null, harmReason: null, consultationWaiver: null, closingReason: null, superiorApprover: null, superiorApprovalNumber: null, superiorApprovedOn: null, politicalEffect: null, legalEffect: null, socialEffect: null, effectFileIds: [], clueId: null,
    consultations: row.consultations.map((held) => ({ ...held, record: '' })),
  }
}

export type CaseRecord = NonNullable<Awaited<ReturnType<typeof findCase>>>

/** 证据清单: only within the office that handles the case. */
export async function listEvidence(scope: Scope, caseId: string) {
  return db.evidence.findMany({ where: { caseId, caseFile: { ...inScope(scope), procuratorateId: scope.unitId } }, orderBy: { ordinal: 'asc' } })
}

export type EvidenceRow = Awaited<ReturnType<typeof listEvidence>>[number]

/** Letters of the case that this person may see, with what was replied and what a check found, kept apart. */
export async function listCaseLetters(scope: Scope, caseId: string) {
  return db.recommendation.findMany({
    where: { caseId, ...inScope(scope) },
    orderBy: { createdAt: 'asc' },
    select: {
      id: true, number: true, title: true, status: true, receivedOn: true, rectificationEndOn: true, lastRepliedOn: true, rectifiedOn: true,
      demands: { select: { verdict: true } },
    },
  })
}

export type CaseLetter = Awaited<ReturnType<typeof listCaseLetters>>[number]

/** Cases against other agencies from the same clue (办案规则 69), as far as they are in scope. */
export async function listLinkedCases(scope: Scope, { id, clueId }: { id: string; clueId: string | null }) {
  if (clueId === null) return []
  const rows = await db.caseFile.findMany({
    where: { clueId, id: { not: id }, ...inScope(scope) }, orderBy: { number: 'asc' },
    select: { id: true, number: true, title: true, status: true, proposal: true, agencyId: true, procuratorateId: true },
  })
  return rows.map(({ status, proposal, procuratorateId, ...row }) =>
    ({ ...row, stage: seesInner(scope.unitId, { procuratorateId }) ? status : shownStage({ status, proposal }) }))
}

/** Clocks of these records that this person may watch, running ones first. */
export async function listRecordClocks(scope: Scope, subjectIds: readonly string[]) {
  return db.deadline.findMany({
    where: { subjectId: { in: [...subjectIds] }, ...inScope(scope) }, orderBy: [{ status: 'asc' }, { endOn: 'asc' }], take: 60,
  })
}

export type RecordClock = Awaited<ReturnType<typeof listRecordClocks>>[number]

/** The clue behind a case, where this person may open it. */
export async function findClueLink(scope: Scope, clueId: string | null) {
  if (clueId === null) return null
  return db.clue.findFirst({ where: { id: clueId, ...inScope(scope) }, select: { id: true, number: true, title: true } })
}

/** Where papers are served on the agency; no secret to anybody who signed in. */
export async function findServiceAddress(_scope: Scope, agencyId: string): Promise<string> {
  return (await db.unit.findUnique({ where: { id: agencyId }, select: { address: true } }))?.address ?? ''
}

export async function findLookBack(scope: Scope, id: string) {
  if (!isId(id)) return null
  return db.lookBack.findFirst({ where: { id, ...inScope(scope) }, include: { caseFile: { select: { id: true, number: true, title: true } } } })
}

export type LookBackRecord = NonNullable<Awaited<ReturnType<typeof findLookBack>>>
