import { getTranslations } from 'next-intl/server'
import { listComma } from '@/components/ui/list-comma'
import { proofKey, staleKey } from '@/lib/platform/sign-in-rules'
import { nameKeyOf, similarityKey, type SettingValue } from '@/lib/settings/schema'
import type { LocalSetting } from '@/lib/settings/loaders/settings'

type Named = Pick<LocalSetting, 'key' | 'rule' | 'number'>

/** What a setting is called and how its values read. */
export async function settingWords() {
  const t = await getTranslations('settings.local')
  const units = await getTranslations('deadlines.units')
  const comma = await listComma()
  return {
    name: ({ key, rule, number }: Named): string =>
      number?.title ?? rule?.name ?? t(`names.${nameKeyOf(key)}` as 'names.similarity'),
    value: ({ key, rule }: Named, value: SettingValue): string => {
      if (typeof value === 'string') return t(`factorLevels.${value}`)
      if (typeof value === 'object' && 'pattern' in value)
        return value.start === null ? value.pattern : t('numberFrom', { pattern: value.pattern, year: value.year, start: value.start })
      if (typeof value !== 'number') return value.length === 0 ? t('noMonths') : t('months', { months: value.join(comma) })
      if (key.startsWith('notice.')) return t(key === 'notice.secondAfterHours' ? 'hours.length' : 'hours.clock', { value })
      if (key === similarityKey) return t('percent', { value })
      if (key === proofKey) return t('minutes', { value })
      if (key === staleKey) return t('days', { value })
      return rule?.unit ? units(rule.unit, { amount: value }) : String(value)
    },
  }
}
