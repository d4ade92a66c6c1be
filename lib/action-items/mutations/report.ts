import type { z } from 'zod'
import type { Outcome, StepContext } from '@/lib/engine/procedure/feature'
import { dateColumn, localDate } from '@/lib/platform/clock'
import { invalid } from '@/lib/platform/errors'
import { attachFiles } from '@/lib/platform/files'
import { newId } from '@/lib/platform/id'
import { signerOf } from '@/lib/units/data'
import type { addProgressInput, cancelInput, confirmInput, reportInput, reportOnPaperInput, sendBackInput } from '../schema'
import { itemOutcome, type Item } from './subject'

type On<Input> = StepContext<Item, Input>

export async function addProgress({ tx, actor, row, input, now }: On<z.infer<typeof addProgressInput>>): Promise<Outcome> {
  await tx.actionItemProgress.create({ data: { id: newId(), itemId: row.id, text: input.text, unitId: actor.unitId, toldById: actor.userId, toldAt: now } })
  return itemOutcome(row, { after: { text: input.text } })
}

const subjectOf = ({ id }: Item) => ({ type: 'actionItem', id })

export async function report({ tx, actor, row, input, today }: On<z.infer<typeof reportInput>>): Promise<Outcome> {
  const files = await attachFiles(tx, input.fileIds ?? [], { subject: subjectOf(row), audience: row.audience, actor })
  await tx.actionItem.update({ where: { id: row.id }, data: { report: input.report, reportedOn: dateColumn(today), reporterName: null } })
  return itemOutcome(row, { tell: [row.givenById], after: { report: input.report, files: files.length } })
}

/** 代录, with the day on which the unit truly reported. */
export async function reportOnPaper({ tx, actor, row, input }: On<z.infer<typeof reportOnPaperInput>>): Promise<Outcome> {
  const { reportedOn, reporterName, scanFileId } = input
  if (reportedOn < localDate(row.givenOn)) throw invalid({ reportedOn: 'errors.field.order' })
  await attachFiles(tx, [scanFileId], { subject: subjectOf(row), audience: row.audience, actor })
  await tx.actionItem.update({ where: { id: row.id }, data: { report: input.report, reportedOn: dateColumn(reportedOn), reporterName } })
  return itemOutcome(row, { dates: { reportedOn }, onBehalfOf: await signerOf(tx, row.ownerId, reporterName), after: { report: input.report, reportedOn } })
}

async function answer({ tx, row, today }: Pick<On<unknown>, 'tx' | 'row' | 'today'>, text: string | undefined): Promise<Outcome> {
  await tx.actionItem.update({ where: { id: row.id }, data: { answer: text ?? null, answeredOn: dateColumn(today) } })
  return itemOutcome(row, { after: { answer: text } })
}

export const confirm = (context: On<z.infer<typeof confirmInput>>) => answer(context, context.input.answer)
export const sendBack = (context: On<z.infer<typeof sendBackInput>>) => answer(context, context.input.answer)
export const cancel = (context: On<z.infer<typeof cancelInput>>) => answer(context, context.input.reason)
