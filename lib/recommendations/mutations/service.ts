import type { z } from 'zod'
import { mainLineTermsOn } from '@/lib/charters/data/main-line'
import type { Outcome, StepContext } from '@/lib/engine/procedure/feature'
import { dateColumn, localDate, today } from '@/lib/platform/clock'
import { json, type Tx } from '@/lib/platform/db'
import { invalid, refuse } from '@/lib/platform/errors'
import { attachFiles, widenFiles } from '@/lib/platform/files'
import { heldOn } from '@/lib/platform/held-on'
import { newId } from '@/lib/platform/id'
import { findSuperiorId } from '@/lib/units/data'
import type { LetterRow } from '../data/row'
import { servedAudience } from '../rules/progress'
import { type reportForRecordInput, servedAtOnce, type ServeInput } from '../schema'
import { namesOf, paperWords } from '../templates/letter'
import { recordReport } from '../templates/service'
import { detailOf, receive, requireReceiptFacts } from './receipt'
import { indexLetter, letterOutcome } from './subject'

/** 送达: from now on the agency sees the letter, and those whom a charter article shows letters. */
export async function serveLetter(context: StepContext<LetterRow, ServeInput>): Promise<Outcome> {
  const { tx, actor, input, now } = context
  const terms = await mainLineTermsOn(tx, context.row.regionCode, input.sentOn)
  checkService(context.row, input, terms.electronicService)
  const row = { ...context.row, audience: servedAudience(context.row, terms.letterReaders) }
  const atOnce = (servedAtOnce as readonly string[]).includes(input.method)
  if (atOnce) requireReceiptFacts(input.method, { ...input, receivedOn: input.sentOn })
  const service = await tx.serviceReceipt.create({
    data: {
      id: newId(), recommendationId: row.id, method: input.method, sentOn: dateColumn(input.sentOn),
      receivedOn: atOnce ? dateColumn(input.sentOn) : null, receivedBy: input.receivedBy ?? null, receiverPost: input.receiverPost ?? null,
      address: input.address, servedBy: input.servers.join(paperWords()('paper.separator')), witness: input.witness ?? null, note: input.note ?? '',
      detail: json(detailOf(input)), fileId: input.fileId ?? null, recordedById: actor.userId, recordedAt: now,
    },
  })
  await tx.recommendation.update({
    where: { id: row.id }, data: { sentOn: dateColumn(input.sentOn), serviceMethod: input.method, audience: row.audience },
  })
  if (input.fileId) await attachFiles(tx, [input.fileId], { subject: { type: 'serviceReceipt', id: service.id }, audience: row.audience, actor })
  await openPaper(tx, row)
  await indexLetter(tx, row.id)
  const sent: Partial<Outcome> = { to: 'sent', dates: { sentOn: input.sentOn }, after: { method: input.method, sentOn: input.sentOn } }
  return letterOutcome(row, atOnce ? await receive(context, row, service, { ...input, receivedOn: input.sentOn }) : sent)
}

function checkService(row: LetterRow, input: ServeInput, charterAllowsElectronic: boolean): void {
  if (row.decidedOn && input.sentOn < localDate(row.decidedOn)) throw invalid({ sentOn: 'errors.field.order' })
  if (input.servers.length === 0) throw invalid({ servers: 'errors.field.required' })
  if (input.method === 'post' && !input.mailNumber) throw invalid({ mailNumber: 'errors.field.required' })
  if (input.method === 'entrusted' && !input.entrustedTo) throw invalid({ entrustedTo: 'errors.field.required' })
  if (input.method !== 'electronic') return
  // 民诉法 90 by analogy: only with consent, or where the place's own opinion has it.
  if (!input.electronicBasis) throw invalid({ electronicBasis: 'errors.field.required' })
  if (input.electronicBasis === 'charter' && !charterAllowsElectronic) throw refuse('recommendations.refuse.noElectronicCharter')
  if (input.electronicBasis === 'consent' && !input.fileId) throw invalid({ fileId: 'recommendations.refuse.consentWanted' })
}

async function openPaper(tx: Tx, { paperId, audience }: LetterRow): Promise<void> {
  if (!paperId) return
  await tx.paper.update({ where: { id: paperId }, data: { audience } })
  await widenFiles(tx, { type: 'paper', id: paperId }, audience)
}

/** Who decided on the letter; of one entered late, the office's chief prosecutor today. */
async function findSigner(tx: Tx, { deciderId, procuratorateId }: LetterRow): Promise<{ name: string } | null> {
  if (deciderId) return tx.user.findUnique({ where: { id: deciderId }, select: { name: true } })
  return tx.user.findFirst({
    where: { unitId: procuratorateId, active: true, grants: { some: { unitId: procuratorateId, role: 'chiefProsecutor', ...heldOn(today()) } } },
    select: { name: true }, orderBy: { login: 'asc' },
  })
}

/** 备案 in five days of delivery (办案规则 75), recorded by the sender. */
export async function reportForRecord({ tx, row, input, take }: StepContext<LetterRow, z.infer<typeof reportForRecordInput>>): Promise<Outcome> {
  if (!row.receivedOn || !row.decidedOn) throw refuse('recommendations.refuse.notDelivered')
  if (input.filedOn < localDate(row.receivedOn)) throw invalid({ filedOn: 'errors.field.order' })
  const on = dateColumn(input.filedOn)
  const superiorId = await findSuperiorId(tx, row.procuratorateId, 'procuratorial', input.filedOn)
  if (!superiorId) throw refuse('recommendations.refuse.noSuperior')
  const units = await tx.unit.findMany({ where: { id: { in: [superiorId, row.agencyId] } }, select: { id: true, name: true } })
  const nameOf = (id: string) => units.find((unit) => unit.id === id)?.name ?? ''
  const caseFile = await tx.caseFile.findUniqueOrThrow({ where: { id: row.caseId }, select: { title: true } })
  const signer = await findSigner(tx, row)
  const demands = await tx.demand.findMany({ where: { recommendationId: row.id }, orderBy: { ordinal: 'asc' } })
  await tx.recommendation.update({ where: { id: row.id }, data: { filedOn: on } })
  await take('filing.receive', null, { recommendationId: row.id, superiorId, summary: input.summary ?? row.harmFacts })
  return letterOutcome(row, {
    dates: { filedOn: input.filedOn },
    after: { filedOn: input.filedOn, superior: nameOf(superiorId) },
    papers: [{
      kind: 'recordReport', issuerUnitId: row.procuratorateId, audience: row.audience.slice(0, 1), issuedOn: input.filedOn,
      data: recordReport({
        addressee: nameOf(superiorId), signerName: signer?.name ?? '', caseTitle: caseFile.title, agencyName: nameOf(row.agencyId),
        number: row.number, decidedOn: localDate(row.decidedOn), deliveredOn: localDate(row.receivedOn),
        summary: input.summary ?? row.harmFacts, measures: demands.map(({ measure }) => measure.replace(/[。；;]+$/, '')),
        contactName: namesOf(row.contact).join(paperWords()('paper.separator')), contactPhone: row.contactPhone,
      }),
    }],
  })
}
