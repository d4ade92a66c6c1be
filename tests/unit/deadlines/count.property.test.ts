import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Calendar, makeCalendar, shippedCalendar } from '@/lib/engine/deadlines/calendar'
import { countPeriod, type Period } from '@/lib/engine/deadlines/count'
import { addDays, daysBetween, weekday } from '@/lib/engine/deadlines/local-date'

const anyDay = fc.integer({ min: 0, max: 365 * 80 }).map((days) => addDays('2004-01-01', days))
const publishedDay = fc.integer({ min: 0, max: 365 * 22 }).map((days) => addDays('2004-01-01', days))
const forward = fc.oneof(
  fc.record({ amount: fc.integer({ min: 1, max: 400 }), unit: fc.constant('naturalDay' as const) }),
  fc.record({ amount: fc.integer({ min: 1, max: 120 }), unit: fc.constant('workingDay' as const) }),
  fc.record({ amount: fc.integer({ min: 1, max: 24 }), unit: fc.constant('month' as const) }),
)
const period = fc.tuple(forward, fc.boolean()).map(([kind, roll]): Period => ({ ...kind, roll, direction: 'forward' }))
const pauses = fc.array(
  fc.tuple(fc.integer({ min: -30, max: 500 }), fc.integer({ min: 0, max: 60 })),
  { maxLength: 3 },
)

const withDay = (date: string, rest: boolean): Calendar =>
  makeCalendar({ days: new Map([[date, { rest, kind: rest ? 'shiftedRest' : 'shiftedWork' }]]), years: new Set() })

describe('every count', () => {
  it('is total: it ends, after its trigger, not before its raw end, on a day that exists', () => {
    fc.assert(
      fc.property(period, anyDay, pauses, fc.integer({ min: 0, max: 12 }), (limit, trigger, gaps, extension) => {
        const spans = gaps.map(([start, length]) => ({ from: addDays(trigger, start), to: addDays(trigger, start + length) }))
        const told = countPeriod(limit, trigger, shippedCalendar, { pauses: spans, extension })
        expect(told.end > trigger).toBe(true)
        expect(told.end >= told.rawEnd).toBe(true)
        expect(new Date(told.dueAt).getTime()).toBe(new Date(`${addDays(told.end, 1)}T00:00:00+08:00`).getTime())
        expect(told.skipped.every(({ date }) => date > trigger && date < told.end)).toBe(true)
      }),
    )
  })

  it('ends on a working day where it rolls, and the days moved over are rest days', () => {
    fc.assert(
      fc.property(period, anyDay, (limit, trigger) => {
        const told = countPeriod({ ...limit, roll: true }, trigger, shippedCalendar)
        expect(shippedCalendar.dayOf(told.end).rest).toBe(false)
        expect(told.skipped.every(({ date }) => shippedCalendar.dayOf(date).rest)).toBe(true)
        if (limit.unit !== 'workingDay') expect(told.skipped).toHaveLength(daysBetween(told.rawEnd, told.end))
      }),
    )
  })

  it('does not count the trigger: one natural day ends on the next day', () => {
    fc.assert(
      fc.property(anyDay, (trigger) => {
        const one = countPeriod({ amount: 1, unit: 'naturalDay', roll: false, direction: 'forward' }, trigger, shippedCalendar)
        expect(one.rawEnd).toBe(addDays(trigger, 1))
      }),
    )
  })

  it('is monotone in its start and in its length', () => {
    fc.assert(
      fc.property(period, anyDay, fc.integer({ min: 0, max: 90 }), (limit, trigger, later) => {
        const end = countPeriod(limit, trigger, shippedCalendar).end
        expect(countPeriod(limit, addDays(trigger, later), shippedCalendar).end >= end).toBe(true)
        expect(countPeriod({ ...limit, amount: limit.amount + 1 }, trigger, shippedCalendar).end >= end).toBe(true)
      }),
    )
  })

  it('never ends earlier for a new holiday, never later for a new make-up working day', () => {
    fc.assert(
      fc.property(period, publishedDay, fc.integer({ min: 0, max: 120 }), (limit, trigger, offset) => {
        const told = countPeriod(limit, trigger, shippedCalendar)
        // Near the end as often as inside: that is where a day matters.
        for (const date of [addDays(trigger, offset), addDays(told.end, -(offset % 4)), told.rawEnd]) {
          expect(countPeriod(limit, trigger, withDay(date, true)).end >= told.end).toBe(true)
          expect(countPeriod(limit, trigger, withDay(date, false)).end <= told.end).toBe(true)
        }
      }),
    )
  })

  it('moves by exactly one working day when its last day becomes a holiday', () => {
    fc.assert(
      fc.property(period, publishedDay, (limit, trigger) => {
        const told = countPeriod({ ...limit, roll: true }, trigger, shippedCalendar)
        const moved = countPeriod({ ...limit, roll: true }, trigger, withDay(told.end, true))
        const next = countPeriod({ amount: 1, unit: 'workingDay', roll: false, direction: 'forward' }, told.end, shippedCalendar)
        expect(moved.end).toBe(next.end)
      }),
    )
  })

  it('is never earlier for a pause, and longer by its days where it lies inside', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 5, max: 200 }), fc.integer({ min: 1, max: 40 }), (trigger, amount, length) => {
        const limit: Period = { amount, unit: 'naturalDay', roll: true, direction: 'forward' }
        const from = addDays(trigger, 2)
        const paused = countPeriod(limit, trigger, shippedCalendar, { pauses: [{ from, to: addDays(from, length - 1) }] })
        expect(paused.rawEnd).toBe(addDays(trigger, amount + length))
      }),
    )
  })

  it('keeps the day of the month, or takes the last one (民法典 202)', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 24 }), (trigger, amount) => {
        const { rawEnd } = countPeriod({ amount, unit: 'month', roll: true, direction: 'forward' }, trigger, shippedCalendar)
        const same = rawEnd.slice(8) === trigger.slice(8)
        expect(same || (rawEnd.slice(8) < trigger.slice(8) && addDays(rawEnd, 1).slice(8) === '01')).toBe(true)
      }),
    )
  })

  it('is marked provisional exactly where it looked at a year not yet published', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), anyDay, (amount, trigger) => {
        const told = countPeriod({ amount, unit: 'naturalDay', roll: true, direction: 'forward' }, trigger, shippedCalendar)
        expect(told.provisional).toBe(told.end >= '2026-12-29')
        expect(told.warnings.some(({ code }) => code === 'provisional')).toBe(told.provisional)
      }),
    )
  })

  it('agrees with a plain walk over working days', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), anyDay, (amount, trigger) => {
        const { end } = countPeriod({ amount, unit: 'workingDay', roll: false, direction: 'forward' }, trigger, shippedCalendar)
        let worked = 0
        for (let day = 1; day <= daysBetween(trigger, end); day += 1) if (!shippedCalendar.dayOf(addDays(trigger, day)).rest) worked += 1
        expect(worked).toBe(amount)
        expect(shippedCalendar.dayOf(end).rest).toBe(false)
      }),
    )
  })
})

it('the weekday follows the day', () => {
  fc.assert(
    fc.property(anyDay, (date) => {
      expect(weekday(addDays(date, 1))).toBe((weekday(date) + 1) % 7)
    }),
  )
})
