import type { z } from 'zod'
import type { Outcome, StepContext } from '@/lib/engine/procedure/feature'
import { countFigures } from '@/lib/figures/data/count'
import { dateColumn } from '@/lib/platform/clock'
import { json } from '@/lib/platform/db'
import { readDetails } from '@/lib/platform/details'
import { invalid } from '@/lib/platform/errors'
import { newId } from '@/lib/platform/id'
import { innerToken } from '@/lib/platform/scope'
import { cycleOf, daysOf } from '../rules/period'
import { kindOf, type BulletinKind } from '../rules/kinds'
import type { approveInput, discardInput, DraftInput, PrepareInput, sendBackInput, Writing } from '../schema/bulletin'
import { kindsFor } from '../policy'
import { requireWritten } from './check'
import { bulletinOutcome, type OnBulletin } from './subject'

/** What is being written is the writers' own until it goes out. */
export async function draft(context: StepContext<never, DraftInput>): Promise<Outcome> {
  const { tx, actor, input, today } = context
  const kind = kindsFor(actor).find(({ key }) => key === input.kind)
  if (!kind) throw invalid({ kind: 'errors.field.choose' })
  if (kind.known && !input.knownOn) throw invalid({ knownOn: 'errors.field.required' })
  const written = await requireWritten(context, kind, input)
  const counted = await figuresOf(context, kind)
  const row = await tx.bulletin.create({
    data: {
      ...written, ...counted, ...begun(context, kind), knownOn: kind.known && input.knownOn ? dateColumn(input.knownOn) : null,
    },
  })
  const known = kind.known && input.knownOn ? { dates: { knownOn: input.knownOn }, flags: ['known'] } : {}
  return bulletinOutcome(row, { ...known, after: { kind: kind.key, period: input.period, today } })
}

const begun = ({ actor, now }: Pick<StepContext<never, unknown>, 'actor' | 'now'>, { key }: BulletinKind) => ({
  id: newId(), regionCode: actor.regionCode, kind: key, issuerId: actor.unitId, authorId: actor.userId, status: 'draft', audience: [innerToken(actor.unitId)], createdAt: now, updatedAt: now,
})

/** 治理意见, made of a family by the step that raises it. */
export async function prepare(context: StepContext<never, PrepareInput>): Promise<Outcome> {
  const { tx, actor, input } = context
  const { familyId } = input
  const kind = kindsFor(actor).find(({ key, family }) => key === input.kind && family !== null)
  if (!kind) throw invalid({ kind: 'errors.field.choose' })
  await requireFamily(context, familyId)
  const row = await tx.bulletin.create({ data: { ...(await requireWritten(context, kind, input)), ...begun(context, kind), familyId } })
  return bulletinOutcome(row, { after: { kind: kind.key, familyId } })
}

/** A running family of the own office, of which no other opinion is being written; locked, so that it stays so. */
async function requireFamily({ tx, actor, scope }: StepContext<never, PrepareInput>, familyId: string): Promise<void> {
  const found = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM case_family
    WHERE id = ${familyId}::uuid AND procuratorate_id = ${actor.unitId}::uuid AND status <> 'closed' AND audience && ${[...scope.tokens]}::text[] FOR UPDATE`
  const pending = await tx.bulletin.count({ where: { familyId, status: { in: ['draft', 'approved'] } } })
  if (found.length === 0 || pending > 0) throw invalid({ familyId: 'errors.field.choose' })
}

/** Counted here by the dashboard's own definitions; what the form says about it is words. */
async function figuresOf({ tx, scope, input, today }: StepContext<never, DraftInput>, kind: BulletinKind) {
  if (kind.period === null) return { period: null }
  const { period } = input
  if (!period || cycleOf(period) !== kind.period || daysOf(period).from > today) throw invalid({ period: 'errors.field.choose' })
  const { total } = await countFigures(scope, { period: daysOf(period), today }, tx)
  return { period, figures: json(total), figuresOn: dateColumn(today) }
}

export async function edit(context: OnBulletin<Writing>): Promise<Outcome> {
  const { tx, row } = context
  const written = await requireWritten(context, kindOf(row.kind), context.input)
  await tx.bulletin.update({ where: { id: row.id }, data: written })
  return bulletinOutcome({ ...row, title: written.title }, { before: { title: row.title, details: readDetails(row.details) }, after: { title: written.title } })
}

export async function approve({ tx, row, input }: OnBulletin<z.infer<typeof approveInput>>): Promise<Outcome> {
  await tx.bulletin.update({ where: { id: row.id }, data: { approver: input.approver, innerOpinion: input.opinion ?? null } })
  return bulletinOutcome(row, { tell: [row.authorId], after: { approver: input.approver } })
}

export async function sendBack({ tx, row, input }: OnBulletin<z.infer<typeof sendBackInput>>): Promise<Outcome> {
  await tx.bulletin.update({ where: { id: row.id }, data: { approver: null, innerOpinion: input.reason } })
  return bulletinOutcome(row, { tell: [row.authorId], after: { reason: input.reason } })
}

export async function discard({ tx, row, input, today }: OnBulletin<z.infer<typeof discardInput>>): Promise<Outcome> {
  await tx.bulletin.update({ where: { id: row.id }, data: { closingNote: input.reason, closedOn: dateColumn(today) } })
  return bulletinOutcome(row, { after: { reason: input.reason } })
}
