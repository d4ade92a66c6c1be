import { getTranslations } from 'next-intl/server'
import { Fragment } from 'react'
import { Icon } from '@/components/ui/icon'
import { weekday } from '@/lib/engine/deadlines/local-date'
import { type ClockDates, daysLeft, dayOf, phaseOf } from '@/lib/engine/deadlines/phase'
import { today } from '@/lib/platform/clock'
import { clockMarks } from './clock-marks'

const tones = { neutral: 'text-ink', accent: 'text-ink', amber: 'text-amber', red: 'text-red', green: 'text-green' }

/** A clock in a table's cell: date, weekday and days left; urgency has an icon and words, never colour alone. */
export async function Due({ clock }: { clock: ClockDates & { readonly provisional: boolean } }) {
  const t = await getTranslations('deadlines')
  const day = today()
  const { tone, icon, words } = clockMarks[phaseOf(clock, day)]
  const date = dayOf(words === 'starts' ? clock.triggeredOn : clock.satisfiedOn !== null && words.startsWith('done') ? clock.satisfiedOn : clock.endOn)
  // Date and days stay whole where a narrow column breaks the line.
  const parts = t(`badge.${words}`, { date, weekday: t(`weekdays.${weekday(date)}`), days: Math.abs(daysLeft(clock, day)) }).split(' · ')
  return (
    <span className={`inline-flex items-start gap-x-1.5 tabular-nums ${tones[tone]}`}>
      <span className="mt-[3px]"><Icon name={icon} /></span>
      <span>
        {parts.map((part, index) => (
          <Fragment key={part}>
            {index > 0 && ' · '}
            <span className="whitespace-nowrap">{part}</span>
          </Fragment>
        ))}
        {clock.provisional && <span className="ml-1.5 text-muted">{t('badge.provisional')}</span>}
      </span>
    </span>
  )
}
