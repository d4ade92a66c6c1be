import '@/lib/procedures'
import { notFound } from 'next/navigation'
import { holidayNotices, publishedYears } from '@/lib/engine/deadlines/calendar-facts'
import { offerSteps } from '@/lib/engine/procedure/offer'
import { findFeature } from '@/lib/engine/procedure/registry'
import { requireActor, requireRole } from '@/lib/platform/actor'
import { today } from '@/lib/platform/clock'
import { scopeOf } from '@/lib/platform/scope'
import { findUnitNames, listManagedRegions, managesAll } from '@/lib/units/data'
import { countWaiting, findCalendar, findYear, listMoves, listOwnMoves, listReports, listYears, pageSize } from '../data/calendar'
import { calendarFeature } from '../mutations/feature'
import type { LockedYear } from '../mutations/subject'
import { parseNotice, previewOf } from '../rules/notice-text'
import { publishedUntil, viewYear } from '../rules/year-view'
import { calendarQuery, firstYear, lastYear, moveQuery } from '../schema'

type Query = Record<string, string | string[] | undefined>

export type NoticeSource = { readonly title: string; readonly number: string; readonly url: string }

const shippedSources = (year: number): NoticeSource[] =>
  (holidayNotices.find((each) => each.year === year)?.notices ?? []).map(({ title, url = '' }) => ({ title, number: '', url }))

type Entered = Awaited<ReturnType<typeof findYear>>
const sourcesOf = (year: number, entered: Entered): NoticeSource[] =>
  entered && !publishedYears.has(year) ? [{ title: entered.title, number: entered.number, url: entered.url }] : shippedSources(year)

/** The working calendar as it counts now, for everybody who signed in. */
export async function loadCalendarPage(query: Query) {
  const scope = scopeOf(await requireActor())
  const year = calendarQuery.parse(query).year ?? Number(today().slice(0, 4))
  const [calendar, entered, moves] = await Promise.all([findCalendar(scope), findYear(scope, year), listOwnMoves(scope, year)])
  const units = await findUnitNames(scope, moves.map(({ owedByUnitId }) => owedByUnitId))
  return {
    view: viewYear(year, calendar), sources: sourcesOf(year, entered?.status === 'published' ? entered : null), publishedUntil: publishedUntil(calendar),
    moves: moves.map((move) => ({ ...move, unit: units[move.owedByUnitId] ?? '', href: findFeature(move.subjectType)?.href(move.subjectId) ?? '/' })),
    previous: year > firstYear ? year - 1 : null, next: year < lastYear ? year + 1 : null,
  }
}

/** The years the administrator entered or took over, and what is still waiting for the next. */
export async function loadCalendarYears() {
  const actor = await requireRole('systemAdmin', 'securityAdmin')
  const scope = scopeOf(actor)
  const [rows, calendar, top] = await Promise.all([listYears(scope), findCalendar(scope), managesAll(scope)])
  const until = publishedUntil(calendar)
  return {
    rows,
    top, publishedUntil: until, waiting: await countWaiting(scope, until + 1),
    steps: top ? offerSteps(calendarFeature, actor, null) : [],
  }
}

/** One year: what was typed, what is wrong with it, how it would look, and what it moved. */
export async function loadCalendarYear(param: string, query: Query) {
  const actor = await requireRole('systemAdmin', 'securityAdmin')
  const scope = scopeOf(actor)
  const year = calendarQuery.parse({ year: param }).year
  const row = year && (await findYear(scope, year))
  if (!row) notFound()
  const { page } = moveQuery.parse(query)
  const [calendar, waiting, reports, moves, top, regions] = await Promise.all([
    findCalendar(scope), countWaiting(scope, row.year), listReports(scope, row.id), listMoves(scope, row.id, page), managesAll(scope), listManagedRegions(scope),
  ])
  const draft = row.status === 'draft'
  const { days, problems } = draft ? parseNotice(row.year, row.daysText) : { days: [], problems: [] }
  const units = await findUnitNames(scope, moves.rows.map(({ owedByUnitId }) => owedByUnitId))
  const place = (code: string) => regions.find((region) => region.code === code)?.name ?? code
  const seen: LockedYear = { ...row, audience: [], problems: problems.length, waiting }
  return {
    row, draft, problems, waiting, reports, page, pageSize, total: moves.total, sources: sourcesOf(row.year, row),
    view: viewYear(row.year, draft ? previewOf(row.year, days) : calendar),
    moves: moves.rows.map((move) => ({ ...move, unit: units[move.owedByUnitId] ?? '', place: place(move.regionCode) })),
    steps: top ? offerSteps(calendarFeature, actor, seen) : [],
  }
}
