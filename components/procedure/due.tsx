import { getTranslations } from 'next-intl/server'
import { Icon } from '@/components/ui/icon'
import { daysBetween, weekday } from '@/lib/engine/deadlines/local-date'
import { today } from '@/lib/platform/clock'

const near = 7

/** A deadline's date, weekday and days left; urgency has an icon and words, never colour alone. */
export async function Due({ endOn, paused = false, provisional = false }: { endOn: string; paused?: boolean; provisional?: boolean }) {
  const t = await getTranslations('procedure.due')
  const left = daysBetween(today(), endOn)
  const state = paused ? 'paused' : left < 0 ? 'overdue' : left === 0 ? 'today' : left <= near ? 'soon' : 'later'
  const tone = { paused: 'text-muted', overdue: 'text-red', today: 'text-amber', soon: 'text-amber', later: 'text-ink' }[state]
  return (
    <span className={`inline-flex flex-wrap items-center gap-x-1.5 tabular-nums ${tone}`}>
      <Icon name={state === 'overdue' ? 'warning' : 'clock'} />
      <time dateTime={endOn}>{endOn}</time>
      <span>{t(`weekday.${weekday(endOn)}` as never)}</span>
      <span className={state === 'overdue' ? 'font-semibold' : ''}>{t(state, { days: Math.abs(left) })}</span>
      {provisional && <span className="text-muted">{t('provisional')}</span>}
    </span>
  )
}
