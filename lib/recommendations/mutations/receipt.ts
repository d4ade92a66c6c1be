import type { z } from 'zod'
import type { Outcome, StepContext } from '@/lib/engine/procedure/feature'
import { dateColumn, localDate, type LocalDate } from '@/lib/platform/clock'
import { invalid } from '@/lib/platform/errors'
import { attachFiles } from '@/lib/platform/files'
import type { ServiceReceipt } from '@/prisma/generated/client'
import type { LetterRow } from '../data/row'
import { type RecordReceiptInput, type ServiceMethod, type ServeInput, type signForInput } from '../schema'
import { serviceReceipt, type ReceiptFacts } from '../templates/service'
import { openCycles } from './duties'
import { letterOutcome } from './subject'

/** What a receipt must say of each way of service (办案规则 76, 民诉法 87–95). */
const wanted: Readonly<Record<ServiceMethod, readonly (keyof ReceiptFacts)[]>> = {
  direct: ['receivedBy', 'receiverPost'],
  announced: ['receivedBy', 'receiverPost'],
  leftBehind: ['refusalReason'],
  post: [],
  entrusted: [],
  electronic: [],
}

export function requireReceiptFacts(method: ServiceMethod, receipt: Partial<ReceiptFacts>): void {
  const missing = wanted[method].filter((field) => !receipt[field])
  if (missing.length > 0) throw invalid(Object.fromEntries(missing.map((field) => [field, 'errors.field.required'])))
}

/** The columns of service as the receipt prints them; what only some ways of service have lies in `detail`. */
type Detail = Pick<ServeInput, 'servers' | 'mailNumber' | 'entrustedTo' | 'attendees' | 'electronicBasis'>
export const detailOf = ({ servers, mailNumber, entrustedTo, attendees, electronicBasis }: ServeInput): Detail =>
  ({ servers, mailNumber, entrustedTo, attendees, electronicBasis })

/**
 * The letter has arrived: from this day, whoever records it, run the reply, the performance, the objection and the
 * filing (两高解释 21, 办案规则 75), and from the end of the 整改期限 the review month (47).
 */
export async function receive(
  { tx, take, actor }: Pick<StepContext<LetterRow, unknown>, 'tx' | 'take' | 'actor'>,
  row: LetterRow, service: ServiceReceipt, receipt: ReceiptFacts,
): Promise<Partial<Outcome>> {
  const sentOn = localDate(service.sentOn)
  const { receivedOn } = receipt
  if (receivedOn < sentOn) throw invalid({ receivedOn: 'errors.field.order' })
  await tx.recommendation.update({ where: { id: row.id }, data: { receivedOn: dateColumn(receivedOn) } })
  const agency = await tx.unit.findUniqueOrThrow({ where: { id: row.agencyId }, select: { name: true } })
  const caseFile = await tx.caseFile.findUniqueOrThrow({ where: { id: row.caseId }, select: { title: true } })
  return {
    to: 'received',
    dates: { sentOn, receivedOn },
    flags: ['delivered', row.urgent ? 'urgent' : 'ordinary'],
    amounts: {
      ...(row.rectificationMonths === null ? {} : { 'recommendation.perform': row.rectificationMonths }),
      ...(row.objectionDays === null ? {} : { 'recommendation.object': row.objectionDays }),
    },
    after: { receivedOn, method: service.method, recordedBy: actor.unitId === row.agencyId ? 'agency' : 'procuratorate' },
    papers: [{
      kind: 'serviceReceipt', issuerUnitId: row.procuratorateId, audience: row.audience, issuedOn: receivedOn,
      data: serviceReceipt({ caseTitle: caseFile.title, number: row.number, agencyName: agency.name }, {
        method: service.method, sentOn, address: service.address, ...(service.detail as unknown as Detail),
      }, receipt),
    }],
    async onClocks(ends) {
      const rectificationEndOn = endOf(ends)
      await tx.recommendation.update({ where: { id: row.id }, data: { rectificationEndOn: dateColumn(rectificationEndOn) } })
      await take('case.follow', row.caseId, { recommendationId: row.id, rectificationEndOn })
      await take('handling.register', null, { recommendationId: row.id, receivedOn })
      await openCycles({ tx, row, take })
    },
  }
}

export function endOf(ends: Readonly<Record<string, LocalDate>>): LocalDate {
  const end = ends['recommendation.perform']
  if (!end) throw new Error('the receipt started no clock for the performance')
  return end
}

export async function recordReceipt(context: StepContext<LetterRow, RecordReceiptInput>): Promise<Outcome> {
  const { row, input } = context
  return letterOutcome(row, await fillReceipt(context, input, input.fileId))
}

/** 签收: the agency confirms the day the paper reached it, as a supplement to the 送达回证. */
export async function signFor(context: StepContext<LetterRow, z.infer<typeof signForInput>>): Promise<Outcome> {
  return letterOutcome(context.row, await fillReceipt(context, context.input))
}

async function fillReceipt(context: StepContext<LetterRow, unknown>, receipt: ReceiptFacts, fileId?: string): Promise<Partial<Outcome>> {
  const { tx, row, actor } = context
  const service = await tx.serviceReceipt.findFirstOrThrow({ where: { recommendationId: row.id }, orderBy: { id: 'desc' } })
  requireReceiptFacts(service.method as ServiceMethod, receipt)
  await tx.serviceReceipt.update({
    where: { id: service.id },
    data: {
      receivedOn: dateColumn(receipt.receivedOn), receivedBy: receipt.receivedBy ?? null, receiverPost: receipt.receiverPost ?? null,
      witness: receipt.witness ?? service.witness, note: receipt.note ?? service.note, fileId: fileId ?? service.fileId,
    },
  })
  if (fileId) await attachFiles(tx, [fileId], { subject: { type: 'serviceReceipt', id: service.id }, audience: row.audience, actor })
  return receive(context, row, service, receipt)
}
