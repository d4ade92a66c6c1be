import type { z } from 'zod'
import type { Outcome } from '@/lib/engine/procedure/feature'
import { dateColumn } from '@/lib/platform/clock'
import { invalid } from '@/lib/platform/errors'
import { innerToken, personToken, unitToken } from '@/lib/platform/scope'
import { kindOf, readLines, type PlanLine } from '../rules/kinds'
import type { addReaderInput, closeInput } from '../schema/bulletin'
import { bulletinPaper } from '../templates'
import { bulletinOutcome, type OnBulletin } from './subject'

/** 编号印发: each body named gets a reading with its clock, each line of a plan becomes a task. */
export async function issue(context: OnBulletin<unknown>): Promise<Outcome> {
  const { tx, row, today, take } = context
  const kind = kindOf(row.kind)
  // A special report is read by the persons named, and here by the office that wrote it; nobody above looks in.
  const audience = kind.named ? [innerToken(row.issuerId), ...row.readerIds.map(personToken)] : [unitToken(row.issuerId), ...row.readerUnitIds.map(unitToken)]
  await tx.bulletin.update({ where: { id: row.id }, data: { issuedOn: dateColumn(today), audience } })
  for (const readerId of row.readerUnitIds) await take('bulletinReading.open', null, { bulletinId: row.id, readerId })
  if (row.familyId) await take('caseFamily.publish', row.familyId, { bulletinId: row.id })
  const lines = readLines(row.lines)
  for (const { title, ownerId, dueOn } of lines)
    await take('actionItem.open', null, {
      title, ownerId, dueOn, sourceType: kind.task, sourceId: row.id, sourceTitle: row.title, readerIds: row.readerUnitIds.slice(0, 200),
    })
  return bulletinOutcome({ ...row, audience }, {
    flags: [row.kind],
    papers: [{ kind: 'bulletin', issuerUnitId: row.issuerId, audience, data: await paperData(context, lines) }],
    onPapers: async ([paper]) => void (await tx.bulletin.update({ where: { id: row.id }, data: { number: paper!.number } })),
  })
}

async function paperData({ tx, row }: OnBulletin<unknown>, lines: readonly PlanLine[]) {
  const units = await tx.unit.findMany({ where: { id: { in: [...row.readerUnitIds, ...lines.map(({ ownerId }) => ownerId)] } }, select: { id: true, name: true, shortName: true } })
  const cases = await tx.caseFile.findMany({ where: { id: { in: row.caseIds } }, orderBy: { openedOn: 'asc' }, select: { number: true, title: true } })
  const named = new Map(units.map(({ id, name, shortName }) => [id, { name, shortName }]))
  return bulletinPaper(row, {
    addressees: row.readerUnitIds.map((id) => named.get(id)!.name), cases: cases.map(({ number, title }) => `${number ?? ''} ${title}`.trim()),
    lines: lines.map(({ title, ownerId, dueOn }) => ({ title, owner: named.get(ownerId)!.shortName, dueOn })),
  })
}

/** 补发: one more body reads it, the paper stays as it was. */
export async function addReader({ tx, actor, row, input, take }: OnBulletin<z.infer<typeof addReaderInput>>): Promise<Outcome> {
  const { readerId } = input
  const fits = await tx.unit.count({ where: { id: readerId, regionCode: actor.regionCode, active: true, kind: { in: [...kindOf(row.kind).to] } } })
  if (fits === 0 || readerId === row.issuerId || row.readerUnitIds.includes(readerId)) throw invalid({ readerId: 'errors.field.choose' })
  const [audience, readerUnitIds] = [[...row.audience, unitToken(readerId)], [...row.readerUnitIds, readerId]]
  await tx.bulletin.update({ where: { id: row.id }, data: { audience, readerUnitIds } })
  await tx.paper.updateMany({ where: { subjectType: 'bulletin', subjectId: row.id }, data: { audience } })
  await take('bulletinReading.open', null, { bulletinId: row.id, readerId })
  if (row.familyId) await take('caseFamily.publish', row.familyId, { bulletinId: row.id })
  return bulletinOutcome({ ...row, audience }, { after: { readerId } })
}

export async function close({ tx, row, input, today }: OnBulletin<z.infer<typeof closeInput>>): Promise<Outcome> {
  await tx.bulletin.update({ where: { id: row.id }, data: { closingNote: input.note, closedOn: dateColumn(today) } })
  return bulletinOutcome(row, { after: { note: input.note } })
}
