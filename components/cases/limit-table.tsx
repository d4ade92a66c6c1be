import { getTranslations } from 'next-intl/server'
import { ClockBadge } from '@/components/procedure/clock-badge'
import { Section } from '@/components/ui/section'
import type { CaseView } from '@/lib/cases/loaders'

/** Every clock of the case, its letters and look-backs, each with the whole count in words. */
export async function LimitTable({ clocks }: { clocks: CaseView['clocks'] }) {
  const t = await getTranslations('cases.record')
  const duties = await getTranslations('duties')
  return (
    <Section title={t('clocks')} count={clocks.length}>
      {clocks.length === 0 && <p className="text-muted">{t('noClocks')}</p>}
      <ul className="flex flex-col divide-y divide-line">
        {clocks.map((clock) => (
          <li key={clock.id} className="flex flex-wrap items-baseline gap-x-4 gap-y-1 py-3">
            <span className="min-w-48 font-medium">{duties(clock.duty as never)}</span>
            <ClockBadge clock={clock} />
          </li>
        ))}
      </ul>
    </Section>
  )
}
