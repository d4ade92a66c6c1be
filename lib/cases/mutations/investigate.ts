import type { z } from 'zod'
import { domainName } from '@/lib/clues/rules/dictionaries'
import type { Outcome, StepContext } from '@/lib/engine/procedure/feature'
import type { passWorkInput } from '@/lib/handovers/schema'
import { dateColumn, localDate } from '@/lib/platform/clock'
import { invalid, refuse } from '@/lib/platform/errors'
import { attachFiles } from '@/lib/platform/files'
import { newId } from '@/lib/platform/id'
import { innerAudience, partiesAudience } from '../rules'
import type {
  addEvidenceInput, closeInvestigationInput, recordConsultationInput, setTeamInput, waiveConsultationInput,
} from '../schema'
import { consultationWords, sourceWords } from '../templates'
import { listHandlers, passPlace, requireLead, requireMembers } from './people'
import { caseOutcome, type LockedCase } from './subject'

type On<Input> = StepContext<LockedCase, Input>

/** 办案组 (办案规则 6). Who leaves keeps the row with the last day; who returns takes it up again. */
export async function setTeam({ tx, row, input, today }: On<z.infer<typeof setTeamInput>>): Promise<Outcome> {
  const { leadProsecutorId } = input
  await requireLead(tx, row, leadProsecutorId)
  const others = await requireMembers(tx, row, input.memberIds.filter((id) => id !== leadProsecutorId))
  const team = [{ userId: leadProsecutorId, role: 'lead' }, ...others]
  await tx.caseMember.updateMany({
    where: { caseId: row.id, toOn: null, userId: { notIn: team.map(({ userId }) => userId) } }, data: { toOn: dateColumn(today) },
  })
  for (const { userId, role } of team)
    await tx.caseMember.upsert({
      where: { caseId_userId: { caseId: row.id, userId } },
      create: { caseId: row.id, userId, role, fromOn: dateColumn(today) },
      update: { role, toOn: null },
    })
  await tx.caseFile.update({ where: { id: row.id }, data: { leadProsecutorId } })
  return caseOutcome(row, { tell: team.map(({ userId }) => userId), before: { memberIds: row.memberIds }, after: { team } })
}

/** A place in the team passes to a colleague; a closed case passes with its planned look-backs. */
export async function handOverCase({ tx, row, input, today }: On<z.infer<typeof passWorkInput>>): Promise<Outcome> {
  const { fromUserId, toUserId, reason } = input
  const { lead } = await passPlace(tx, row, { fromUserId, toUserId, on: today })
  return caseOutcome(row, { before: { memberId: fromUserId }, after: { memberId: toUserId, lead, reason } })
}

/** 磋商 (办案规则 70): always leaves a record, which the agency signs and has too. */
export async function recordConsultation({ tx, actor, row, input, now }: On<z.infer<typeof recordConsultationInput>>): Promise<Outcome> {
  if (input.heldOn < localDate(row.openedOn)) throw invalid({ heldOn: 'errors.field.order' })
  const { heldOn, form, place, host, procurators, agencyPeople, topics, agencyView, agencyPlan, disagreements } = input
  await tx.consultation.create({
    data: {
      id: newId(), caseId: row.id, heldOn: dateColumn(heldOn), form, place, topics, agencyPlan,
      participants: [...procurators, ...agencyPeople].join('\n'),
      record: [agencyView, disagreements].filter(Boolean).join('\n'),
      recordedById: actor.userId, recordedAt: now,
    },
  })
  const agency = await tx.unit.findUniqueOrThrow({ where: { id: row.agencyId }, select: { name: true } })
  return caseOutcome(row, {
    after: { heldOn, form },
    papers: [{
      kind: 'consultationRecord', issuerUnitId: row.procuratorateId, audience: partiesAudience(row), issuedOn: heldOn,
      data: {
        caseNo: row.number, caseTitle: row.title, agencyName: agency.name, heldOn, place, form, host, recorder: actor.name,
        procurators, agencyPeople, facts: topics, agencyView, disagreements, outcome: agencyPlan,
      },
    }],
  })
}

export async function waiveConsultation({ tx, row, input }: On<z.infer<typeof waiveConsultationInput>>): Promise<Outcome> {
  await tx.caseFile.update({ where: { id: row.id }, data: { consultationWaiver: input.reason } })
  return caseOutcome(row, { before: { waiver: row.consultationWaiver }, after: { waiver: input.reason } })
}

/** 证据: the next place in the list, with the hash the file had when it came in (办案规则 34, 38). */
export async function addEvidence({ tx, actor, row, input, now }: On<z.infer<typeof addEvidenceInput>>): Promise<Outcome> {
  const { fileId, obtainedOn, ...facts } = input
  const id = newId()
  const [file] = await attachFiles(tx, fileId ? [fileId] : [], {
    subject: { type: 'evidence', id }, audience: innerAudience(row.procuratorateId), actor, capturedOn: dateColumn(obtainedOn),
  })
  const last = await tx.evidence.aggregate({ where: { caseId: row.id }, _max: { ordinal: true } })
  const ordinal = (last._max.ordinal ?? 0) + 1
  await tx.evidence.create({
    data: {
      ...facts, id, caseId: row.id, ordinal, obtainedOn: dateColumn(obtainedOn), fileId: file?.id, sha256: file?.sha256,
      recordedById: actor.userId, recordedAt: now,
    },
  })
  return caseOutcome(row, { after: { ordinal, kind: input.kind, ...(file ? { sha256: file.sha256 } : {}) } })
}

/** 调查终结 (办案规则 71, 73): nothing is found without evidence, and a letter wants a consultation or a reason for none. */
export async function closeInvestigation({ tx, row, input }: On<z.infer<typeof closeInvestigationInput>>): Promise<Outcome> {
  const [evidence, held, agency, clue, handlers] = [
    await tx.evidence.findMany({ where: { caseId: row.id }, orderBy: { ordinal: 'asc' } }),
    await tx.consultation.findMany({ where: { caseId: row.id }, orderBy: { heldOn: 'asc' } }),
    await tx.unit.findUniqueOrThrow({ where: { id: row.agencyId }, select: { name: true } }),
    row.clueId ? await tx.clue.findUnique({ where: { id: row.clueId }, select: { source: true } }) : null,
    await listHandlers(tx, row.id),
  ]
  if (evidence.length === 0) throw refuse('cases.refuse.noEvidence')
  if (input.proposal === 'recommend' && held.length === 0 && row.consultationWaiver === null) throw refuse('cases.refuse.noConsultation')
  const { investigation, duty, failure, causation, legalBasis, hearing, proposal, opinion } = input
  return caseOutcome(row, {
    after: { proposal },
    papers: [{
      kind: 'investigationClosingReport', issuerUnitId: row.procuratorateId, audience: innerAudience(row.procuratorateId),
      data: {
        caseNo: row.number, caseTitle: row.title, agencyName: agency.name, domain: domainName(row.domain),
        clueSource: sourceWords(clue?.source ?? 'other'), filedOn: localDate(row.openedOn), investigation, harm: row.harm, duty, failure,
        causation, legalBasis, hearing, proposal, opinion, handlers: handlers.map(({ name }) => name),
        consultation: consultationWords(
          held.map(({ heldOn, form, place, agencyPlan }) => ({ heldOn: localDate(heldOn), form, place, agencyPlan })), row.consultationWaiver),
        evidence: evidence.map(({ title, obtainedFrom, proves }) => ({ name: title, source: obtainedFrom, proves })),
      },
    }],
  })
}
