import type { z } from 'zod'
import { listHandlers } from '@/lib/cases/mutations/people'
import type { Outcome, PaperDraft, StepContext } from '@/lib/engine/procedure/feature'
import { dateColumn, localDate } from '@/lib/platform/clock'
import { json, type Tx } from '@/lib/platform/db'
import { refuse } from '@/lib/platform/errors'
import type { LetterRow } from '../data/row'
import { reexaminationInput, type decideObjectionInput, type ReexaminationInput, type withdrawInput } from '../schema'
import { changeLines, reexaminationAnswer, withdrawalDecision } from '../templates/follow-up'
import { namesOf } from '../templates/letter'
import { endCycles } from './duties'
import { findRevision, movePeriod, revise } from './revise'
import { endHandling, letterOutcome } from './subject'

/** 立即复核 (建议规定 22): the prosecutor re-examines and proposes; inner until the chief decides. */
export async function proposeReexamination(context: StepContext<LetterRow, ReexaminationInput>): Promise<Outcome> {
  const { tx, row, input } = context
  await findRevision(context, input)
  await tx.objection.update({ where: { id: openObjection(row) }, data: { proposal: json(input) } })
  return letterOutcome(row, { after: { proposed: input.outcome } })
}

function openObjection(row: LetterRow): string {
  if (!row.objection) throw refuse('recommendations.deny.noObjection')
  return row.objection.id
}

/** Keep, change or withdraw, with a written answer in any case (建议规定 22, 23). The reply's limit never moves. */
export async function decideObjection(context: StepContext<LetterRow, z.infer<typeof decideObjectionInput>>): Promise<Outcome> {
  const { tx, actor, row, input, today, take } = context
  const objection = await tx.objection.findUniqueOrThrow({ where: { id: openObjection(row) } })
  const proposal = reexaminationInput.parse(objection.proposal)
  const { demands, rectificationMonths, ...texts } = proposal
  // A proposal to change that the chief does not follow changes nothing.
  const decided = { ...texts, ...definedOf(input), outcome: input.outcome, ...(input.outcome === 'change' ? { demands, rectificationMonths } : {}) }
  const revision = await findRevision(context, decided)
  const withdrawn = decided.outcome === 'withdraw'
  await tx.objection.update({
    where: { id: objection.id },
    data: { outcome: decided.outcome, answer: decided.reasons, decidedOn: dateColumn(today), decidedById: actor.userId },
  })
  await revise(context, revision, { objectionId: objection.id, on: today })
  if (withdrawn) await takeBack({ tx, row, take }, today, decided.reasons)
  const answered = await answeredLetter(tx, row)
  const number = objection.paperId ? (await tx.paper.findUnique({ where: { id: objection.paperId }, select: { number: true } }))?.number : null
  const changes = changeLines(revision)
  const answer: PaperDraft = {
    kind: 'reexaminationAnswer', issuerUnitId: row.procuratorateId, audience: row.audience, takenNumber: input.takenNumber,
    data: reexaminationAnswer({
      ...answered, outcome: decided.outcome, findings: decided.findings, reasons: decided.reasons, changes,
      objection: { raisedOn: localDate(objection.raisedOn), grounds: objection.grounds, number: number ?? null },
    }),
  }
  const { months } = revision
  const reason = decided.reasons.slice(0, 2000)
  return letterOutcome(row, {
    to: withdrawn ? 'withdrawn' : row.status,
    flags: [...(withdrawn ? ['withdrawn'] : []), ...(months ? ['periodChanged'] : [])],
    recounts: months ? { 'recommendation.perform': { reason, amount: months.after } } : {},
    after: { outcome: decided.outcome, ...(changes.length > 0 ? { changes } : {}) },
    papers: withdrawn ? [answer, withdrawalPaper(row, answered, { ground: 'objection', reasons: decided.reasons, number: input.withdrawalNumber })] : [answer],
    async onClocks(ends) {
      if (months) await movePeriod(context, ends['recommendation.perform'], reason)
    },
    async onPapers(papers) {
      const paper = papers.find(({ kind }) => kind === 'reexaminationAnswer')
      await tx.objection.update({ where: { id: objection.id }, data: { answerPaperId: paper?.id ?? null } })
    },
  })
}

/** A field left out of the decision keeps the proposal's text. */
const definedOf = (input: z.infer<typeof decideObjectionInput>) =>
  Object.fromEntries(Object.entries(input).filter(([key, value]) => value !== undefined && !key.endsWith('Number')))

/** 检察长 withdraws a wrong letter of his own motion or on the superior's order (建议规定 23). */
export async function withdrawLetter({ tx, row, input, today, take }: StepContext<LetterRow, z.infer<typeof withdrawInput>>): Promise<Outcome> {
  await takeBack({ tx, row, take }, today, input.reasons)
  const answered = await answeredLetter(tx, row)
  return letterOutcome(row, {
    after: { ground: input.ground },
    papers: [withdrawalPaper(row, answered, { ground: input.ground, reasons: input.reasons, number: input.takenNumber })],
  })
}

type Taken = Pick<StepContext<LetterRow, unknown>, 'tx' | 'row' | 'take'>

async function takeBack({ tx, row, take }: Taken, today: string, reason: string): Promise<void> {
  await endHandling({ tx, row, take }, 'withdrawn')
  await endCycles({ tx, row, take }, 'withdrawn')
  await tx.recommendation.update({ where: { id: row.id }, data: { withdrawnOn: dateColumn(today) } })
  await take('case.reopenInvestigation', row.caseId, { recommendationId: row.id, reason: reason.slice(0, 2000) })
}

type Answered = Awaited<ReturnType<typeof answeredLetter>>

async function answeredLetter(tx: Tx, row: LetterRow) {
  const agency = await tx.unit.findUniqueOrThrow({ where: { id: row.agencyId }, select: { name: true } })
  const named = namesOf(row.contact)
  const handlers = named.length > 0 ? named : (await listHandlers(tx, row.caseId)).map(({ name }) => name)
  return { agencyName: agency.name, number: row.number, handlers, contactPhone: row.contactPhone }
}

type Withdrawal = { ground: 'objection' | 'ownMotion' | 'superior'; reasons: string; number: string | undefined }

function withdrawalPaper(row: LetterRow, answered: Answered, { ground, reasons, number }: Withdrawal): PaperDraft {
  if (!row.receivedOn) throw refuse('recommendations.refuse.notDelivered')
  return {
    kind: 'withdrawalDecision', issuerUnitId: row.procuratorateId, audience: row.audience, takenNumber: number,
    data: withdrawalDecision(answered, { ground, reasons, deliveredOn: localDate(row.receivedOn) }),
  }
}
