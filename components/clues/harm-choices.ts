import { getTranslations } from 'next-intl/server'
import type { Option } from '@/components/ui/field'
import { harmSigns } from '@/lib/clues/rules/harm'

/** 危害情节 to tick, in the order of their weight. */
export async function harmChoices(): Promise<Option[]> {
  const t = await getTranslations('harm')
  return harmSigns.map((value) => ({ value, label: t(`signs.${value}` as never) }))
}
