import { getTranslations } from 'next-intl/server'
import { occasionWord } from '@/lib/charters/rules/keepers'
import type { Terms } from '@/lib/charters/schema'

type Promised = { readonly kind: string; readonly owedBy: string; readonly terms: Terms }

/** A promise in one sentence: who, what brings it up, until when, what keeps it. */
export async function termsWords({ kind, owedBy, terms }: Promised): Promise<string> {
  const t = await getTranslations('charters')
  const all = await getTranslations()
  const step = (name: string) => (all.has(`${name}.name` as never) ? all(`${name}.name` as never) : name)
  const { cycle, dueDays, startStep, amount, unit, keptBy, keptWhen, duty, effect } = terms
  const occasion = keptBy && keptWhen ? occasionWord(keptBy, keptWhen) : null
  const keeper = (name: string) => (occasion && all.has(occasion as never) ? t('occasionOption', { step: step(name), occasion: all(occasion as never) }) : step(name))
  const length = amount && unit ? all(`deadlines.units.${unit}`, { amount }) : ''
  const parts = [
    t(`groups.${owedBy as 'court'}`),
    ...(cycle ? [t('terms.cycle', { cycle: t(`cycles.${cycle}`), days: dueDays ?? 0 })] : []),
    ...(kind === 'designation' && length ? [t('terms.fromStart', { length })] : []),
    ...(kind === 'event' && startStep && length ? [t('terms.after', { step: step(startStep), length })] : []),
    ...(kind === 'gate' && startStep ? [t('terms.before', { step: step(startStep) })] : []),
    ...(kind === 'right' && startStep ? [t('terms.may', { step: step(startStep) })] : []),
    ...(duty ? [t('terms.duty', { duty: dutyWords(all, duty) }), ...(length ? [t('terms.within', { length })] : [])] : []),
    ...(effect ? [t(`effects.${effect}`)] : []),
    ...(kind === 'right' || duty || effect ? [] : [keptBy ? t('terms.keptBy', { step: keeper(keptBy) }) : t('terms.keptByRecord')]),
  ]
  return parts.join(t('terms.separator'))
}

type All = Awaited<ReturnType<typeof getTranslations>>
export const dutyWords = (t: All, duty: string): string => (t.has(`duties.${duty}` as never) ? t(`duties.${duty}` as never) : duty)
