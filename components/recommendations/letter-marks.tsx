import { getTranslations } from 'next-intl/server'
import { Chip } from '@/components/ui/chip'
import { type ClockDates, phaseOf } from '@/lib/engine/deadlines/phase'
import { localDate, today } from '@/lib/platform/clock'

type ReplyState = { readonly received: boolean; readonly on: Date | null; readonly rounds: number; readonly clock: ClockDates | null }

/** 回复: a word given, in time or late; never a finding. */
export async function Reply({ reply: { received, on, rounds, clock } }: { reply: ReplyState }) {
  const t = await getTranslations('recommendations.reply')
  if (!received) return <span className="text-muted">{t('notDue')}</span>
  const phase = clock ? phaseOf(clock, today()) : null
  if (!on) return phase === 'overdue' ? <Chip tone="red">{t('overdue')}</Chip> : <span>{t('none')}</span>
  return (
    <span className="tabular-nums">
      {t(phase === 'satisfiedLate' ? 'late' : 'on', { date: localDate(on) })}
      {rounds > 1 && <span className="text-muted"> {t('rounds', { count: rounds })}</span>}
    </span>
  )
}

/** 整改: what checks found, and nothing else. */
export async function Rectification({ met, checked, total, received = true }: { met: number; checked: number; total: number; received?: boolean }) {
  const t = await getTranslations('recommendations.rectification')
  if (!received) return <span className="text-muted">—</span>
  if (total > 0 && met === total) return <Chip tone="green">{t('verified')}</Chip>
  return checked === 0 ? <span className="text-muted">{t('unchecked')}</span> : <span className="tabular-nums">{t('count', { met, total })}</span>
}
