import { describe, expect, test } from 'vitest'
import { calendarOccasion, clockFrom } from '@/lib/charters/rules/occasions'
import { isPromised, keeperOf, keepersOf, readKeeper } from '@/lib/charters/rules/keepers'
import { samples } from '@/lib/charters/rules/samples'
import { readTerms } from '@/lib/charters/rules/terms'
import { findWay, wayKeys, wayOf } from '@/lib/charters/rules/ways'
import { addObligationInput, effects } from '@/lib/charters/schema'
import { newId } from '@/lib/platform/id'

const promises = samples.flatMap(({ provisions }) => provisions.flatMap(({ obligations }) => obligations))

describe('the ways promises are worded', () => {
  test('hold every promise of the sample opinions: what a form of that way sends comes back as the same terms', () => {
    for (const { title, kind, owedBy, terms } of promises) {
      const { kind: own, fixed, asks } = wayOf(findWay(kind, terms))
      const { keptWhen, ...given } = terms
      const asked = Object.fromEntries(Object.entries(given).filter(([field]) => asks.includes(field as 'cycle')).map(([field, value]) => [field, String(value)]))
      const sent = { ...fixed, ...asked, ...(terms.keptBy ? { keptBy: keeperOf(terms.keptBy, keptWhen) } : {}), provisionId: newId(), kind: own, title, owedBy }
      const { byAnyone = false, ...read } = readTerms(addObligationInput.parse(sent))
      expect({ ...read, ...(byAnyone ? { byAnyone } : {}) }, title).toEqual(terms)
      for (const step of [terms.startStep, terms.keptBy]) if (step) expect(isPromised(step), step).toBe(true)
    }
  })

  test('name each effect once, and each can be chosen', () => {
    expect(wayKeys.flatMap((key) => { const { effect } = wayOf(key).fixed; return effect ? [effect] : [] }).length + 3).toBe(effects.length)
    expect(wayKeys.map((key) => findWay(wayOf(key).kind, Object.fromEntries([...Object.entries(wayOf(key).fixed), ...wayOf(key).needs.map((field) => [field, 1])])))).toEqual(wayKeys)
  })

  test('a step and its occasion are one choice', () => {
    expect(keepersOf('meeting.hold')).toContain('meeting.hold#regular')
    expect([readKeeper('meeting.hold#regular'), readKeeper('letter.issue')]).toEqual([{ keptBy: 'meeting.hold', keptWhen: 'regular' }, { keptBy: 'letter.issue' }])
  })

  test('the first period begins with the first day in force, the days after it are added to its end', () => {
    const half = { kind: 'recurring', terms: { cycle: 'halfYear', dueDays: 10 }, effectiveOn: '2026-11-22' } as const
    expect(calendarOccasion(half, '2026-11-22')).toEqual({ fromOn: '2026-07-01', toOn: '2026-12-31', clock: { rule: 'charter_period', amount: 50, triggeredOn: '2026-11-21' } })
    expect(clockFrom({ amount: 5, unit: 'workingDay' }, '2026-11-22')).toEqual({ rule: 'charter_working_days', amount: 5, triggeredOn: '2026-11-22' })
    expect([clockFrom({ amount: 5 }, '2026-11-22'), calendarOccasion({ kind: 'right', terms: {}, effectiveOn: '2026-11-22' }, '2026-11-22')]).toEqual([null, null])
  })
})
