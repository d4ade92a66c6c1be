import { getTranslations } from 'next-intl/server'
import type { Option } from '@/components/ui/field'
import type { PowerChoice } from '@/lib/powers/data/choices'

/** Entries to tick, with the duty and the basis beneath; a doubt is said where one chooses. */
export async function powerOptions(choices: readonly PowerChoice[]): Promise<Option[]> {
  const t = await getTranslations('powers.choice')
  const roles = await getTranslations('powerItem.values.role')
  return choices.map(({ id, unit, matter, role, duty, basis, status }) => ({
    value: id, label: t('label', { unit, matter, role: roles(role), doubted: status === 'doubted' ? 'yes' : 'no' }), help: t('help', { duty, basis: basis.join(t('separator')) }),
  }))
}
