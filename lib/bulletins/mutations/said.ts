import type { z } from 'zod'
import type { Outcome } from '@/lib/engine/procedure/feature'
import { dateColumn } from '@/lib/platform/clock'
import { invalid } from '@/lib/platform/errors'
import { attachFiles } from '@/lib/platform/files'
import { newId } from '@/lib/platform/id'
import { signerOf } from '@/lib/units/data'
import { kindOf } from '../rules/kinds'
import type { answerInput, answerOnBehalfInput, assignInput, commentInput, commentOnBehalfInput } from '../schema/reading'
import { requireOrder } from './reading'
import { readingOutcome, type OnReading } from './subject'

async function say({ tx, actor, row, input, now }: OnReading<z.infer<typeof commentInput>>, onPaper: boolean) {
  const { kind, text, authorName, saidOn } = input
  requireOrder(row, { saidOn })
  await tx.bulletinComment.create({ data: { id: newId(), readingId: row.id, kind, text, authorName, saidOn: dateColumn(saidOn), onPaper, enteredById: actor.userId, enteredAt: now } })
  return { kind, authorName, saidOn, text }
}

/** 批示 or opinion, recorded by the body whose leader wrote it. */
export async function comment(context: OnReading<z.infer<typeof commentInput>>): Promise<Outcome> {
  return readingOutcome(context.row, { after: await say(context, false), href: `/bulletins/${context.row.bulletinId}` })
}

export async function commentOnBehalf(context: OnReading<z.infer<typeof commentOnBehalfInput>>): Promise<Outcome> {
  const { tx, actor, row, input } = context
  await attachFiles(tx, [input.scanFileId], { subject: { type: 'bulletinReading', id: row.id }, audience: row.audience, actor })
  return readingOutcome(row, { after: await say(context, true), onBehalfOf: await signerOf(context.tx, row.readerId, input.authorName) })
}

/** What was said becomes a task; whoever makes it so watches over it, the other side reads it. */
export async function assign({ tx, row, input, take }: OnReading<z.infer<typeof assignInput>>): Promise<Outcome> {
  const said = await tx.bulletinComment.findFirst({ where: { id: input.commentId, readingId: row.id } })
  if (!said) throw invalid({ commentId: 'errors.field.choose' })
  const bulletin = await tx.bulletin.findUniqueOrThrow({ where: { id: row.bulletinId }, select: { title: true, number: true } })
  const { id } = await take('actionItem.open', null, {
    title: input.title, content: said.text, ownerId: input.ownerId, ...(input.dueOn ? { dueOn: input.dueOn } : {}),
    sourceType: kindOf(row.kind).task, sourceId: row.bulletinId,
    // Of what only named persons read, the unit that is to act learns the number and no more.
    sourceTitle: (kindOf(row.kind).named ? bulletin.number : bulletin.title) ?? row.title, readerIds: [row.readerId, row.issuerId],
  })
  return readingOutcome(row, { after: { commentId: said.id, itemId: id, ownerId: input.ownerId }, href: `/action-items/${id}` })
}

function requireOutcome({ kind }: { readonly kind: string }, outcome: string): void {
  if (!kindOf(kind).outcomes.includes(outcome)) throw invalid({ outcome: 'errors.field.choose' })
}

export async function answer({ tx, actor, row, input, today }: OnReading<z.infer<typeof answerInput>>): Promise<Outcome> {
  requireOutcome(row, input.outcome)
  await tx.bulletinReading.update({ where: { id: row.id }, data: { ...input, answeredOn: dateColumn(today), answerSigner: actor.name } })
  return readingOutcome(row, { after: input, href: `/bulletins/${row.bulletinId}` })
}

export async function answerOnBehalf(context: OnReading<z.infer<typeof answerOnBehalfInput>>): Promise<Outcome> {
  const { tx, actor, row, input } = context
  const { outcome, answer: text, answeredOn, signerName, scanFileId } = input
  requireOutcome(row, outcome)
  requireOrder(row, { answeredOn })
  await attachFiles(tx, [scanFileId], { subject: { type: 'bulletinReading', id: row.id }, audience: row.audience, actor })
  await tx.bulletinReading.update({ where: { id: row.id }, data: { outcome, answer: text, answeredOn: dateColumn(answeredOn), answerSigner: signerName } })
  return readingOutcome(row, { dates: { answeredOn }, onBehalfOf: await signerOf(context.tx, row.readerId, signerName), after: { outcome, answer: text, answeredOn } })
}
