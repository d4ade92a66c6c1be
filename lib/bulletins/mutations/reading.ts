import type { z } from 'zod'
import type { Outcome, StepContext } from '@/lib/engine/procedure/feature'
import { dateColumn, localDate } from '@/lib/platform/clock'
import { invalid } from '@/lib/platform/errors'
import { attachFiles } from '@/lib/platform/files'
import { newId } from '@/lib/platform/id'
import { innerToken, personToken, unitToken } from '@/lib/platform/scope'
import { signerOf } from '@/lib/units/data'
import { bulletinName } from '../templates'
import { leads } from '../policy'
import { kindOf } from '../rules/kinds'
import type { openReadingInput, readOnBehalfInput } from '../schema/reading'
import { readingOutcome, type OnReading } from './subject'

/** Named persons read it in their own right; else the body does, and of its title only what the kind says goes round. */
export async function open({ tx, input, today, now }: StepContext<never, z.infer<typeof openReadingInput>>): Promise<Outcome> {
  const bulletin = await tx.bulletin.findUniqueOrThrow({ where: { id: input.bulletinId } })
  const kind = kindOf(bulletin.kind)
  const people = kind.named ? await tx.user.findMany({ where: { id: { in: bulletin.readerIds }, unitId: input.readerId }, select: { id: true } }) : []
  const named = people.map(({ id }) => id)
  const row = await tx.bulletinReading.create({
    data: {
      id: newId(), regionCode: bulletin.regionCode, bulletinId: bulletin.id, kind: kind.key, title: kind.named ? bulletinName(kind.key) : bulletin.title,
      readerId: input.readerId, issuerId: bulletin.issuerId, issuedOn: dateColumn(today), status: 'unread',
      audience: kind.named ? [innerToken(bulletin.issuerId), ...named.map(personToken)] : [unitToken(bulletin.issuerId), unitToken(input.readerId)], createdAt: now, updatedAt: now,
    },
  })
  return readingOutcome(row, {
    dates: { issuedOn: today }, flags: [...(kind.named ? ['named'] : []), ...(kind.answerRule ? [kind.answerRule] : [])], tell: named, after: { bulletinId: bulletin.id, readerId: input.readerId },
  })
}

async function look({ tx, actor, row, now }: OnReading<unknown>): Promise<void> {
  await tx.bulletinLook.create({ data: { id: newId(), readingId: row.id, userId: actor.userId, leads: leads(actor), seenAt: now } })
}

export async function read(context: OnReading<unknown>): Promise<Outcome> {
  const { tx, row, today } = context
  await look(context)
  await tx.bulletinReading.update({ where: { id: row.id }, data: { readOn: dateColumn(today) } })
  return readingOutcome(row, { href: `/bulletins/${row.bulletinId}` })
}

export async function readToo(context: OnReading<unknown>): Promise<Outcome> {
  await look(context)
  return readingOutcome(context.row, { href: `/bulletins/${context.row.bulletinId}` })
}

/** 代录, with the day on which it was truly read. */
export async function readOnBehalf({ tx, actor, row, input }: OnReading<z.infer<typeof readOnBehalfInput>>): Promise<Outcome> {
  const { readOn, readerName, scanFileId } = input
  requireOrder(row, { readOn })
  await attachFiles(tx, [scanFileId], { subject: { type: 'bulletinReading', id: row.id }, audience: row.audience, actor })
  await tx.bulletinReading.update({ where: { id: row.id }, data: { readOn: dateColumn(readOn), paperReader: readerName } })
  return readingOutcome(row, { dates: { readOn }, onBehalfOf: await signerOf(tx, row.readerId, readerName), after: { readOn } })
}

/** Nothing was read or said before it went out. */
export function requireOrder(row: { readonly issuedOn: Date }, days: Readonly<Record<string, string>>): void {
  for (const [field, day] of Object.entries(days)) if (day < localDate(row.issuedOn)) throw invalid({ [field]: 'errors.field.order' })
}
