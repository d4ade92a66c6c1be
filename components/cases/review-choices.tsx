import { getTranslations } from 'next-intl/server'
import { ClockBadge } from '@/components/procedure/clock-badge'
import { Chip } from '@/components/ui/chip'
import { fieldId } from '@/components/ui/field-id'
import { Panel } from '@/components/ui/section'
import type { CaseView } from '@/lib/cases/loaders'
import { localDate } from '@/lib/platform/clock'

/** Each choice with the steps that lead to it and a field of their forms: going there unfolds the form. */
const choices = [
  { key: 'conclude', fields: { proposeConclusion: 'findings' } },
  { key: 'suspend', fields: { suspend: 'opinion', proposeSuspension: 'measures' } },
  { key: 'extend', fields: { extendReview: 'approvedOn' } },
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
      <p className="mt-1 text-sm text-muted">{t('end', { on: localDate(clock.endOn) })}</p>
      <ul className="mt-3 grid gap-3 sm:grid-cols-2">
        {choices.map(({ key, fields }) => {
          const open = Object.entries(fields).find(([name]) => steps.some((step) => step.key === name && step.blocked === null))
          return (
            <li key={key} className="rounded-md border border-line p-3">
              <p className="font-medium">{t(key)}</p>
              <p className="text-sm text-muted">{t(`${key}Help`)}</p>
              {open ? (
                <a className="text-link" href={`#${fieldId(open[1], `case.${open[0]}`)}`}>
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
