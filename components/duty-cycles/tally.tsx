import { getTranslations } from 'next-intl/server'
import type { DutyTally } from '@/lib/duty-cycles/schema'

/** 按期、逾期、未报, and how many are not due yet; of rectification it says nothing. */
export async function Tally({ tally: { kept, late, missed, ahead } }: { tally: Pick<DutyTally, 'kept' | 'late' | 'missed' | 'ahead'> }) {
  const t = await getTranslations('dutyCycles')
  return (
    <span className="tabular-nums">
      {t('tally', { kept, late })} · <span className={missed > 0 ? 'text-red' : undefined}>{t('tallyMissed', { missed })}</span>
      {ahead > 0 && <span className="text-muted"> · {t('tallyAhead', { ahead })}</span>}
    </span>
  )
}
