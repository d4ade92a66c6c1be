import type { z } from 'zod'
import type { Outcome, StepContext, Subject } from '@/lib/engine/procedure/feature'
import { dateColumn, now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { invalid, refuse } from '@/lib/platform/errors'
import { newId } from '@/lib/platform/id'
import { regionToken } from '@/lib/platform/scope'
import type { CharterQuestion } from '@/prisma/generated/client'
import type { agreeInput, askInput, proposeAnswerInput } from '../schema'

export type QuestionRecord = CharterQuestion & { readonly interpreterIds: readonly string[] }
type On<Input> = StepContext<QuestionRecord, Input>

async function interpretersOf(tx: Tx, charterId: string): Promise<string[]> {
  const signers = await tx.charterSigner.findMany({ where: { charterId, dropped: false, interprets: true }, orderBy: { ordinal: 'asc' }, select: { unitId: true } })
  return signers.map(({ unitId }) => unitId)
}

export const questionSubject: Subject<QuestionRecord> = {
  type: 'charterQuestion',
  async lock(tx, id, scope) {
    const found = await tx.$queryRaw<unknown[]>`SELECT 1 FROM charter_question WHERE id = ${id}::uuid AND audience && ${[...scope.tokens]}::text[] FOR UPDATE`
    if (found.length === 0) return null
    const row = await tx.charterQuestion.findUniqueOrThrow({ where: { id } })
    return { ...row, interpreterIds: await interpretersOf(tx, row.charterId) }
  },
  async move(tx, id, version, status) {
    return (await tx.charterQuestion.updateMany({ where: { id, version }, data: { status, version: { increment: 1 }, updatedAt: now() } })).count
  },
}

const outcomeOf = (row: QuestionRecord, more: Partial<Outcome> = {}): Outcome => ({
  id: row.id, regionCode: row.regionCode, title: row.title, audience: row.audience, parties: { asker: row.askedByUnitId, interpreter: row.interpreterIds[0]! }, ...more,
})

/** Everybody bound by the text may read what was asked and answered: one public answer. */
export async function ask({ tx, actor, input, today, now: at }: StepContext<never, z.infer<typeof askInput>>): Promise<Outcome> {
  const { charterId, provisionId, title, question } = input
  const charter = await tx.charter.findFirst({ where: { id: charterId, regionCode: actor.regionCode, status: 'published' }, include: { provisions: { select: { id: true } } } })
  if (!charter) throw invalid({ charterId: 'errors.field.choose' })
  if (provisionId && !charter.provisions.some(({ id }) => id === provisionId)) throw invalid({ provisionId: 'errors.field.choose' })
  const interpreterIds = await interpretersOf(tx, charter.id)
  if (interpreterIds.length === 0) throw refuse('charters.refuse.noInterpreter')
  const row = await tx.charterQuestion.create({
    data: {
      id: newId(), regionCode: actor.regionCode, charterId: charter.id, provisionId: provisionId ?? null, title, question, askedByUnitId: actor.unitId,
      askedById: actor.userId, askedOn: dateColumn(today), agreedUnitIds: [], status: 'asked', version: 1, audience: [regionToken(actor.regionCode)], createdAt: at, updatedAt: at,
    },
  })
  return outcomeOf({ ...row, interpreterIds }, { after: { charterId: charter.id } })
}

/** Another wording takes the consent to the one before away. */
export async function propose(context: On<z.infer<typeof proposeAnswerInput>>): Promise<Outcome> {
  const { tx, actor, row, input } = context
  await tx.charterQuestion.update({ where: { id: row.id }, data: { answer: input.answer, proposedByUnitId: actor.unitId } })
  return consent(context, [actor.unitId])
}

export async function agree(context: On<z.infer<typeof agreeInput>>): Promise<Outcome> {
  if (!context.input.confirmed) throw invalid({ confirmed: 'errors.field.required' })
  return consent(context, [...context.row.agreedUnitIds, context.actor.unitId])
}

async function consent({ tx, row, today }: On<unknown>, agreed: readonly string[]): Promise<Outcome> {
  const missing = row.interpreterIds.filter((id) => !agreed.includes(id))
  const done = missing.length === 0
  await tx.charterQuestion.update({ where: { id: row.id }, data: { agreedUnitIds: [...agreed], ...(done ? { agreedOn: dateColumn(today) } : {}) } })
  return outcomeOf(row, {
    to: done ? 'agreed' : 'proposed', flags: [done ? 'agreed' : 'waiting'], after: { agreed },
    parties: { asker: row.askedByUnitId, interpreter: row.interpreterIds[0]!, other: missing[0] ?? row.interpreterIds[0]! },
  })
}
