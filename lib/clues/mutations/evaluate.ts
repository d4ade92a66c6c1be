import type { Outcome, StepContext } from '@/lib/engine/procedure/feature'
import { dateColumn, localDate } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { invalid } from '@/lib/platform/errors'
import { newId } from '@/lib/platform/id'
import { linesOf } from '@/lib/platform/lines'
import { innerToken } from '@/lib/platform/scope'
import { requirePowers } from '@/lib/powers/mutations/cite'
import { basisOf, dutyOf } from '@/lib/powers/rules'
import type { z } from 'zod'
import { proposalErrors } from '../rules/proposal'
import { type ProposeInput, type reasonInput, type reviewInput } from '../schema'
import { requireUnit } from './store'
import { clueOutcome, type LockedClue } from './subject'

type Target = { transferKind: string | null; transferUnitId: string | null; transferredTo: string | null; mergedIntoId: string | null }
const nowhere: Target = { transferKind: null, transferUnitId: null, transferredTo: null, mergedIntoId: null }

/** Where the proposal leads, checked against what there is. */
async function targetOf(tx: Tx, row: LockedClue, input: ProposeInput): Promise<Target> {
  if (input.outcome === 'transfer') {
    const { transferKind, transferUnitId } = input
    if (!transferUnitId) return { ...nowhere, transferKind: transferKind ?? null, transferredTo: input.transferredTo ?? null }
    const unit = await requireUnit(tx, transferUnitId)
    if (!(await tx.region.findFirst({ where: { code: unit.regionCode, status: 'active' } }))) throw invalid({ transferUnitId: 'errors.field.choose' })
    const office = transferKind === 'procuratorate' || transferKind === 'superior'
    if (unit.id === row.receiverUnitId || office !== (unit.kind === 'procuratorate')) throw invalid({ transferUnitId: 'errors.field.choose' })
    return { ...nowhere, transferKind: transferKind ?? null, transferUnitId, transferredTo: unit.name }
  }
  if (input.outcome === 'merge') {
    const into = await tx.clue.findFirst({
      where: { id: input.mergedIntoId, receiverUnitId: row.receiverUnitId, status: { in: ['registered', 'proposed', 'reviewed', 'opened'] } },
    })
    if (!into || into.id === row.id) throw invalid({ mergedIntoId: 'errors.field.choose' })
    return { ...nowhere, mergedIntoId: into.id }
  }
  return nowhere
}

async function requireAgencies(tx: Tx, ids: readonly string[]): Promise<void> {
  const found = await tx.unit.count({ where: { id: { in: [...ids] }, active: true, kind: { notIn: ['procuratorate', 'court'] } } })
  if (found !== new Set(ids).size) throw invalid({ agencyIds: 'errors.field.choose' })
}

/** 评估 (办案规则 27): the prosecutor proposes; every round stays on record. */
export async function proposeOutcome({ tx, actor, scope, row, input, today }: StepContext<LockedClue, ProposeInput>): Promise<Outcome> {
  const errors = proposalErrors(input)
  if (Object.keys(errors).length > 0) throw invalid(errors)
  const opens = input.outcome === 'open'
  const powers = opens ? await requirePowers(tx, scope, input.powerItemIds, row) : []
  const agencyIds = opens ? [...new Set([...input.agencyIds, ...powers.map(({ unitId }) => unitId)])] : []
  await requireAgencies(tx, agencyIds)
  const target = await targetOf(tx, row, input)
  const round = (row.evaluation?.round ?? 0) + 1
  const { authenticity, verifiability, necessity, competence, opinion, outcome } = input
  await tx.clueEvaluation.create({
    data: {
      id: newId(), clueId: row.id, round, authenticity, verifiability, necessity, competence, opinion, outcome, agencyIds, harmSigns: input.harmSigns, harmWeighed: true,
      inDomain: input.inDomain === 'yes', preliminary: input.preliminary ?? null, powerItemIds: powers.map(({ id }) => id),
      duty: input.duty ?? dutyOf(powers) ?? null, legalBasis: input.legalBasis ? linesOf(input.legalBasis) : basisOf(powers),
      evaluatedById: actor.userId, evaluatedOn: dateColumn(today),
    },
  })
  await tx.clue.update({
    where: { id: row.id },
    data: { ...target, proposedOutcome: outcome, outcomeReason: opinion, major: row.major || (input.major ?? false) },
  })
  return clueOutcome(row, { after: { round, outcome } })
}

const currentRound = (row: LockedClue) => {
  if (!row.evaluation) throw new Error('a proposal without an evaluation')
  return row.evaluation.id
}

export async function reviewProposal({ tx, actor, row, input, today }: StepContext<LockedClue, z.infer<typeof reviewInput>>): Promise<Outcome> {
  await tx.clueEvaluation.update({
    where: { id: currentRound(row) }, data: { reviewOpinion: input.opinion, reviewedById: actor.userId, reviewedOn: dateColumn(today) },
  })
  return clueOutcome(row, { after: { outcome: row.proposedOutcome } })
}

type Back = StepContext<LockedClue, z.infer<typeof reasonInput>>

/** The evaluation goes on, and its limit with it: counted from the registration, as before. */
async function backToHandler({ tx, row, input }: Back): Promise<Outcome> {
  await tx.clue.update({ where: { id: row.id }, data: { ...nowhere, proposedOutcome: null, outcomeReason: null } })
  return clueOutcome(row, {
    audience: [innerToken(row.receiverUnitId)], tell: row.handlerId ? [row.handlerId] : [],
    dates: { registeredOn: localDate(row.registeredOn ?? row.createdAt) }, after: { reason: input.reason },
  })
}

export async function sendBackProposal(context: Back): Promise<Outcome> {
  const { tx, actor, row, input, today } = context
  await tx.clueEvaluation.update({
    where: { id: currentRound(row) }, data: { reviewOpinion: input.reason, reviewedById: actor.userId, reviewedOn: dateColumn(today) },
  })
  return backToHandler(context)
}

export async function refuseProposal(context: Back): Promise<Outcome> {
  const { tx, actor, row, input, today } = context
  await tx.clueEvaluation.update({
    where: { id: currentRound(row) }, data: { decisionOpinion: input.reason, decidedById: actor.userId, decidedOn: dateColumn(today) },
  })
  return backToHandler(context)
}
