import type { z } from 'zod'
import { cycles, spanClock, spansAfter, type Cycle } from '@/lib/engine/deadlines/recurring'
import type { Outcome, StepContext, Subject } from '@/lib/engine/procedure/feature'
import { dateColumn, type LocalDate, localDate, now } from '@/lib/platform/clock'
import { invalid, notFound } from '@/lib/platform/errors'
import { attachFiles } from '@/lib/platform/files'
import { translator } from '@/lib/platform/i18n'
import { newId } from '@/lib/platform/id'
import { signerOf } from '@/lib/units/data'
import { type DutyCycleRecord, findCycleRow } from '../data'
import type { acceptInput, askAgainInput, endInput, openInput, ReportInput, ReportOnBehalfInput } from '../schema'

type On<Input> = StepContext<DutyCycleRecord, Input>

export const dutyCycleSubject: Subject<DutyCycleRecord> = {
  type: 'dutyCycle',
  async lock(tx, id, scope) {
    const found = await tx.$queryRaw<unknown[]>`SELECT 1 FROM duty_cycle WHERE id = ${id}::uuid AND audience && ${[...scope.tokens]}::text[] FOR UPDATE`
    return found.length === 0 ? null : findCycleRow(scope, id, tx)
  },
  async move(tx, id, version, status) {
    return (await tx.dutyCycle.updateMany({ where: { id, version }, data: { status, version: { increment: 1 }, updatedAt: now() } })).count
  },
}

type Known = Pick<DutyCycleRecord, 'id' | 'regionCode' | 'title' | 'audience' | 'procuratorateId' | 'agencyId'>

const outcomeOf = (row: Known, more: Partial<Outcome> = {}): Outcome => ({
  id: row.id, regionCode: row.regionCode, title: row.title, audience: row.audience, parties: { procuratorate: row.procuratorateId, agency: row.agencyId }, ...more,
})

/** One cycle, counted from the day the letter was received: month ends do not drift. Its clock may lie ahead; it begins by itself. */
export async function openCycle({ tx, input: { demandId, ordinal }, now: at }: StepContext<never, z.infer<typeof openInput>>): Promise<Outcome> {
  const demand = await tx.demand.findUnique({ where: { id: demandId }, include: { recommendation: true } })
  const { recommendation: letter, cycle } = demand ?? {}
  const span = letter?.receivedOn && cycle ? spansAfter(localDate(letter.receivedOn), cycles[cycle as Cycle], ordinal).at(-1) : undefined
  if (!letter || !span) throw notFound()
  const { amount, triggeredOn } = spanClock(span)
  const { regionCode, procuratorateId, agencyId, audience } = letter
  const row = {
    id: newId(), regionCode, recommendationId: letter.id, demandId, ordinal, title: translator('zh-CN', 'dutyCycles')('nameOf', { m: demand!.ordinal, n: ordinal, title: letter.title }), procuratorateId, agencyId,
    fromOn: dateColumn(span.from), toOn: dateColumn(span.to), status: 'open', version: 1, audience, createdAt: at, updatedAt: at,
  }
  await tx.dutyCycle.create({ data: row })
  return outcomeOf(row, { dates: { dayBefore: triggeredOn }, amounts: { 'dutyCycle.report': amount }, after: { recommendationId: letter.id, ...span } })
}

type Entry = Pick<ReportInput, 'done' | 'problems' | 'fileIds'> & { readonly reportedOn: LocalDate; readonly signerName?: string }

async function enter({ tx, actor, row, now: at }: On<unknown>, { done, problems, fileIds = [], reportedOn, signerName }: Entry): Promise<number> {
  const [id, round] = [newId(), (await tx.dutyReport.count({ where: { cycleId: row.id } })) + 1]
  await attachFiles(tx, fileIds, { subject: { type: 'dutyReport', id }, audience: row.audience, actor })
  await tx.dutyReport.create({
    data: {
      id, cycleId: row.id, round, reportedOn: dateColumn(reportedOn), done, problems: problems ?? '', fileIds, enteredById: actor.userId, enteredAt: at,
      onBehalf: signerName !== undefined, signerName: signerName ?? null,
    },
  })
  return round
}

export async function report(context: On<ReportInput>): Promise<Outcome> {
  const { row, input, today } = context
  const round = await enter(context, { ...input, reportedOn: today })
  return outcomeOf(row, { dates: { reportedOn: today }, after: { round, reportedOn: today } })
}

/** 代录: posted in time is in time (民诉法 85). */
export async function reportOnBehalf(context: On<ReportOnBehalfInput>): Promise<Outcome> {
  const { tx, row, input, today } = context
  const { arrivedOn, postedOn, signerName, scanFileId, ...texts } = input
  const reportedOn = postedOn ?? arrivedOn
  const last = await tx.dutyReport.findFirst({ where: { cycleId: row.id }, orderBy: { round: 'desc' }, select: { answeredOn: true } })
  const asked = localDate(last?.answeredOn ?? row.fromOn)
  if (reportedOn > arrivedOn || reportedOn < asked) throw invalid({ [postedOn ? 'postedOn' : 'arrivedOn']: 'errors.field.order' })
  const round = await enter(context, { ...texts, fileIds: [scanFileId], reportedOn, signerName })
  return outcomeOf(row, {
    dates: { reportedOn }, onBehalfOf: await signerOf(tx, row.agencyId, signerName), after: { round, reportedOn, enteredOn: today, onBehalf: true, signerName },
  })
}

type Answer = { readonly verdict: 'accepted' | 'askedAgain'; readonly answer: string }

/** What the office says to the last report. */
async function answer({ tx, actor, row, today }: On<unknown>, { verdict, answer: text }: Answer): Promise<string> {
  const last = await tx.dutyReport.findFirstOrThrow({ where: { cycleId: row.id }, orderBy: { round: 'desc' } })
  await tx.dutyReport.update({ where: { id: last.id }, data: { verdict, answer: text, answeredOn: dateColumn(today), answeredById: actor.userId } })
  return last.enteredById
}

export async function accept(context: On<z.infer<typeof acceptInput>>): Promise<Outcome> {
  const { row, input: { note } } = context
  return outcomeOf(row, { tell: [await answer(context, { verdict: 'accepted', answer: note ?? '' })], after: { note } })
}

export async function askAgain(context: On<z.infer<typeof askAgainInput>>): Promise<Outcome> {
  const { row, input: { reason }, today } = context
  return outcomeOf(row, { dates: { askedOn: today }, tell: [await answer(context, { verdict: 'askedAgain', answer: reason })], after: { reason } })
}

export async function end({ tx, row, input: { reason } }: On<z.infer<typeof endInput>>): Promise<Outcome> {
  await tx.dutyCycle.update({ where: { id: row.id }, data: { endReason: reason } })
  return outcomeOf(row, { after: { reason } })
}
