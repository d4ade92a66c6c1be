import { getTranslations } from 'next-intl/server'
import { Chip } from '@/components/ui/chip'
import { Panel } from '@/components/ui/section'
import { ClockBadge } from '@/components/procedure/clock-badge'
import type { CaseView } from '@/lib/cases/loaders'

const choices = [
  { key: 'conclude', steps: ['proposeConclusion', 'conclude'] },
  { key: 'suspend', steps: ['suspend', 'proposeSuspension'] },
  { key: 'extend', steps: ['extendReview'] },
] as const

/** The ways out of the review month, side by side while it is set or runs (办案规则 47, 78, 79). Suing says why it waits. */
export async function ReviewChoices({ view }: { view: CaseView }) {
  const t = await getTranslations('cases.choices')
  const { caseFile, clocks, steps } = view
  const clock = clocks.find(({ duty, status }) => duty === 'case.decideReview' && (status === 'running' || status === 'paused'))
  if (!caseFile.inner || caseFile.status !== 'following' || !clock) return null
  return (
    <Panel title={t('title')}>
      <ClockBadge clock={clock} />
      <p className="mt-1 text-sm text-muted">{t('end', { on: clock.endOn.toISOString().slice(0, 10) })}</p>
      <ul className="mt-3 grid gap-3 sm:grid-cols-2">
        {choices.map(({ key, steps: wanted }) => {
          const offered = steps.find((step) => (wanted as readonly string[]).includes(step.key) && step.blocked === null)
          return (
            <li key={key} className="rounded-md border border-line p-3">
              <p className="font-medium">{t(key)}</p>
              <p className="text-sm text-muted">{t(`${key}Help`)}</p>
              {offered ? (
                <a className="text-link" href={`#step-${offered.key}`}>
                  {t('open')}
                </a>
              ) : (
                <p className="text-sm text-muted">{t('notOffered')}</p>
              )}
            </li>
          )
        })}
        <li className="rounded-md border border-line p-3">
          <p className="flex flex-wrap items-center gap-2 font-medium">
            {t('sue')}
            <Chip icon="info">{t('sueLater')}</Chip>
          </p>
          <p className="text-sm text-muted">{t('sueBlocked')}</p>
        </li>
      </ul>
    </Panel>
  )
}
