import type { Outcome, PaperDraft, StepContext } from '@/lib/engine/procedure/feature'
import { dateColumn, type LocalDate } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { invalid, refuse } from '@/lib/platform/errors'
import { linesOf } from '@/lib/platform/lines'
import { innerToken, unitToken, type Actor } from '@/lib/platform/scope'
import type { ClueEvaluation } from '@/prisma/generated/client'
import type { z } from 'zod'
import { approvalErrors, approvalIn } from '../rules/approval'
import { transferKinds, type declineInput, type mergeInput, type openInput, type transferInput, type TransferKind } from '../schema'
import { filingApprovalForm, nonFilingDecision, transferPaper } from '../templates'
import { listMaterials, requireUnit } from './store'
import { clueOutcome, requireProsecutor, type LockedClue } from './subject'

type Decided = { readonly evaluation: ClueEvaluation; readonly form: PaperDraft }
type Chief = { readonly tx: Tx; readonly actor: Actor; readonly row: LockedClue; readonly today: LocalDate; readonly input: { readonly opinion: string } }

async function namesOf(tx: Tx, ids: readonly (string | null)[], unitIds: readonly string[]): Promise<Record<string, string>> {
  const people = await tx.user.findMany({ where: { id: { in: ids.filter((id) => id !== null) } }, select: { id: true, name: true } })
  const units = await tx.unit.findMany({ where: { id: { in: [...unitIds] } }, select: { id: true, name: true } })
  return Object.fromEntries([...people, ...units].map(({ id, name }) => [id, name]))
}

/** The chief's decision closes the round: evaluation, outcome and 立案审批表, whatever was decided (办案规则 30). */
async function decide({ tx, actor, row, today, input }: Chief): Promise<Decided> {
  if (!row.evaluation) throw new Error('a decision without an evaluation')
  const on = dateColumn(today)
  const evaluation = await tx.clueEvaluation.update({
    where: { id: row.evaluation.id }, data: { decisionOpinion: input.opinion, decidedById: actor.userId, decidedOn: on },
  })
  const clue = await tx.clue.update({ where: { id: row.id }, data: { outcomeOn: on } })
  const names = await namesOf(tx, [evaluation.evaluatedById, evaluation.reviewedById], evaluation.agencyIds)
  return {
    evaluation,
    form: {
      kind: 'filingApprovalForm', issuerUnitId: actor.unitId, audience: [innerToken(row.receiverUnitId)],
      data: filingApprovalForm(clue, evaluation, {
        opinion: input.opinion, chiefName: actor.name, decidedOn: today, names,
        ...(actor.actingFor ? { delegation: actor.actingFor.name } : {}),
      }),
    },
  }
}

function approvalOf({ row, input, today }: StepContext<LockedClue, z.infer<typeof openInput>>) {
  const wrong = approvalErrors(row.domain, today, input)
  if (Object.keys(wrong).length > 0) throw invalid(wrong)
  return approvalIn(row.domain, today, input)
}

/** 立案: one agency, one case, linked by the clue (办案规则 69). */
export async function openCases(context: StepContext<LockedClue, z.infer<typeof openInput>>): Promise<Outcome> {
  const { tx, row, input, take } = context
  await requireProsecutor(tx, row.receiverUnitId, input.leadProsecutorId, 'leadProsecutorId')
  const approval = approvalOf(context)
  const { evaluation, form } = await decide(context)
  const numbers = linesOf(input.decisionNumbers)
  if (numbers.length > 0 && numbers.length !== evaluation.agencyIds.length)
    throw invalid({ decisionNumbers: 'clues.refuse.numbersDiffer' })
  const caseIds: string[] = []
  for (const [at, agencyId] of evaluation.agencyIds.entries()) {
    const { id } = await take('case.open', null, {
      clueId: row.id, agencyId, leadProsecutorId: input.leadProsecutorId,
      ...(evaluation.duty ? { duty: evaluation.duty } : {}),
      ...(evaluation.legalBasis.length > 0 ? { legalBasis: evaluation.legalBasis } : {}),
      ...(evaluation.harmWeighed ? { harmSigns: evaluation.harmSigns } : {}),
      ...(numbers[at] ? { decisionNumber: numbers[at] } : {}), ...approval,
    })
    caseIds.push(id)
  }
  return clueOutcome(row, { papers: [form], tell: people(row, input.leadProsecutorId), after: { caseIds, ...approval } })
}

