import type { z } from 'zod'
import type { Outcome, StepContext } from '@/lib/engine/procedure/feature'
import { dateColumn, localDate } from '@/lib/platform/clock'
import { invalid, type FieldErrors } from '@/lib/platform/errors'
import { widenFiles } from '@/lib/platform/files'
import { partiesAudience } from '../rules'
import type { serveDecisionInput } from '../schema'
import { caseOutcome, indexCase, type LockedCase } from './subject'

type Service = z.infer<typeof serveDecisionInput>

/** 送达立案决定书 (办案规则 70): from here on the agency sees what of the case is its business. */
export async function serveDecision({ tx, row, input }: StepContext<LockedCase, Service>): Promise<Outcome> {
  checkService(input, localDate(row.openedOn))
  const audience = partiesAudience(row)
  await tx.caseFile.update({ where: { id: row.id }, data: { decisionServedOn: dateColumn(input.servedOn), audience } })
  const decision = await tx.paper.findFirst({ where: { subjectType: 'case', subjectId: row.id, kind: 'filingDecision', status: { not: 'void' } } })
  if (decision) await tx.paper.update({ where: { id: decision.id }, data: { audience } })
  await widenFiles(tx, { type: 'case', id: row.id }, audience)
  await indexCase(tx, row.id)
  const agency = await tx.unit.findUniqueOrThrow({ where: { id: row.agencyId }, select: { name: true } })
  const { method, sentOn, servedOn, address, servers, receivedBy, receiverPost, mailNumber, refusalReason } = input
  return caseOutcome(row, {
    dates: { servedOn },
    after: { servedOn, method },
    papers: [{
      kind: 'serviceReceipt', issuerUnitId: row.procuratorateId, audience: partiesAudience(row), issuedOn: servedOn,
      data: {
        caseTitle: row.title, documentTitle: decision?.title, documentNumber: decision?.number, count: 1, recipient: agency.name,
        address, method, sentOn, receivedOn: servedOn, signer: receivedBy, signerRole: receiverPost, mailNumber, refusalReason, servers,
      },
    }],
  })
}

function checkService(input: Service, openedOn: string): void {
  const wanted = { direct: ['receivedBy', 'receiverPost'], leftBehind: ['refusalReason'], post: ['sentOn', 'mailNumber'] } as const
  const missing = wanted[input.method].filter((field) => input[field] === undefined)
  const fields: FieldErrors = Object.fromEntries(missing.map((field) => [field, 'errors.field.required']))
  if (input.servedOn < openedOn || (input.sentOn !== undefined && input.sentOn > input.servedOn)) fields.servedOn = 'errors.field.order'
  if (Object.keys(fields).length > 0) throw invalid(fields)
}
