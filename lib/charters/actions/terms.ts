'use server'

import '@/lib/procedures'
import { getTranslations } from 'next-intl/server'
import { fieldErrors } from '@/lib/engine/procedure/field-errors'
import { weekday } from '@/lib/engine/deadlines/local-date'
import { today } from '@/lib/platform/clock'
import { formToInput, typedOf } from '@/lib/platform/form'
import { scopeOf } from '@/lib/platform/scope'
import { findWriter } from '@/lib/platform/writer'
import { countOwing, findFirstClock } from '../data/first-clock'
import { knownTerms } from '../mutations/obligation'
import { readTerms, termFaults } from '../rules/terms'
import { addObligationInput } from '../schema'

export type TermsLook = {
  readonly message?: string
  readonly signedOut?: boolean
  readonly fields?: Readonly<Record<string, string>>
  readonly typed?: Readonly<Record<string, string | string[]>>
  readonly lines?: readonly string[]
}

/** What a promise would bring about, before it is entered: who owes it, its first clock, what keeps it. */
export async function readPromise(_: TermsLook, form: FormData): Promise<TermsLook> {
  const t = await getTranslations()
  const typed = typedOf(form)
  const { actor, refused } = await findWriter()
  if (!actor) return { typed, message: t((refused.reason ?? `errors.${refused.code}`) as never), signedOut: refused.code === 'signedOut' }
  const { obligationId: _id, ...given } = formToInput(form)
  const parsed = addObligationInput.safeParse(given)
  const terms = parsed.success ? readTerms(parsed.data) : null
  const faults = parsed.success ? termFaults(parsed.data.kind, terms!, knownTerms()) : fieldErrors(parsed.error)
  if (!parsed.success || !terms || Object.keys(faults).length > 0)
    return { typed, fields: Object.fromEntries(Object.entries(faults).map(([name, key]) => [name, t(key as never)])) }
  const { kind, owedBy } = parsed.data
  const [scope, day] = [scopeOf(actor), today()]
  const [count, clock] = await Promise.all([countOwing(scope, owedBy), findFirstClock(scope, { kind, terms }, day)])
  const step = (name: string | undefined) => (name && t.has(`${name}.name` as never) ? t(`${name}.name` as never) : (name ?? ''))
  const duty = terms.duty && t.has(`duties.${terms.duty}` as never) ? t(`duties.${terms.duty}` as never) : (terms.duty ?? '')
  const told = (key: string, values: Record<string, string | number> = {}) => t(`charters.preview.${key}` as never, values as never)
  const end = clock ? { on: day, from: clock.fromOn, to: clock.toOn ?? '', end: clock.endOn, weekday: t(`deadlines.weekdays.${weekday(clock.endOn)}`) } : null
  const lines = [told('owed', { group: t(`charters.groups.${owedBy}`), count })]
  if (terms.effect) lines.push(t(`charters.effects.${terms.effect}`))
  else if (terms.duty) lines.push(kind === 'indicator' ? told('indicator', { duty }) : terms.amount && end ? told('referral', { duty, ...end }) : told('duty', { duty }))
  else if (kind === 'gate') lines.push(told('gate', { start: step(terms.startStep), kept: step(terms.keptBy) }))
  else if (kind === 'right') lines.push(told('right', { step: step(terms.startStep) }))
  else if (end) {
    lines.push(told(kind === 'recurring' ? 'recurring' : kind === 'designation' ? 'designation' : 'event', { step: step(terms.startStep), ...end }))
    lines.push(terms.keptBy ? told('keptBy', { step: step(terms.keptBy) }) : told('keptByRecord'))
  }
  if (clock?.provisional) lines.push(t('deadlines.badge.provisional'))
  return { typed, lines }
}