export async function declineClue(context: StepContext<LockedClue, z.infer<typeof declineInput>>): Promise<Outcome> {
  const { tx, actor, row, input } = context
  const { evaluation, form } = await decide(context)
  const sender = row.senderUnitId === row.receiverUnitId ? null : await requireUnit(tx, row.senderUnitId)
  const handler = await tx.user.findUniqueOrThrow({ where: { id: evaluation.evaluatedById }, select: { name: true, phone: true } })
  return clueOutcome(row, {
    tell: people(row), after: { outcome: 'decline' },
    papers: [form, {
      kind: 'nonFilingDecision', issuerUnitId: actor.unitId, audience: row.audience, takenNumber: input.decisionNumber,
      data: nonFilingDecision(row, evaluation, { addressee: sender?.name, handlers: [handler.name], contactPhone: handler.phone ?? undefined }),
    }],
  })
}

type Transferred = { readonly kind: string; readonly flag: string; readonly more?: Readonly<Record<string, string>> }

/** Each addressee gets the paper made for it: 办案规则 26 for offices, 31 for authorities, a letter by agreement for agencies. */
const transferPapers: Readonly<Record<TransferKind, Transferred>> = {
  procuratorate: { kind: 'clueTransferNotice', flag: 'toProcuratorate' },
  superior: { kind: 'superiorReferralOpinion', flag: 'toSuperior' },
  authority: { kind: 'clueTransferLetter', flag: 'toOther', more: { target: 'authority' } },
  agency: { kind: 'clueTransferLetter', flag: 'toOther', more: { target: 'agency' } },
}

/** 移送: another office of the same level gets the clue at once and keeps it; others get the paper. */
export async function transferClue(context: StepContext<LockedClue, z.infer<typeof transferInput>>): Promise<Outcome> {
  const { tx, actor, row, input, take } = context
  const { evaluation, form } = await decide(context)
  const { transferredTo: addressee, transferUnitId } = row
  const way = transferKinds.find((kind) => kind === row.transferKind)
  if (!addressee || !way || (way === 'procuratorate' && !transferUnitId)) throw refuse('clues.refuse.noAddressee')
  const { kind, flag, more } = transferPapers[way]
  const received = way === 'procuratorate' ? await take('clue.receiveTransfer', null, { clueId: row.id, receiverUnitId: transferUnitId }) : null
  const handler = await tx.user.findUniqueOrThrow({ where: { id: evaluation.evaluatedById }, select: { name: true, phone: true } })
  const materials = await listMaterials(tx, row)
  return clueOutcome(row, {
    tell: people(row), flags: [flag],
    after: { outcome: 'transfer', kind: way, to: addressee, ...(received ? { clueId: received.id } : {}) },
    papers: [form, {
      kind, issuerUnitId: actor.unitId, takenNumber: input.noticeNumber,
      audience: [unitToken(row.receiverUnitId), ...(transferUnitId ? [unitToken(transferUnitId)] : [])],
      data: {
        ...transferPaper(row, evaluation, {
          addressee, materials: materials.length > 0 ? materials : [row.title], contactName: handler.name, contactPhone: handler.phone ?? undefined,
        }),
        ...more,
      },
    }],
  })
}

export async function mergeClue(context: StepContext<LockedClue, z.infer<typeof mergeInput>>): Promise<Outcome> {
  const { tx, row } = context
  const into = row.mergedIntoId ? await tx.clue.findUnique({ where: { id: row.mergedIntoId }, select: { number: true, status: true } }) : null
  if (!into || !['registered', 'proposed', 'reviewed', 'opened'].includes(into.status)) throw refuse('clues.refuse.mergeTarget')
  const { form } = await decide(context)
  return clueOutcome(row, { papers: [form], tell: people(row), after: { outcome: 'merge', into: into.number } })
}

const people = (row: LockedClue, ...more: string[]): string[] => [
  ...new Set([...(row.handlerId ? [row.handlerId] : []), ...(row.senderUnitId === row.receiverUnitId ? [] : [row.enteredById]), ...more]),
]
