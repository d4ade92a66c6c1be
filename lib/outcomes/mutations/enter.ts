import type { z } from 'zod'
import type { Outcome, StepContext } from '@/lib/engine/procedure/feature'
import { dateColumn, localDate } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { Failure, invalid, notFound, refuse } from '@/lib/platform/errors'
import type { FileRow } from '@/lib/platform/files'
import { newId } from '@/lib/platform/id'
import { mayEnter } from '../policy'
import { amountOf } from '../rules/amount'
import { findKind, type OutcomeKind } from '../rules/kinds'
import { pointsOf } from '../rules/points'
import type { enterInput } from '../schema'
import { attach, fromAgency, isPicture, requireImpersonal, resultOf } from './subject'

type Input = z.infer<typeof enterInput>
type Entering = StepContext<never, Input>

/** The case within scope: its team enters, and its agency; nobody else who may read it. */
async function requireCase({ tx, actor, scope, input }: Entering) {
  const found = await tx.caseFile.findFirst({
    where: { id: input.caseId, audience: { hasSome: [...scope.tokens] } }, include: { members: { where: { toOn: null }, select: { userId: true } } },
  })
  if (!found) throw notFound()
  if (!mayEnter(actor, { ...found, memberIds: found.members.map(({ userId }) => userId) })) throw new Failure('denied', 'outcomes.deny.parties')
  return found
}

async function requireDemand(tx: Tx, { caseId, demandId }: Input): Promise<string | null> {
  if (!demandId) return null
  const count = await tx.demand.count({ where: { id: demandId, recommendation: { caseId, receivedOn: { not: null } } } })
  if (count === 0) throw invalid({ demandId: 'errors.field.choose' })
  return demandId
}

/** What the kind wants to be said, as columns. */
function measured(kind: OutcomeKind, input: Input, openedOn: Date) {
  if (kind.entry === 'points') return { amount: null, achievedOn: null, measure: null, basis: null }
  const { achievedOn, measure, basis } = input
  const required = {
    ...(achievedOn ? {} : { achievedOn: 'errors.field.required' }),
    ...(kind.entry === 'amount' ? (input.amount ? {} : { amount: 'errors.field.required' }) : { ...(measure ? {} : { measure: 'errors.field.required' }), ...(basis ? {} : { basis: 'errors.field.required' }) }),
  }
  if (!achievedOn || Object.keys(required).length > 0) throw invalid(required)
  if (achievedOn < localDate(openedOn)) throw invalid({ achievedOn: 'errors.field.order' })
  const amount = kind.entry === 'measure' ? 1n : amountOf(input.amount ?? '', kind.scale)
  if (amount === null) throw invalid({ amount: 'outcomes.invalid.amount' })
  return { amount, achievedOn: dateColumn(achievedOn), ...(kind.entry === 'measure' ? { measure, basis } : { measure: null, basis: null }) }
}

const lists: readonly string[] = ['text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet']

/** Without proof nothing is entered; a list of people is none. */
function requireProof(kind: OutcomeKind, before: FileRow | undefined, proofs: readonly FileRow[]): void {
  if (kind.entry === 'points') return
  if (proofs.length === 0) throw invalid({ fileIds: 'errors.field.required' })
  if (kind.personal && proofs.some(({ mime }) => lists.includes(mime))) throw invalid({ fileIds: 'outcomes.invalid.list' })
  if (kind.proof !== 'pair') return
  if (!before || !isPicture(before)) throw invalid({ beforeFileId: before ? 'outcomes.invalid.picture' : 'errors.field.required' })
  if (!proofs.some(isPicture)) throw invalid({ fileIds: 'outcomes.invalid.picture' })
}

/** 登记成效: of a case, with what proves it; points are listed first and counted one by one later. */
export async function enter(context: Entering): Promise<Outcome> {
  const { tx, actor, input, now: at } = context
  const kind = findKind(input.kind)
  if (!kind) throw invalid({ kind: 'errors.field.choose' })
  const caseFile = await requireCase(context)
  const { title, note, basis, measure, points: typed } = input
  requireImpersonal({ title, note, basis, measure, points: typed })
  const points = kind.entry === 'points' ? pointsOf(typed ?? '') : []
  if (points === null) throw invalid({ points: 'outcomes.invalid.points' })
  const { id: caseId, regionCode, audience, procuratorateId, agencyId } = caseFile
  const values = measured(kind, input, caseFile.openedOn)
  const row = { id: newId(), regionCode, title, audience, procuratorateId, agencyId }
  const { beforeFileId, fileIds = [] } = input
  const files = await attach(tx, row, [...(beforeFileId ? [beforeFileId] : []), ...fileIds], actor)
  const proofs = files.filter(({ id }) => id !== beforeFileId)
  requireProof(kind, files.find(({ id }) => id === beforeFileId), proofs)
  const same = await tx.outcome.count({ where: { caseId, kind: kind.key, title, status: { not: 'rejected' } } })
  if (same > 0) throw refuse('outcomes.refuse.twice')
  const status = kind.entry === 'points' ? 'listed' : 'entered'
  await tx.outcome.create({
    data: {
      ...values, id: row.id, regionCode, caseId, demandId: await requireDemand(tx, input), kind: kind.key, title, note: note ?? null, beforeFileId: beforeFileId ?? null,
      fileIds: proofs.map(({ id }) => id), enteredById: actor.userId, enteredUnitId: actor.unitId, status, createdAt: at, updatedAt: at,
      points: { create: points.map(({ name, count }, index) => ({ id: newId(), ordinal: index + 1, name, count, status: 'open' })) },
    },
  })
  return resultOf(row, {
    to: status, flags: fromAgency(actor.unitId, row), tell: actor.unitId === agencyId ? [caseFile.leadProsecutorId] : [],
    after: { caseId, kind: kind.key, ...(values.amount === null ? { points: points.length } : { amount: values.amount.toString(), achievedOn: input.achievedOn }) },
  })
}
