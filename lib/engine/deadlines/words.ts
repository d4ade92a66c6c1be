import type { Translate } from '@/lib/platform/i18n'
import type { Skipped, Warning } from './count'
import { type Explanation, explanationLines, type Line } from './explanation'

// `t` is everywhere a translator of the namespace `deadlines`.

type Reason = { readonly kind: Skipped['kind']; readonly name?: string | null | undefined }

export function reasonWords(t: Translate, { kind, name }: Reason): string {
  if (kind === 'paused' && name) return name
  return name ? t('reason.named', { kind: t(`kinds.${kind}`), name }) : t('reason.plain', { kind: t(`kinds.${kind}`) })
}

export const warningWords = (t: Translate, warning: Pick<Warning, 'params'> & { readonly code: string }): string =>
  t(`warnings.${warning.code}`, warning.params)

/** The whole count in sentences, in the reader's language. */
export function explanationWords(t: Translate, told: Explanation): string[] {
  return [
    ...explanationLines(told).map((line) => lineWords(t, line)),
    ...told.warnings.map((warning) => warningWords(t, warning)),
  ]
}

function lineWords(t: Translate, { key, values }: Line): string {
  const { unit, amount, kind, name, weekday } = values
  const words: Record<string, string | number> = { ...values }
  if (unit !== undefined) words.length = t(`units.${unit}`, { amount: amount ?? 0 })
  if (kind !== undefined) words.reason = reasonWords(t, { kind: kind as Skipped['kind'], name: String(name) })
  if (weekday !== undefined) words.weekday = t(`weekdays.${weekday}`)
  return t(key, words)
}
