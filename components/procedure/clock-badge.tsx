import { getTranslations } from 'next-intl/server'
import { Chip, type Tone } from '@/components/ui/chip'
import { Icon, type IconName } from '@/components/ui/icon'
import { weekday } from '@/lib/engine/deadlines/local-date'
import { type ClockDates, daysLeft, dayOf, type Phase, phaseOf } from '@/lib/engine/deadlines/phase'
import { today } from '@/lib/platform/clock'
import { DeadlineExplanation } from './deadline-explanation'

const marks: Record<Phase, { tone: Tone; icon: IconName; words: string }> = {
  notBegun: { tone: 'neutral', icon: 'clock', words: 'starts' },
  running: { tone: 'neutral', icon: 'clock', words: 'left' },
  dueSoon: { tone: 'amber', icon: 'clock', words: 'left' },
  dueToday: { tone: 'amber', icon: 'clock', words: 'today' },
  overdue: { tone: 'red', icon: 'warning', words: 'overdue' },
  paused: { tone: 'neutral', icon: 'pause', words: 'paused' },
  satisfiedInTime: { tone: 'neutral', icon: 'check', words: 'done' },
  // A promise kept too late was broken: it keeps the colour of overdue.
  satisfiedLate: { tone: 'red', icon: 'check', words: 'doneLate' },
  cancelled: { tone: 'neutral', icon: 'cross', words: 'cancelled' },
}

export type ShownClock = ClockDates & { readonly provisional: boolean; readonly explanation: unknown; readonly basis: unknown }

/** Where a clock stands, its date with weekday and days left; opens the whole count in words. */
export async function ClockBadge({ clock, label }: { clock: ShownClock; label?: string }) {
  const t = await getTranslations('deadlines')
  const day = today()
  const phase = phaseOf(clock, day)
  const { tone, icon, words } = marks[phase]
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
