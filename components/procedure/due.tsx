import { useTranslations } from 'next-intl'
import { weekday } from '@/lib/engine/deadlines/local-date'
import { type ClockDates, daysLeft, dayOf, phaseOf } from '@/lib/engine/deadlines/phase'
import { today } from '@/lib/platform/clock'
import { clockMarks } from './clock-marks'
import { DueMark } from './due-mark'

/** A clock in a table's cell: date, weekday and days left; urgency has an icon and words, never colour alone. */
export function Due({ clock }: { clock: ClockDates & { readonly provisional: boolean } }) {
  const t = useTranslations('deadlines')
  const day = today()
  const { tone, icon, words } = clockMarks[phaseOf(clock, day)]
  const date = dayOf(words === 'starts' ? clock.triggeredOn : clock.satisfiedOn !== null && words.startsWith('done') ? clock.satisfiedOn : clock.endOn)
  const said = t(`badge.${words}`, { date, weekday: t(`weekdays.${weekday(date)}`), days: Math.abs(daysLeft(clock, day)) })
  return <DueMark tone={tone} icon={icon} words={said} {...(clock.provisional ? { note: t('badge.provisional') } : {})} />
}
