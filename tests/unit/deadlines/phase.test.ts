import { describe, expect, it } from 'vitest'
import { daysLeft, phaseOf } from '@/lib/engine/deadlines/phase'

const clock = { ruleKey: 'agency_urgent_reply', status: 'running', triggeredOn: '2026-09-20', endOn: '2026-10-08', satisfiedOn: null }

describe('where a clock stands', () => {
  it.each([
    ['2026-09-19', 'notBegun', 19],
    ['2026-09-20', 'running', 18],
    ['2026-09-30', 'running', 8],
    ['2026-10-01', 'dueSoon', 7],
    ['2026-10-07', 'dueSoon', 1],
    ['2026-10-08', 'dueToday', 0],
    ['2026-10-09', 'overdue', -1],
  ])('on %s: %s, %i days', (today, phase, left) => {
    expect(phaseOf(clock, today)).toBe(phase)
    expect(daysLeft(clock, today)).toBe(left)
  })

  it('reads columns of the database as well', () => {
    const row = { ...clock, triggeredOn: new Date('2026-09-20'), endOn: new Date('2026-10-08'), satisfiedOn: null }
    expect(phaseOf(row, '2026-10-09')).toBe('overdue')
  })

  it.each([
    [{ status: 'satisfied', satisfiedOn: '2026-10-08' }, 'satisfiedInTime'],
    [{ status: 'satisfied', satisfiedOn: '2026-10-09' }, 'satisfiedLate'],
    [{ status: 'paused' }, 'paused'],
    [{ status: 'cancelled' }, 'cancelled'],
  ])('%o is %s long after', (change, phase) => expect(phaseOf({ ...clock, ...change }, '2027-01-01')).toBe(phase))

  it('a clock counted back runs before its trigger', () => {
    const back = { ruleKey: 'hearing_notice', status: 'running', triggeredOn: '2026-03-12', endOn: '2026-03-09', satisfiedOn: null }
    expect(phaseOf(back, '2026-02-20')).toBe('running')
    expect(phaseOf(back, '2026-03-10')).toBe('overdue')
  })

  it('a right that was not used has lapsed; nobody is late', () => {
    expect(phaseOf({ ...clock, ruleKey: 'objection_period' }, '2026-10-09')).toBe('lapsed')
  })
})
