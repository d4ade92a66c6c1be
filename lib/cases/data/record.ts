import { isId } from '@/lib/platform/id'
import type { Scope } from '@/lib/platform/scope'
import { columnsOf, idArray, nothing, read, readAlone, readTogether, textArray, type Read } from '@/lib/platform/together'
import {
  type CaseFile, type CaseMember, type Consultation, type Deadline, type Evidence, type LookBack, Prisma, type Recommendation,
} from '@/prisma/generated/client'
import { seesInner } from '../policy'
import { shownStage, toProposal } from '../rules'

/**
 * A case with its team and consultations. To another body than the office that handles it, it is only what the papers
 * served say: the account of facts, the approvals and the evidence are not even read.
 */
export async function findCase(scope: Scope, id: string) {
  if (!isId(id)) return null
  const found = await readTogether({
    cases: read<CaseFile>(Prisma.sql`SELECT ${columnsOf(Prisma.CaseFileScalarFieldEnum, 'c')} FROM case_file c WHERE c.id = ${id}::uuid AND c.audience && ${textArray(scope.tokens)}`),
    members: read<CaseMember>(Prisma.sql`
      SELECT ${columnsOf(Prisma.CaseMemberScalarFieldEnum, 'm')} FROM case_member m WHERE m.case_id = ${id}::uuid ORDER BY m.to_on NULLS FIRST, m.from_on, m.user_id`),
    consultations: read<Consultation>(Prisma.sql`
      SELECT ${columnsOf(Prisma.ConsultationScalarFieldEnum, 'h')} FROM consultation h WHERE h.case_id = ${id}::uuid ORDER BY h.held_on, h.id`),
    lookBacks: read<LookBack>(Prisma.sql`
      SELECT ${columnsOf(Prisma.LookBackScalarFieldEnum, 'l')} FROM look_back l WHERE l.case_id = ${id}::uuid AND l.audience && ${textArray(scope.tokens)} ORDER BY l.planned_on, l.id`),
  })
  const { cases: [caseFile], members, consultations, lookBacks } = found
  if (!caseFile) return null
  const row = { ...caseFile, consultations, lookBacks }
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
export const evidenceOf = (scope: Scope, caseId: string): Read<Evidence> => read(Prisma.sql`
  SELECT ${columnsOf(Prisma.EvidenceScalarFieldEnum, 'e')} FROM evidence e JOIN case_file c ON c.id = e.case_id
  WHERE c.id = ${caseId}::uuid AND c.procuratorate_id = ${scope.unitId}::uuid AND c.audience && ${textArray(scope.tokens)} ORDER BY e.ordinal`)

export type EvidenceRow = Evidence

export type CaseLetter = Pick<Recommendation, 'id' | 'number' | 'title' | 'status' | 'receivedOn' | 'rectificationEndOn' | 'lastRepliedOn' | 'rectifiedOn'> & { readonly demands: { readonly verdict: string }[] }

/** Letters of the case that this person may see, with what was replied and what a check found, kept apart. */
export const lettersOfCase = (scope: Scope, caseId: string): Read<CaseLetter> => read(Prisma.sql`
  SELECT r.id, r.number, r.title, r.status, r.received_on AS "receivedOn", r.rectification_end_on AS "rectificationEndOn", r.last_replied_on AS "lastRepliedOn", r.rectified_on AS "rectifiedOn",
    (SELECT coalesce(json_agg(json_build_object('verdict', d.verdict) ORDER BY d.ordinal), '[]') FROM demand d WHERE d.recommendation_id = r.id) AS demands
  FROM recommendation r WHERE r.case_id = ${caseId}::uuid AND r.audience && ${textArray(scope.tokens)} ORDER BY r.created_at, r.id`)

type LinkedCase = Pick<CaseFile, 'id' | 'number' | 'title' | 'status' | 'proposal' | 'agencyId' | 'procuratorateId'>

/** Cases against other agencies from the same clue (办案规则 69), as far as they are in scope. */
export const linkedCasesOf = (scope: Scope, { id, clueId }: { id: string; clueId: string | null }): Read<LinkedCase> => clueId === null ? nothing() : read(Prisma.sql`
  SELECT c.id, c.number, c.title, c.status, c.proposal, c.agency_id AS "agencyId", c.procuratorate_id AS "procuratorateId"
  FROM case_file c WHERE c.clue_id = ${clueId}::uuid AND c.id <> ${id}::uuid AND c.audience && ${textArray(scope.tokens)} ORDER BY c.number`)

/** Each at the stage this person may know. */
export const toLinkedCases = (scope: Scope, rows: readonly LinkedCase[]) => rows.map(({ status, proposal, procuratorateId, ...row }) =>
  ({ ...row, stage: seesInner(scope.unitId, { procuratorateId }) ? status : shownStage({ status, proposal }) }))

/** Clocks of these records that this person may watch, running ones first. */
export const recordClocksOf = (scope: Scope, subjectIds: readonly string[]): Read<Deadline> => read(Prisma.sql`
  SELECT ${columnsOf(Prisma.DeadlineScalarFieldEnum, 'd')} FROM deadline d
  WHERE d.subject_id = ANY(${idArray(subjectIds)}) AND d.audience && ${textArray(scope.tokens)} ORDER BY d.status, d.end_on, d.id LIMIT 60`)

export const listRecordClocks = async (scope: Scope, subjectIds: readonly string[]) => readAlone(recordClocksOf(scope, subjectIds))

export type RecordClock = Deadline

type Named = { readonly id: string; readonly number: string; readonly title: string }

/** The clue behind a case, where this person may open it. */
export const clueLinkOf = (scope: Scope, clueId: string | null): Read<Named> => clueId === null ? nothing() : read(Prisma.sql`
  SELECT k.id, k.number, k.title FROM clue k WHERE k.id = ${clueId}::uuid AND k.audience && ${textArray(scope.tokens)}`)

export const findClueLink = async (scope: Scope, clueId: string | null) => (await readAlone(clueLinkOf(scope, clueId)))[0] ?? null

/** Where papers are served on the agency; no secret to anybody who signed in. */
export const serviceAddressOf = (_scope: Scope, agencyId: string): Read<{ readonly address: string | null }> =>
  read(Prisma.sql`SELECT u.address FROM unit u WHERE u.id = ${agencyId}::uuid`)

export async function findLookBack(scope: Scope, id: string) {
  if (!isId(id)) return null
  const seen = Prisma.sql`look_back b WHERE b.id = ${id}::uuid AND b.audience && ${textArray(scope.tokens)}`
  const { rows, cases } = await readTogether({
    rows: read<LookBack>(Prisma.sql`SELECT ${columnsOf(Prisma.LookBackScalarFieldEnum, 'b')} FROM ${seen}`),
    cases: read<Named>(Prisma.sql`SELECT c.id, c.number, c.title FROM case_file c WHERE c.id IN (SELECT b.case_id FROM ${seen})`),
  })
  return rows[0] && cases[0] ? { ...rows[0], caseFile: cases[0] } : null
}

export type LookBackRecord = NonNullable<Awaited<ReturnType<typeof findLookBack>>>
