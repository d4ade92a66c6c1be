import type { z } from 'zod'
import { holidayNotices, publishedYears } from '@/lib/engine/deadlines/calendar-facts'
import { loadCalendar, publishedPrefix } from '@/lib/engine/deadlines/overlay'
import { everywhere } from '@/lib/platform/settings'
import { recountDay, recountProvisional } from '@/lib/engine/deadlines/recount'
import type { Outcome, StepContext } from '@/lib/engine/procedure/feature'
import { dateColumn, today } from '@/lib/platform/clock'
import { json, type Tx } from '@/lib/platform/db'
import { Failure, invalid, refuse } from '@/lib/platform/errors'
import { newId } from '@/lib/platform/id'
import type { Scope } from '@/lib/platform/scope'
import { managesAll } from '@/lib/units/data'
import { countOver, countWaiting } from '../data/calendar'
import { belongsTo, natureOf, parseNotice } from '../rules/notice-text'
import type { adoptYearInput, changeYearInput, correctDayInput, enterYearInput, publishYearInput } from '../schema'
import { tellDeciders } from './proposal'
import { reportMoves } from './report'
import type { LockedYear } from './subject'

type YearOutcome = Pick<Outcome, 'id' | 'regionCode' | 'title' | 'audience' | 'href'>
const told = ({ id, regionCode, title, year }: { id: string; regionCode: string; title: string; year: number }): YearOutcome =>
  ({ id, regionCode, title, audience: [], href: pageOf(year) })

export const pageOf = (year: number) => `/admin/calendar/${year}`

async function requireNewYear(tx: Tx, scope: Scope, year: number): Promise<void> {
  if (!(await managesAll(scope, tx))) throw new Failure('denied', 'settings.deny.topOnly')
  if (await tx.calendarYear.findUnique({ where: { year } })) throw refuse('settings.refuse.yearExists', { year })
}

const notice = ({ title, number = '', url = '', days }: z.infer<typeof changeYearInput>) => ({ title, number, url, daysText: days })

/** The text stands as typed, faults and all; publishing asks for a text without any. */
export async function enterYear({ tx, actor, scope, input, now }: StepContext<never, z.infer<typeof enterYearInput>>): Promise<Outcome> {
  const { year, ...fields } = input
  await requireNewYear(tx, scope, year)
  if (publishedYears.has(year)) throw refuse('settings.refuse.yearShipped', { year })
  const row = { id: newId(), regionCode: actor.regionCode, year, ...notice(fields) }
  await tx.calendarYear.create({ data: { ...row, status: 'draft', editedById: actor.userId, version: 1, createdAt: now, updatedAt: now } })
  return { ...told(row), tell: await tellDeciders(tx, actor.regionCode), after: { year, ...notice(fields) } }
}

export async function changeYear({ tx, actor, row, input }: StepContext<LockedYear, z.infer<typeof changeYearInput>>): Promise<Outcome> {
  await tx.calendarYear.update({ where: { id: row.id }, data: { ...notice(input), editedById: actor.userId } })
  const { title, number, url, daysText } = row
  return { ...told({ ...row, title: input.title }), tell: await tellDeciders(tx, row.regionCode), before: { title, number, url, daysText }, after: notice(input) }
}

export async function publishYear(context: StepContext<LockedYear, z.infer<typeof publishYearInput>>): Promise<Outcome> {
  const { tx, actor, row, input, now, scope } = context
  if (!input.compared) throw invalid({ compared: 'settings.invalid.compared' })
  const { days } = parseNotice(row.year, row.daysText)
  const source = `${row.title}${row.number}`
  for (const { date, rest, kind, name = '' } of days) await putDay(tx, date, { isRest: rest, kind, name, source, setById: actor.userId, setAt: now })
  await tx.setting.create({
    data: {
      id: newId(), regionCode: everywhere, key: `${publishedPrefix}${row.year}`, value: json({ title: row.title, number: row.number, url: row.url }),
      effectiveOn: dateColumn(today()), reason: source, setById: actor.userId, setAt: now,
    },
  })
  await tx.calendarYear.update({ where: { id: row.id }, data: { publishedOn: dateColumn(today()) } })
  const counted = await countWaiting(scope, row.year, tx)
  const report = await reportMoves(context, await recountProvisional(tx, row.year, actor.userId), { step: 'publish', yearId: row.id, counted })
  return { ...told(row), after: { days: days.length, ...report } }
}

/** A year that came with the software: what was counted before it came is counted anew, and single days may be corrected. */
export async function adoptYear(context: StepContext<never, z.infer<typeof adoptYearInput>>): Promise<Outcome> {
  const { tx, actor, scope, input: { year }, now } = context
  await requireNewYear(tx, scope, year)
  const shipped = holidayNotices.find((each) => each.year === year)?.notices[0]
  if (!shipped) throw refuse('settings.refuse.yearNotShipped', { year })
  const row = { id: newId(), regionCode: actor.regionCode, year, title: shipped.title, url: shipped.url ?? '' }
  await tx.calendarYear.create({ data: { ...row, status: 'published', publishedOn: dateColumn(today()), version: 1, createdAt: now, updatedAt: now } })
  const counted = await countWaiting(scope, year, tx)
  const report = await reportMoves(context, await recountProvisional(tx, year, actor.userId), { step: 'adopt', yearId: row.id, counted })
  return { ...told(row), after: { year, ...report } }
}

export async function correctDay(context: StepContext<LockedYear, z.infer<typeof correctDayInput>>): Promise<Outcome> {
  const { tx, actor, scope, row, input, now } = context
  const { day, nature, name = '', source, reason } = input
  if (!belongsTo(day, row.year)) throw invalid({ day: 'settings.invalid.otherYear' })
  const before = (await loadCalendar(tx)).dayOf(day)
  const rest = nature === 'rest'
  if (before.rest === rest) throw invalid({ nature: 'settings.invalid.sameNature' })
  await putDay(tx, day, { isRest: rest, kind: natureOf(day, rest).kind, name, source, setById: actor.userId, setAt: now })
  const counted = await countOver(scope, day, tx)
  const report = await reportMoves(context, await recountDay(tx, day, actor.userId), { step: 'correct', yearId: row.id, counted, day, reason })
  return { ...told(row), before: { day, ...before }, after: { ...input, ...report } }
}

export async function recountYear(context: StepContext<LockedYear, unknown>): Promise<Outcome> {
  const { tx, actor, row } = context
  const report = await reportMoves(context, await recountProvisional(tx, row.year, actor.userId), { step: 'recount', yearId: row.id, counted: row.waiting })
  return { ...told(row), after: report }
}

type DayColumns = { isRest: boolean; kind: string; name: string; source: string; setById: string; setAt: Date }
const putDay = (tx: Tx, day: string, columns: DayColumns) =>
  tx.calendarDay.upsert({ where: { day: dateColumn(day) }, create: { day: dateColumn(day), ...columns }, update: columns })
