import type { z } from 'zod'
import type { Outcome, StepContext } from '@/lib/engine/procedure/feature'
import { dateColumn } from '@/lib/platform/clock'
import { notFound, refuse } from '@/lib/platform/errors'
import type { closeInput, orderInput, reportInput, returnInput } from '../schema'
import { begin, matterOutcome, unitName, type Matter } from './subject'

type On<Input> = StepContext<Matter, Input>

/** 督办 (办案规则 11): a case of an office below, one order at a time. */
export async function order({ tx, actor, input, today }: StepContext<never, z.infer<typeof orderInput>>): Promise<Outcome> {
  const caseFile = await tx.caseFile.findFirst({ where: { id: input.caseId, procuratorateId: { in: [...actor.inferiorUnitIds] } } })
  if (!caseFile) throw notFound()
  if (caseFile.status === 'concluded') throw refuse('oversight.refuse.concluded')
  const open = await tx.oversightMatter.count({ where: { kind: 'supervision', caseId: caseFile.id, status: { not: 'closed' } } })
  if (open > 0) throw refuse('oversight.refuse.alreadyOrdered')
  const row = await begin(tx, actor, today, {
    regionCode: caseFile.regionCode, kind: 'supervision', about: 'case', title: caseFile.title, superiorId: actor.unitId, inferiorId: caseFile.procuratorateId,
    caseId: caseFile.id, content: input.demands, approver: input.approver, status: 'ordered',
  })
  return matterOutcome(row, {
    dates: { orderedOn: today }, tell: [caseFile.leadProsecutorId], after: { caseId: caseFile.id, demands: input.demands, approver: input.approver },
    papers: [{
      kind: 'supervisionNotice', issuerUnitId: row.superiorId, takenNumber: input.number, audience: row.audience,
      data: { inferiorName: await unitName(tx, row.inferiorId), caseTitle: caseFile.title, caseNo: caseFile.number, demands: input.demands },
    }],
  })
}

export async function report({ tx, row, input, today }: On<z.infer<typeof reportInput>>): Promise<Outcome> {
  await tx.oversightMatter.update({ where: { id: row.id }, data: { report: input.report, reportedOn: dateColumn(today) } })
  return matterOutcome(row, { after: { report: input.report } })
}

export async function returnReport({ tx, row, input, today }: On<z.infer<typeof returnInput>>): Promise<Outcome> {
  await tx.oversightMatter.update({ where: { id: row.id }, data: { answer: input.opinion, answeredOn: dateColumn(today) } })
  return matterOutcome(row, { dates: { orderedOn: today }, after: { opinion: input.opinion } })
}

export async function close({ tx, row, input, today }: On<z.infer<typeof closeInput>>): Promise<Outcome> {
  await tx.oversightMatter.update({ where: { id: row.id }, data: { answer: input.opinion, answeredOn: dateColumn(today) } })
  return matterOutcome(row, { after: { opinion: input.opinion } })
}
