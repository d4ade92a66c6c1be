import { getTranslations } from 'next-intl/server'
import { localDate, type LocalDate } from '@/lib/platform/clock'

type Entry = { readonly status: string; readonly fromOn: Date; readonly toOn: Date | null }

/** How an entry stands on a day: its days decide, and what is announced is said with its day. */
export async function powerState(): Promise<(entry: Entry, today: LocalDate) => string> {
  const t = await getTranslations('powers')
  const states = await getTranslations('powerItem.states')
  return ({ status, fromOn, toOn }, today) => {
    if (status === 'takenBack') return states(status)
    const last = toOn && localDate(toOn)
    if (localDate(fromOn) > today) return t('coming')
    if (last && last < today) return t('past')
    return last && status !== 'doubted' ? t('until', { to: last }) : states(status as 'registered')
  }
}
