import { describe, expect, test } from 'vitest'
import { holidayNotices, publishedYears } from '@/lib/engine/deadlines/calendar-facts'
import { shippedCalendar } from '@/lib/engine/deadlines/calendar'
import { isLocal, timeLimitRules } from '@/lib/engine/deadlines/rules'
import { parseNotice, previewOf } from '@/lib/settings/rules/notice-text'
import { publishedUntil, viewYear } from '@/lib/settings/rules/year-view'
import { valueOn } from '@/lib/settings/rules/value'
import { limitKey, parseSettingValue, settingKeys } from '@/lib/settings/schema'

/** A shipped year as an administrator would have typed it. */
const typed = (year: number) =>
  holidayNotices.find((notice) => notice.year === year)!.days.map(({ date, kind, name }) => `${date} ${name} ${kind === 'shiftedWork' ? '上班' : '放假'}`).join('\n')

const problemsOf = (text: string, year = 2026) => parseNotice(year, text).problems.map(({ line, what }) => [line, what])
const full = typed(2026)

describe('the text of a notice', () => {
  test('typed in for a known year gives the same days as the facts', () => {
    const { days, problems } = parseNotice(2026, full)
    expect(problems).toEqual([])
    for (const { date, rest, name } of days) expect({ date, rest, name }).toEqual({ date, rest: shippedCalendar.dayOf(date).rest, name: shippedCalendar.dayOf(date).name })
    expect(days).toHaveLength(39)
  })

  test('takes periods, single days, commas and “至”', () => {
    const { days } = parseNotice(2027, '2027-02-06 至 2027-02-08 春节 放假\n\n2027-02-20，上班')
    expect(days.map(({ date, rest, kind, name }) => [date, rest, kind, name])).toEqual([
      ['2027-02-06', true, 'statutoryFestival', '春节'], ['2027-02-07', true, 'statutoryFestival', '春节'], ['2027-02-08', true, 'statutoryFestival', '春节'],
      ['2027-02-20', false, 'shiftedWork', undefined],
    ])
  })

  test.each([
    ['2026-02-30 春节 放假', 'date'], ['春节 放假', 'date'], ['2026-10-17 2026-10-16 国庆节 放假', 'order'], ['2026-10-17 国庆节', 'kind'],
    ['2026-10-17 放假', 'name'], ['2027-01-02 元旦 放假', 'year'], ['2025-12-28 元旦 放假', 'year'], ['2026-10-01 国庆节 放假', 'twice'],
    ['2026-10-12 上班', 'workday'], ['2026-07-01 2026-07-31 暑假 放假', 'long'],
  ])('names the line of “%s”', (line, what) => {
    expect(problemsOf(`${full}\n${line}`)).toEqual([[40, what]])
  })

  test('may move the last days of the year before', () => {
    expect(problemsOf(`${full}\n2025-12-31 元旦 放假`)).toEqual([])
  })

  test('names each statutory festival that is missing', () => {
    const { problems } = parseNotice(2026, full.replace('2026-05-02 劳动节 放假', ''))
    expect(problems).toEqual([{ line: 0, what: 'festival', params: { date: '2026-05-02', name: '劳动节' } }])
    expect(problemsOf('')).toContainEqual([0, 'empty'])
  })
})

describe('a year on the page', () => {
  test('has every day once, in weeks from Monday', () => {
    const { months, workingDays } = viewYear(2026, shippedCalendar)
    const cells = months.flatMap(({ weeks }) => weeks.flat()).filter((cell) => cell !== null)
    expect([months.length, cells.length, new Set(cells.map(({ date }) => date)).size]).toEqual([12, 365, 365])
    expect(months.every(({ weeks }) => weeks.every((week) => week.length === 7))).toBe(true)
    expect(months[10]!.weeks[0]!.findIndex((cell) => cell?.date === '2026-11-01')).toBe(6)
    expect(workingDays).toBe(cells.filter(({ rest }) => !rest).length)
  })

  test('tells the arrangement as the notice does', () => {
    const { arrangements } = viewYear(2026, shippedCalendar)
    expect(arrangements).toContainEqual({ name: '春节', from: '2026-02-15', to: '2026-02-23', days: 9, rest: true })
    expect(arrangements).toContainEqual({ name: '春节', from: '2026-02-28', to: '2026-02-28', days: 1, rest: false })
  })

  test('says what is provisional', () => {
    const last = Math.max(...publishedYears)
    expect(publishedUntil(shippedCalendar)).toBe(last)
    expect([viewYear(last - 1, shippedCalendar), viewYear(last, shippedCalendar), viewYear(last + 1, shippedCalendar)].map(({ provisional }) => provisional)).toEqual(['none', 'yearEnd', 'whole'])
    expect(viewYear(2027, previewOf(2027, [])).provisional).toBe('yearEnd')
  })
})

describe('local settings', () => {
  const local = timeLimitRules.filter((rule) => isLocal(rule) && rule.setting && !rule.key.startsWith('look_back_'))

  test('are every limit of the facts that no law and no charter gives', () => {
    expect(settingKeys.filter((key) => key.startsWith('limit.')).sort()).toEqual([...new Set(local.map(({ key }) => limitKey(key)))].sort())
  })

  test('a value is what its setting allows', () => {
    expect(['10', '1', '999', '1000', '0', '-1', '1.5', ''].map((text) => parseSettingValue('limit.handler_named', text))).toEqual([10, 1, 999, null, null, null, null, null])
    expect(['6、1，6', '2', ''].map((text) => parseSettingValue('lookBack.months', text))).toEqual([[1, 6], null, null])
    expect(parseSettingValue('limit.agency_perform_reply', '3')).toBeNull()
  })

  test('the place’s own value beats the general one, a coming one waits', () => {
    const row = (effectiveOn: string, everywhere: boolean) => ({ effectiveOn, everywhere })
    const rows = [row('2026-06-01', false), row('2026-05-01', true), row('2026-03-01', false)]
    expect([valueOn(rows, '2026-05-15'), valueOn(rows, '2026-06-01'), valueOn(rows, '2026-01-01')]).toEqual([rows[2], rows[0], null])
  })
})
