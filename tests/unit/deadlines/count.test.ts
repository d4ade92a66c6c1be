import { describe, expect, it } from 'vitest'
import { makeCalendar, shippedCalendar } from '@/lib/engine/deadlines/calendar'
import { countPeriod, type Period } from '@/lib/engine/deadlines/count'

const days = (amount: number): Period => ({ amount, unit: 'naturalDay', roll: true, direction: 'forward' })
const months = (amount: number): Period => ({ amount, unit: 'month', roll: true, direction: 'forward' })
const workingDays = (amount: number): Period => ({ amount, unit: 'workingDay', roll: false, direction: 'forward' })
const count = (period: Period, trigger: string, options = {}) => countPeriod(period, trigger, shippedCalendar, options)

describe('worked examples', () => {
  it.each([
    ['2026-01-12', months(2), '2026-03-12', '2026-03-12'],
    ['2025-12-31', months(2), '2026-02-28', '2026-02-28'],
    ['2026-08-01', months(2), '2026-10-01', '2026-10-08'],
    ['2026-08-10', months(2), '2026-10-10', '2026-10-10'],
    ['2026-03-10', months(2), '2026-05-10', '2026-05-11'],
    ['2026-02-10', days(5), '2026-02-15', '2026-02-24'],
    ['2026-09-13', days(7), '2026-09-20', '2026-09-20'],
    ['2026-09-13', workingDays(7), '2026-09-21', '2026-09-21'],
    ['2026-09-30', days(3), '2026-10-03', '2026-10-08'],
    ['2026-09-30', workingDays(3), '2026-10-10', '2026-10-10'],
    ['2026-12-31', months(2), '2027-02-28', '2027-03-01'],
    // An urgent letter received on 2026-09-20: reply, performance, then the review month from its end.
    ['2026-09-20', days(15), '2026-10-05', '2026-10-08'],
    ['2026-09-20', months(2), '2026-11-20', '2026-11-20'],
    ['2026-11-20', months(1), '2026-12-20', '2026-12-21'],
    // The review month starts at the rolled end of the rectification period.
    ['2026-10-08', months(1), '2026-11-08', '2026-11-09'],
    // Month ends and leap years.
    ['2026-01-31', months(1), '2026-02-28', '2026-02-28'],
    ['2023-12-29', months(2), '2024-02-29', '2024-02-29'],
    ['2024-01-31', months(1), '2024-02-29', '2024-02-29'],
    ['2024-02-29', months(12), '2025-02-28', '2025-02-28'],
  ])('from %s: %o ends %s, rolled %s', (trigger, period, rawEnd, end) => {
    expect(count(period, trigger)).toMatchObject({ trigger, rawEnd, end })
  })

  it('warns where the year is not yet published, and only there', () => {
    expect(count(months(2), '2026-12-31')).toMatchObject({
      provisional: true,
      warnings: [{ code: 'provisional', params: { year: 2027 } }],
    })
    expect(count(months(2), '2026-08-01')).toMatchObject({ provisional: false, warnings: [] })
  })

  it('tells each skipped day with its reason', () => {
    expect(count(months(2), '2026-08-01').skipped).toEqual([
      { date: '2026-10-01', kind: 'statutoryFestival', name: '国庆节' },
      { date: '2026-10-02', kind: 'statutoryFestival', name: '国庆节' },
      { date: '2026-10-03', kind: 'statutoryFestival', name: '国庆节' },
      { date: '2026-10-04', kind: 'weekend', name: '国庆节' },
      { date: '2026-10-05', kind: 'shiftedRest', name: '国庆节' },
      { date: '2026-10-06', kind: 'shiftedRest', name: '国庆节' },
      { date: '2026-10-07', kind: 'shiftedRest', name: '国庆节' },
    ])
    expect(count(workingDays(3), '2026-09-30').skipped).toHaveLength(7)
    expect(count(days(7), '2026-09-13').skipped).toEqual([])
  })

  it('is too late only after 24:00 of the rolled end', () => {
    expect(count(days(15), '2026-09-20').dueAt).toBe('2026-10-09T00:00:00+08:00')
  })
})

