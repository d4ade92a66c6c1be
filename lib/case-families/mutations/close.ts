import type { z } from 'zod'
import type { Outcome } from '@/lib/engine/procedure/feature'
import { dateColumn } from '@/lib/platform/clock'
import { invalid } from '@/lib/platform/errors'
import { attachFiles } from '@/lib/platform/files'
import { newId } from '@/lib/platform/id'
import { unitToken } from '@/lib/platform/scope'
import { listVerified } from '../data/row'
import { closingFaults, verifiedOf } from '../rules'
import type { closeInput, reopenInput } from '../schema'
import { countElsewhere, join, outcomeOf, type On } from './subject'

/** 办结: with how many of its cases a check on the ground had found rectified that day. */
export async function close({ tx, actor, scope, row, input, today }: On<z.infer<typeof closeInput>>): Promise<Outcome> {
  const { result, finding, openReason, fileIds = [] } = input
  const cases = await listVerified(scope, row.id, tx)
  const verified = verifiedOf(cases)
  const faults = closingFaults(result, { ...(openReason ? { openReason } : {}), files: fileIds.length }, cases.length - verified)
  if (Object.keys(faults).length > 0) throw invalid(faults)
  // What proves it stays with the office; the other bodies read the result.
  const files = await attachFiles(tx, fileIds, { subject: { type: 'caseFamily', id: row.id }, audience: [unitToken(row.procuratorateId)], actor })
  await tx.caseFamilyClosing.create({
    data: {
      id: newId(), familyId: row.id, result, finding, openReason: openReason ?? null, cases: cases.length, verified, fileIds: files.map(({ id }) => id), closedById: actor.userId, closedOn: dateColumn(today),
    },
  })
  await tx.caseFamilyMember.updateMany({ where: { familyId: row.id, active: true }, data: { active: false } })
  await tx.caseFamily.update({ where: { id: row.id }, data: { result, closedOn: dateColumn(today) } })
  return outcomeOf(row, { after: { result, cases: cases.length, verified, ...(openReason ? { openReason } : {}) } })
}

/** 恢复跟踪: a like case came again; one that has meanwhile joined another family is not taken back. */
export async function reopen(context: On<z.infer<typeof reopenInput>>): Promise<Outcome> {
  const { tx, row, input, today } = context
  if ((await countElsewhere(tx, row)) > 0) throw invalid({ reason: 'caseFamilies.invalid.elsewhere' })
  await tx.caseFamilyMember.updateMany({ where: { familyId: row.id, removedOn: null }, data: { active: true } })
  const joined = input.caseId ? await join(context, row.id, [input.caseId], 'caseId') : []
  const last = await tx.caseFamilyClosing.findFirstOrThrow({ where: { familyId: row.id, reopenedOn: null } })
  await tx.caseFamilyClosing.update({ where: { id: last.id }, data: { reopenedOn: dateColumn(today), reopenReason: input.reason } })
  await tx.caseFamily.update({ where: { id: row.id }, data: { result: null, closedOn: null } })
  return outcomeOf(row, { before: { result: row.result }, after: { reason: input.reason, caseIds: joined } })
}
