import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addDays } from '@/lib/engine/deadlines/local-date'
import { cycleOf, cycles, type Cycle, nextCycles, recurringEnds } from '@/lib/engine/deadlines/recurring'

it.each([
  ['month', '2024-02-10', '2024-02-01', '2024-02-29'],
  ['quarter', '2026-11-22', '2026-10-01', '2026-12-31'],
  ['halfYear', '2026-06-30', '2026-01-01', '2026-06-30'],
  ['year', '2026-11-22', '2026-01-01', '2026-12-31'],
] as const)('the %s of %s runs from %s to %s', (cycle, date, from, to) => expect(cycleOf(cycle, date)).toEqual({ from, to }))

it('a period that recurs from a month end does not drift', () => {
  expect(recurringEnds('2026-01-31', 1, 3)).toEqual(['2026-02-28', '2026-03-31', '2026-04-30'])
})

it('cycles follow each other without a gap and hold their day', () => {
  const cycle = fc.constantFrom(...(Object.keys(cycles) as Cycle[]))
  fc.assert(
    fc.property(cycle, fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('2004-01-01', days)), (kind, date) => {
      const [first, ...later] = nextCycles(kind, date, 4)
      expect(first && first.from <= date && date <= first.to).toBe(true)
      later.reduce((before, span) => {
        expect(span.from).toBe(addDays(before.to, 1))
        return span
      }, first!)
    }),
  )
})
