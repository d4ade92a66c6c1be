import { type Calendar, makeCalendar } from '@/lib/engine/deadlines/calendar'
import { type Day, statutoryFestivals, yearEndFrom } from '@/lib/engine/deadlines/calendar-facts'
import { daysFrom, isWeekend, parseLocalDate, yearOf } from '@/lib/engine/deadlines/local-date'
import type { LocalDate } from '@/lib/platform/clock'

export type EnteredDay = Day & { readonly date: LocalDate }

/** What is wrong with the text, by line; line 0 speaks of the whole. Words: `settings.problems.<what>`. */
export type NoticeProblem = {
  readonly line: number
  readonly what: 'date' | 'order' | 'kind' | 'name' | 'year' | 'twice' | 'workday' | 'festival' | 'empty' | 'long'
  readonly params: Readonly<Record<string, string | number>>
}

export type NoticeText = { readonly days: readonly EnteredDay[]; readonly problems: readonly NoticeProblem[] }

const restWord = '放假'
const workWord = '上班'
/** No arrangement has ever given more days in a row than this. */
const longestRun = 16

type Line = { readonly line: number; readonly from: LocalDate; readonly to: LocalDate; readonly name: string; readonly rest: boolean }

/**
 * The days of a State Council notice as typed, one period or day a line: `2027-02-06 2027-02-12 春节 放假`,
 * `2027-02-20 上班`. Each statutory festival must be among them, so that no half-entered year is published.
 */
export function parseNotice(year: number, text: string): NoticeText {
  const problems: NoticeProblem[] = []
  const days = new Map<LocalDate, EnteredDay>()
  for (const [index, raw] of text.split('\n').entries()) {
    if (raw.trim() === '') continue
    const read = readLine(index + 1, raw, year)
    if ('what' in read) problems.push(read)
    else
      for (const date of daysFrom(read.from, read.to)) {
        const problem = dayProblem(read, date, days.has(date))
        if (problem) problems.push(problem)
        else days.set(date, dayOf(read, date))
      }
  }
  if (days.size === 0 && problems.length === 0) problems.push({ line: 0, what: 'empty', params: {} })
  for (const [date, name] of statutoryFestivals(year))
    if (!days.get(date)?.rest) problems.push({ line: 0, what: 'festival', params: { date, name } })
  return { days: [...days.values()].sort((a, b) => (a.date < b.date ? -1 : 1)), problems }
}

function readLine(line: number, raw: string, year: number): Line | NoticeProblem {
  const words = raw.trim().split(/[\s,，、]+/).filter((word) => word !== '至')
  const dates = words.filter((word) => /^\d/.test(word))
  const rest = words.filter((word) => !/^\d/.test(word))
  const wrong = dates.find((word) => parseLocalDate(word) === null)
  const [from, to = from] = dates
  if (wrong !== undefined || from === undefined || to === undefined || dates.length > 2) return { line, what: 'date', params: { text: wrong ?? raw.trim() } }
  if (to < from) return { line, what: 'order', params: { from, to } }
  const outside = [from, to].find((date) => !belongsTo(date, year))
  if (outside) return { line, what: 'year', params: { date: outside, year } }
  if (daysFrom(from, to).length > longestRun) return { line, what: 'long', params: { from, to } }
  const kind = rest.at(-1)
  if (kind !== restWord && kind !== workWord) return { line, what: 'kind', params: {} }
  const name = rest.slice(0, -1).join('')
  if (kind === restWord && name === '') return { line, what: 'name', params: {} }
  return { line, from, to, name, rest: kind === restWord }
}

/** Of the year itself, or of the last days of the year before, which a notice has more than once moved. */
export const belongsTo = (date: LocalDate, year: number): boolean =>
  yearOf(date) === year || (yearOf(date) === year - 1 && date.slice(5) >= yearEndFrom)

function dayProblem({ line, rest }: Line, date: LocalDate, known: boolean): NoticeProblem | null {
  if (known) return { line, what: 'twice', params: { date } }
  // Only a day of rest can become a day of work.
  if (!rest && !isWeekend(date)) return { line, what: 'workday', params: { date } }
  return null
}

const dayOf = ({ rest, name }: Line, date: LocalDate): EnteredDay => ({ date, ...natureOf(date, rest), ...(name === '' ? {} : { name }) })

/** What a day is once a notice or a correction says whether it is one of rest. */
export function natureOf(date: LocalDate, rest: boolean): Pick<Day, 'rest' | 'kind'> {
  if (!rest) return { rest, kind: isWeekend(date) ? 'shiftedWork' : 'workday' }
  if (statutoryFestivals(yearOf(date)).has(date)) return { rest, kind: 'statutoryFestival' }
  return { rest, kind: isWeekend(date) ? 'weekend' : 'shiftedRest' }
}

/** The calendar as it would be with this text published. */
export const previewOf = (year: number, days: readonly EnteredDay[]): Calendar =>
  makeCalendar({ days: new Map(days.map((day) => [day.date, day])), years: new Set([year]) })
