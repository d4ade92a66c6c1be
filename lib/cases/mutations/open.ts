import type { z } from 'zod'
import type { Approval } from '@/lib/clues/rules/approval'
import { harmScore } from '@/lib/clues/rules/harm'
import { domainBasisOn, domainName, needsApproval } from '@/lib/clues/rules/dictionaries'
import { nextRecordNumber } from '@/lib/engine/papers/record-numbers'
import type { Outcome, StepContext } from '@/lib/engine/procedure/feature'
import { dateColumn, today, type LocalDate } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { invalid, notFound, refuse } from '@/lib/platform/errors'
import { newId } from '@/lib/platform/id'
import { partiesAudience } from '../rules'
import type { openInput } from '../schema'
import { filingDecision, sourceWords } from '../templates'
import { listHandlers, requireLead } from './people'
import { caseOutcome, indexCase } from './subject'

export type NewCase = {
  readonly regionCode: string
  readonly title: string
  readonly domain: string
  readonly clueId: string | null
  readonly procuratorateId: string
  readonly agencyId: string
  readonly leadProsecutorId: string
  readonly openedOn: LocalDate
  readonly servedOn?: LocalDate
  readonly place: string
  readonly facts: string
  readonly harm: string
  /** 危害情节; left out where nobody weighed them. */
  readonly harmSigns?: readonly string[]
  readonly lateEntry: boolean
  readonly status: string
  readonly superiorApproval?: Approval
}

/** The record and its first team member; one agency, one case (办案规则 69). */
export async function createCase(tx: Tx, at: Date, given: NewCase): Promise<{ id: string; agencyName: string }> {
  const agency = await tx.unit.findFirst({ where: { id: given.agencyId, active: true, kind: { notIn: ['procuratorate', 'court'] } } })
  if (!agency) throw invalid({ agencyId: 'errors.field.choose' })
  await requireLead(tx, given, given.leadProsecutorId)
  if (given.clueId && (await tx.caseFile.count({ where: { clueId: given.clueId, agencyId: given.agencyId } })) > 0)
    throw refuse('cases.refuse.sameAgency', { agency: agency.name })
  const { openedOn, servedOn, superiorApproval, harmSigns, ...facts } = given
  const id = newId()
  await tx.caseFile.create({
    data: {
      ...facts, id, number: await nextRecordNumber(tx, given.procuratorateId, 'case', openedOn), version: 1,
      ...(harmSigns ? { harmSigns: [...harmSigns], harmScore: harmScore(harmSigns) } : {}),
      superiorApprover: superiorApproval?.approver, superiorApprovalNumber: superiorApproval?.number, superiorApprovedOn: superiorApproval ? dateColumn(superiorApproval.on) : null,
      openedOn: dateColumn(openedOn), decisionServedOn: servedOn ? dateColumn(servedOn) : null, enteredOn: dateColumn(today()),
      audience: servedOn ? partiesAudience(given) : partiesAudience(given).slice(0, 1), createdAt: at, updatedAt: at,
      members: { create: { userId: given.leadProsecutorId, role: 'lead', fromOn: dateColumn(openedOn) } },
    },
  })
  await indexCase(tx, id)
  return { id, agencyName: agency.name }
}

/** 立案 (办案规则 30, 67): nested in the chief's decision on the clue, once per agency. */
export async function openCase({ tx, actor, input, today: day, now }: StepContext<never, z.infer<typeof openInput>>): Promise<Outcome> {
  const clue = await tx.clue.findFirst({ where: { id: input.clueId, receiverUnitId: actor.unitId } })
  if (!clue) throw notFound()
  if (needsApproval(clue.domain, day) && !input.superiorApproval) throw refuse('clues.refuse.approval')
  const given: NewCase = {
    regionCode: clue.regionCode, title: input.title ?? clue.title, domain: clue.domain, clueId: clue.id, procuratorateId: actor.unitId,
    agencyId: input.agencyId, leadProsecutorId: input.leadProsecutorId, openedOn: day, place: clue.place,
    facts: input.facts ?? clue.facts, harm: input.harm ?? clue.harm, harmSigns: input.harmSigns, lateEntry: false, status: 'opened', ...(input.superiorApproval ? { superiorApproval: input.superiorApproval } : {}),
  }
  const { id, agencyName } = await createCase(tx, now, given)
  const handlers = await listHandlers(tx, id)
  return caseOutcome({ id, ...given }, {
    dates: { openedOn: day },
    tell: [input.leadProsecutorId],
    after: { clueId: clue.id, agencyId: input.agencyId },
    papers: [{
      kind: 'filingDecision', issuerUnitId: actor.unitId, takenNumber: input.decisionNumber,
      audience: partiesAudience(given).slice(0, 1),
      data: filingDecision({
        agencyName, clueSource: sourceWords(clue.source),
        domain: domainName(clue.domain), facts: given.facts, harm: given.harm, duty: input.duty,
        legalBasis: input.legalBasis?.length ? input.legalBasis : domainBasisOn(clue.domain, day),
        handlers: handlers.map(({ name }) => name), contactPhone: handlers[0]?.phone ?? undefined,
      }),
    }],
  })
}
