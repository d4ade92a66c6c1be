import { getTranslations } from 'next-intl/server'
import { Icon } from '@/components/ui/icon'
import { Panel } from '@/components/ui/section'
import type { LetterView } from '@/lib/recommendations/loaders'
import { letterChecks } from '@/lib/recommendations/rules/completeness'

/** 提请审核前核对: what the letter must say and what must be true of it, each with its answer. */
export async function DraftChecks({ assessment }: { assessment: NonNullable<LetterView['assessment']> }) {
  const t = await getTranslations('recommendations')
  const { failed, closest, similarityLimit, powers } = assessment
  const number = closest?.number ?? ''
  return (
    <Panel title={t('checks.title')}>
      <ul className="grid gap-x-6 gap-y-1 sm:grid-cols-2">
        {letterChecks.map((check) => {
          const missing = failed.includes(check)
          return (
            <li key={check} className="flex items-start gap-2">
              <span className={`mt-[3px] ${missing ? 'text-ink' : 'text-muted'}`}>
                <Icon name={missing ? 'info' : 'check'} />
              </span>
              <span>
                {t(`check.${check}.name` as never)}
                <span className="text-muted"> {t(missing ? 'checks.missing' : 'checks.ok')}</span>
                {missing && <span className="block text-sm">{t(`check.${check}.fail` as never, { percent: closest?.percent ?? 0, number, ...powers } as never)}</span>}
              </span>
            </li>
          )
        })}
      </ul>
      <p className="mt-3 text-sm text-muted">
        {closest ? t('checks.closest', { number, percent: closest.percent, limit: similarityLimit }) : t('checks.noEarlier')}
      </p>
    </Panel>
  )
}
