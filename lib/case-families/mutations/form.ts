import type { z } from 'zod'
import { isDomainOn } from '@/lib/clues/rules/dictionaries'
import type { Outcome, StepContext } from '@/lib/engine/procedure/feature'
import type { passWorkInput } from '@/lib/handovers/schema'
import { dateColumn } from '@/lib/platform/clock'
import { invalid, refuse } from '@/lib/platform/errors'
import { newId } from '@/lib/platform/id'
import { unitToken } from '@/lib/platform/scope'
import { fewestCases, type addCasesInput, type formInput, type removeCaseInput, type reviseInput, type setLeadInput } from '../schema'
import { join, outcomeOf, requireLead, type On } from './subject'

/** 建立类案: two cases of the own office or more, and what they have in common. */
export async function form(context: StepContext<never, z.infer<typeof formInput>>): Promise<Outcome> {
  const { tx, actor, input, today, now } = context
  const { title, domain, cause, demand, leadId, caseIds } = input
  if (!isDomainOn(domain, today)) throw invalid({ domain: 'errors.field.choose' })
  if (new Set(caseIds).size < fewestCases) throw invalid({ caseIds: 'caseFamilies.invalid.fewest' })
  await requireLead(tx, actor.unitId, { leadId })
  const row = await tx.caseFamily.create({
    data: {
      id: newId(), regionCode: actor.regionCode, procuratorateId: actor.unitId, title, domain, cause, demand, leadId, formedById: actor.userId, formedOn: dateColumn(today), status: 'open',
      audience: [unitToken(actor.unitId)], createdAt: now, updatedAt: now,
      editions: { create: { id: newId(), edition: 1, cause, demand, writtenById: actor.userId, writtenOn: dateColumn(today) } },
    },
  })
  const joined = await join(context, row.id, caseIds)
  return outcomeOf(row, { tell: [leadId], after: { caseIds: joined } })
}

export async function addCases(context: On<z.infer<typeof addCasesInput>>): Promise<Outcome> {
  const { row, input } = context
  return outcomeOf(row, { after: { caseIds: await join(context, row.id, input.caseIds) } })
}

/** 移出: it stays on record that it was here, and why no longer. */
export async function removeCase({ tx, actor, row, input, today }: On<z.infer<typeof removeCaseInput>>): Promise<Outcome> {
  const { caseId, reason } = input
  if (!row.caseIds.includes(caseId)) throw invalid({ caseId: 'errors.field.choose' })
  if (row.caseIds.length <= fewestCases) throw refuse('caseFamilies.deny.fewest')
  await tx.caseFamilyMember.updateMany({
    where: { familyId: row.id, caseId, removedOn: null }, data: { removedOn: dateColumn(today), removedById: actor.userId, removeReason: reason, active: false },
  })
  return outcomeOf(row, { after: { caseId, reason } })
}

/** Written anew; what stood before stays readable. */
export async function revise({ tx, actor, row, input, today }: On<z.infer<typeof reviseInput>>): Promise<Outcome> {
  const { cause, demand, reason } = input
  if (cause === row.cause && demand === row.demand) throw refuse('caseFamilies.refuse.unchanged')
  const edition = row.edition + 1
  await tx.caseFamilyEdition.create({ data: { id: newId(), familyId: row.id, edition, cause, demand, reason, writtenById: actor.userId, writtenOn: dateColumn(today) } })
  await tx.caseFamily.update({ where: { id: row.id }, data: { cause, demand, edition } })
  return outcomeOf(row, { after: { edition, reason } })
}

export async function setLead({ tx, row, input }: On<z.infer<typeof setLeadInput>>): Promise<Outcome> {
  await requireLead(tx, row.procuratorateId, input)
  await tx.caseFamily.update({ where: { id: row.id }, data: { leadId: input.leadId } })
  return outcomeOf(row, { tell: [input.leadId], before: { leadId: row.leadId }, after: { leadId: input.leadId } })
}

/** With its lead's other work, to a colleague who may lead it. */
export async function handOver({ tx, row, input }: On<z.infer<typeof passWorkInput>>): Promise<Outcome> {
  const { toUserId, reason } = input
  await requireLead(tx, row.procuratorateId, { toUserId })
  await tx.caseFamily.update({ where: { id: row.id }, data: { leadId: toUserId } })
  return outcomeOf(row, { before: { leadId: row.leadId }, after: { leadId: toUserId, reason } })
}
