import { getTranslations } from 'next-intl/server'
import { StepPanel } from '@/components/procedure/step-panel'
import { DescriptionList } from '@/components/ui/description-list'
import { Panel, Section } from '@/components/ui/section'
import { localMinute } from '@/lib/platform/clock'
import type { loadSettings } from '@/lib/settings/loaders/settings'
import { settingWords } from './setting-words'

type Waiting = Awaited<ReturnType<typeof loadSettings>>['waiting']

/** What one administrator proposed and another is to confirm: old and new side by side, with the steps in place. */
export async function WaitingSettings({ waiting, regionName }: { waiting: Waiting; regionName: string }) {
  const t = await getTranslations('settings.local')
  const common = await getTranslations('common')
  const words = await settingWords()
  return (
    <Section title={t('waiting')} note={t('waitingNote')} count={waiting.length}>
      {waiting.map(({ proposal, setting, steps }) => (
        <div key={proposal.id} className="flex flex-col gap-3">
          <Panel title={words.name(setting)}>
            <DescriptionList
              empty={common('form.noValue')}
              facts={[
                { term: t('value'), value: words.value(setting, setting.value) },
                { term: t('proposed'), value: words.value(setting, proposal.value), note: t('proposedFrom', { date: proposal.effectiveOn }) },
                { term: t('scope'), value: proposal.everywhere ? t('scopeEverywhere') : t('scopePlace', { place: regionName }) },
                { term: t('reason'), value: proposal.reason },
                { term: t('by'), value: `${proposal.proposedBy} ${localMinute(proposal.proposedAt)}` },
              ]}
            />
          </Panel>
          <StepPanel procedure="setting" steps={steps} subject={proposal} />
        </div>
      ))}
    </Section>
  )
}
