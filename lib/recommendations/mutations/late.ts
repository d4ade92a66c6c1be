import type { z } from 'zod'
import { listHandlers } from '@/lib/cases/mutations/people'
import type { enterLetterLateInput } from '@/lib/cases/schema'
import { mainLineTermsOn } from '@/lib/charters/data/main-line'
import { sealPaper } from '@/lib/engine/papers/store'
import type { Outcome, StepContext } from '@/lib/engine/procedure/feature'
import { dateColumn, localDate } from '@/lib/platform/clock'
import { json, type Tx } from '@/lib/platform/db'
import { invalid, notFound, refuse } from '@/lib/platform/errors'
import { attachFiles } from '@/lib/platform/files'
import { newId } from '@/lib/platform/id'
import { findLetterFacts } from '../data/letter-facts'
import { findRowNested } from '../data/row'
import { dateFault, lateDemands, listFaults } from '../rules/late'
import { servedAudience } from '../rules/progress'
import { recommendationLetter } from '../templates/letter'
import { demandRow } from './approval'
import { columnsOf, hasLetter } from './draft'
import { endOf } from './receipt'
import { indexLetter, letterOutcome } from './subject'

type Late = z.infer<typeof enterLetterLateInput>

/** 补录: a letter that was decided, signed and delivered before, with its own number; every clock runs from the true days. */
export async function enterLetterLate({ tx, actor, scope, input, now, today, take }: StepContext<never, Late>): Promise<Outcome> {
  const caseFile = await tx.caseFile.findFirst({ where: { id: input.caseId, procuratorateId: actor.unitId, audience: { hasSome: [...scope.tokens] } } })
  if (!caseFile) throw notFound()
  if (await hasLetter(tx, caseFile.id)) throw refuse('recommendations.refuse.letterExists')
  const early = dateFault({ ...input, openedOn: localDate(caseFile.openedOn) })
  if (early) throw invalid({ [early]: 'errors.field.order' })
  const unequal = listFaults(input)
  if (unequal.length > 0) throw invalid(Object.fromEntries(unequal.map((field) => [field, 'recommendations.refuse.demandCount'])))
  const demands = lateDemands(input)
  const { regionCode, procuratorateId, agencyId, domain } = caseFile
  const audience = servedAudience(caseFile, (await mainLineTermsOn(tx, regionCode, today)).letterReaders)
  const { decidedOn, sentOn, receivedOn } = input
  const texts = columnsOf({
    title: input.letterTitle, sourceText: input.sourceText, harmFacts: caseFile.facts, duty: input.duty, dutyFindings: input.dutyFindings,
    reasons: input.letterReasons, legalBasis: input.legalBasis.join('\n'), demands, urgent: input.urgent, urgentReason: input.urgentReason,
    rectificationMonths: input.rectificationMonths, rectificationReason: input.rectificationReason, contactPhone: input.contactPhone,
    contact: (await listHandlers(tx, caseFile.id))[0]?.name,
  })
  const row = {
    id: newId(), regionCode, caseId: caseFile.id, procuratorateId, agencyId, authorId: caseFile.leadProsecutorId, domain, ...texts, audience,
    decidedOn: dateColumn(decidedOn), sentOn: dateColumn(sentOn), receivedOn: dateColumn(receivedOn), serviceMethod: input.method,
    filedOn: input.filedOn ? dateColumn(input.filedOn) : null,
    status: 'received', version: 1, createdAt: now, updatedAt: now,
  }
  await tx.recommendation.create({ data: row })
  await tx.demand.createMany({ data: demands.map((demand, index) => demandRow(row.id, demand, index + 1)) })
  await keepReceipt(tx, row.id, { input, at: now, recordedById: actor.userId })
  const letter = (await findRowNested(tx, row.id))!
  return letterOutcome(row, {
    to: 'received', dates: { receivedOn }, flags: ['delivered', letter.urgent ? 'urgent' : 'ordinary', ...(input.filedOn ? [] : ['unfiled'])],
    amounts: letter.rectificationMonths === null ? {} : { 'recommendation.perform': letter.rectificationMonths },
    after: { lateEntry: true, decidedOn, receivedOn, enteredOn: today, reason: input.reason, demands: demands.length },
    papers: [{
      kind: 'recommendationLetter', issuerUnitId: procuratorateId, audience, issuedOn: decidedOn, takenNumber: input.letterNumber,
      data: recommendationLetter(letter, { demands, ...(await findLetterFacts(scope, letter, decidedOn, tx)) }),
    }],
    async onPapers([paper]) {
      if (!paper) return
      await tx.recommendation.update({ where: { id: row.id }, data: { paperId: paper.id, number: paper.number } })
      await indexLetter(tx, row.id)
      // The stamped letter is the paper; ours only says what it says.
      if (!input.scanFileId) return
      await attachFiles(tx, [input.scanFileId], { subject: { type: 'paper', id: paper.id }, audience, actor })
      await sealPaper(tx, paper.id, { on: decidedOn, scanFileId: input.scanFileId })
    },
    async onClocks(ends) {
      await tx.recommendation.update({ where: { id: row.id }, data: { rectificationEndOn: dateColumn(endOf(ends)) } })
      await take('handling.register', null, { recommendationId: row.id, receivedOn })
    },
  })
}

type Kept = { readonly input: Late; readonly at: Date; readonly recordedById: string }

/** What is known of the service; the 送达回证 itself lies in the paper file. */
async function keepReceipt(tx: Tx, recommendationId: string, { input, at, recordedById }: Kept): Promise<void> {
  await tx.serviceReceipt.create({
    data: {
      id: newId(), recommendationId, method: input.method, sentOn: dateColumn(input.sentOn), receivedOn: dateColumn(input.receivedOn),
      receivedBy: input.receivedBy ?? null, address: '', servedBy: '', detail: json({ servers: [] }), recordedById, recordedAt: at,
    },
  })
}
