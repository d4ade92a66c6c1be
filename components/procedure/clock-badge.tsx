import { getTranslations } from 'next-intl/server'
import { Chip } from '@/components/ui/chip'
import { Icon } from '@/components/ui/icon'
import { weekday } from '@/lib/engine/deadlines/local-date'
import { type ClockDates, daysLeft, dayOf, phaseOf } from '@/lib/engine/deadlines/phase'
import { today } from '@/lib/platform/clock'
import { clockMarks } from './clock-marks'
import { DeadlineExplanation } from './deadline-explanation'

export type ShownClock = ClockDates & { readonly provisional: boolean; readonly explanation: unknown; readonly basis: unknown }

/** Where a clock stands, its date with weekday and days left; opens the whole count in words. */
export async function ClockBadge({ clock, label }: { clock: ShownClock; label?: string }) {
  const t = await getTranslations('deadlines')
  const day = today()
  const phase = phaseOf(clock, day)
  const { tone, icon, words } = clockMarks[phase]
  const date = phase === 'notBegun' ? dayOf(clock.triggeredOn) : words.startsWith('done') ? dayOf(clock.satisfiedOn ?? clock.endOn) : dayOf(clock.endOn)
  const values = { date, weekday: t(`weekdays.${weekday(date)}`), days: Math.abs(daysLeft(clock, day)) }
  return (
    <details className="max-w-prose">
      <summary className="min-h-6 cursor-pointer" title={t('badge.open')}>
        <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-1 tabular-nums">
          {label && <span className="text-muted">{label}</span>}
          <Chip tone={tone} icon={icon}>
            {t(`phase.${phase}`)}
          </Chip>
          <time dateTime={date}>{t(`badge.${words}`, values)}</time>
          {clock.provisional && (
            <span className="inline-flex items-center gap-1 text-xs text-muted">
              <Icon name="info" />
              {t('badge.provisional')}
            </span>
          )}
          <span className="sr-only">{t('badge.open')}</span>
        </span>
      </summary>
      <div className="mt-2 border-l-2 border-line pl-3">
        <DeadlineExplanation explanation={clock.explanation} basis={clock.basis} />
      </div>
    </details>
  )
}
