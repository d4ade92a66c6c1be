import type { z } from 'zod'
import { daysBetween } from '@/lib/engine/deadlines/local-date'
import type { Outcome } from '@/lib/engine/procedure/feature'
import { dateColumn, localDate } from '@/lib/platform/clock'
import { invalid } from '@/lib/platform/errors'
import { attachFiles } from '@/lib/platform/files'
import { unitToken } from '@/lib/platform/scope'
import { signerOf } from '@/lib/units/data'
import { kindOf } from '../rules'
import type { answerOnPaperInput, provideInput, refuseInput } from '../schema/request'
import { outcomeOf, type On } from './request'

const returned = (kind: string) => (kindOf(kind).returned ? ['returned'] : [])

/** What is attached stays the provider's until somebody of the other body says what it is used for. */
export async function provide({ tx, actor, row, input, today }: On<z.infer<typeof provideInput>>): Promise<Outcome> {
  const { answer, access, fileIds = [], conditions, returnOn } = input
  if (!access && fileIds.length === 0) throw invalid({ access: 'exchange.invalid.nothing' })
  if (returnOn && returnOn <= today) throw invalid({ returnOn: 'exchange.invalid.past' })
  const files = await attachFiles(tx, fileIds, { subject: { type: 'dataRequest', id: row.id }, audience: [unitToken(row.providerId)], actor })
  await tx.dataRequest.update({ where: { id: row.id }, data: { answer, access: access ?? null, conditions: conditions ?? null, answeredOn: dateColumn(today) } })
  return outcomeOf(row, {
    tell: [row.askerId], flags: returned(row.kind), after: { files: files.length, returnOn },
    ...(returnOn && kindOf(row.kind).returned ? { amounts: { 'dataRequest.giveBack': daysBetween(today, returnOn) } } : {}),
  })
}

export async function refuse({ tx, row, input, today }: On<z.infer<typeof refuseInput>>): Promise<Outcome> {
  await tx.dataRequest.update({ where: { id: row.id }, data: { ...input, answeredOn: dateColumn(today) } })
  return outcomeOf(row, { tell: [row.askerId], after: input })
}

/** 代录, with the day on which the provider truly answered; its paper is kept with the requester. */
export async function answerOnPaper({ tx, actor, row, input }: On<z.infer<typeof answerOnPaperInput>>): Promise<Outcome> {
  const { result, ground, answer, access, answeredOn, signerName, scanFileId } = input
  if (answeredOn < localDate(row.askedOn)) throw invalid({ answeredOn: 'errors.field.order' })
  if (result === 'refused' && !ground) throw invalid({ ground: 'errors.field.required' })
  await attachFiles(tx, [scanFileId], { subject: { type: 'dataRequest', id: row.id }, audience: row.audience, actor })
  await tx.dataRequest.update({
    where: { id: row.id }, data: { ground: result === 'refused' ? ground! : null, answer, access: access ?? null, answeredOn: dateColumn(answeredOn), answerSigner: signerName },
  })
  return outcomeOf(row, { to: result, dates: { answeredOn }, flags: result === 'provided' ? returned(row.kind) : [], onBehalfOf: await signerOf(tx, row.providerId, signerName), after: { result, answeredOn } })
}
