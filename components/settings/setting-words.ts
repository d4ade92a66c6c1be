import { getTranslations } from 'next-intl/server'
import { factorKey, proofKey, staleKey } from '@/lib/platform/sign-in-rules'
import { lookBackKey, similarityKey, type SettingValue } from '@/lib/settings/schema'
import type { LocalSetting } from '@/lib/settings/loaders/settings'

const names: Readonly<Record<string, 'lookBack' | 'similarity' | 'secondFactor' | 'proof' | 'stale'>> =
  { [lookBackKey]: 'lookBack', [similarityKey]: 'similarity', [factorKey]: 'secondFactor', [proofKey]: 'proof', [staleKey]: 'stale' }

type Named = Pick<LocalSetting, 'key' | 'rule'>

/** What a setting is called and how its values read. */
export async function settingWords() {
  const t = await getTranslations('settings.local')
  const units = await getTranslations('deadlines.units')
  return {
    name: ({ key, rule }: Named): string =>
      rule?.name ?? t(key.startsWith('notice.') ? (`names.${key.slice('notice.'.length)}` as 'names.fromHour') : `names.${names[key] ?? 'similarity'}`),
    value: ({ key, rule }: Named, value: SettingValue): string => {
      if (typeof value === 'string') return t(`factorLevels.${value}`)
      if (typeof value !== 'number') return value.length === 0 ? t('noMonths') : t('months', { months: value.join('、') })
      if (key.startsWith('notice.')) return t(key === 'notice.secondAfterHours' ? 'hours.length' : 'hours.clock', { value })
      if (key === similarityKey) return t('percent', { value })
      if (key === proofKey) return t('minutes', { value })
      if (key === staleKey) return t('days', { value })
      return rule?.unit ? units(rule.unit, { amount: value }) : String(value)
    },
  }
}