describe('pauses and extensions', () => {
  it('adds the excluded days before rolling', () => {
    const paused = count(months(1), '2026-10-08', { pauses: [{ from: '2026-10-20', to: '2026-10-22' }] })
    expect(paused).toMatchObject({ rawEnd: '2026-11-11', end: '2026-11-11' })
    expect(paused.skipped.map(({ date, kind }) => `${date} ${kind}`)).toEqual([
      '2026-10-20 paused', '2026-10-21 paused', '2026-10-22 paused',
    ])
  })

  it('adds an extension to the unrolled end, not to the rolled one', () => {
    expect(count(months(1), '2026-10-08', { extension: 1 })).toMatchObject({ rawEnd: '2026-12-08', end: '2026-12-08' })
  })

  it('counts a day once where pauses overlap, and none before the first counted day', () => {
    const pauses = [{ from: '2026-10-01', to: '2026-10-10' }, { from: '2026-10-10', to: '2026-10-12' }]
    expect(count(months(1), '2026-10-08', { pauses }).rawEnd).toBe('2026-11-12')
  })

  it('warns of a pause outside the period and leaves the end', () => {
    const pauses = [{ from: '2026-12-01', to: '2026-12-05' }]
    expect(count(months(1), '2026-10-08', { pauses })).toMatchObject({
      end: '2026-11-09',
      warnings: [{ code: 'pauseOutside', params: { from: '2026-12-01', to: '2026-12-05' } }],
    })
  })

  it('counts a pause that begins only in the extended part', () => {
    const pauses = [{ from: '2026-12-01', to: '2026-12-05' }]
    expect(count(months(1), '2026-10-08', { pauses, extension: 1 }).rawEnd).toBe('2026-12-13')
  })

  it('ends after a pause that begins while the last day is moving off a holiday', () => {
    const pauses = [{ from: '2026-10-06', to: '2026-10-12' }]
    expect(count(months(2), '2026-08-01', { pauses })).toMatchObject({ rawEnd: '2026-10-13', end: '2026-10-13' })
  })

  it('leaves paused days out of working days', () => {
    const pauses = [{ from: '2026-03-10', to: '2026-03-11', reason: '征求意见' }]
    const paused = count(workingDays(3), '2026-03-09', { pauses })
    expect(paused.end).toBe('2026-03-16')
    expect(paused.skipped[0]).toEqual({ date: '2026-03-10', kind: 'paused', name: '征求意见' })
  })
})

describe('hours and counting back', () => {
  const hours: Period = { amount: 24, unit: 'hour', roll: false, direction: 'forward' }
  it('runs from the hour, over rest days too', () => {
    const told = count(hours, '2026-10-01', { triggeredAt: new Date('2026-10-01T15:30:00+08:00') })
    expect(told).toMatchObject({ end: '2026-10-02', dueAt: '2026-10-02T15:30:00+08:00', warnings: [] })
  })
  it('runs from midnight with a warning where the hour is not known', () => {
    expect(count(hours, '2026-03-10')).toMatchObject({
      end: '2026-03-11', dueAt: '2026-03-11T00:00:00+08:00', warnings: [{ code: 'hoursFromMidnight' }],
    })
  })
  it('counts back from a hearing and warns of a rest day instead of moving it', () => {
    const notice: Period = { amount: 3, unit: 'naturalDay', roll: false, direction: 'back' }
    expect(count(notice, '2026-03-12')).toMatchObject({ end: '2026-03-09', warnings: [] })
    expect(count(notice, '2026-03-10')).toMatchObject({ end: '2026-03-07', warnings: [{ code: 'endsOnRestDay' }] })
  })
  it('counts working days back over a break', () => {
    expect(count({ ...workingDays(2), direction: 'back' }, '2026-10-09').end).toBe('2026-09-30')
  })
})

it('moves with an entered day', () => {
  const calendar = makeCalendar({ days: new Map([['2026-03-12', { rest: true, kind: 'shiftedRest' }]]), years: new Set() })
  expect(countPeriod(months(2), '2026-01-12', calendar).end).toBe('2026-03-13')
})
