import { getTranslations } from 'next-intl/server'
import { StepPanel } from '@/components/procedure/step-panel'
import { LinkButton } from '@/components/ui/button'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageHead } from '@/components/ui/page-head'
import { Page } from '@/components/ui/section'
import type { LateEntryView } from '@/lib/cases/loaders'

/** 补录: cases that ran before the system was in use, with their true dates. */
export async function LateEntry({ view }: { view: LateEntryView }) {
  const t = await getTranslations('cases')
  const common = await getTranslations('common')
  const domains = await getTranslations('domains')
  const sources = await getTranslations('clue.values.source')
  return (
    <Page>
      <Breadcrumbs label={common('trail')} trail={[{ label: t('record.trail'), href: '/cases' }, { label: t('late.title') }]} />
      <PageHead
        title={t('late.title')}
        purpose={t('late.purpose')}
        actions={<LinkButton href="/cases/imports">{t('late.sheet')}</LinkButton>}
      />
      <StepPanel
        procedure="case"
        steps={view.steps}
        subject={null}
        options={{
          agencies: view.choices.agencies,
          prosecutors: view.choices.prosecutors,
          domains: view.domains.map((key) => ({ value: key, label: domains(key as never) })),
          sources: view.sources.map((key) => ({ value: key, label: sources(key as never) })),
        }}
      />
    </Page>
  )
}
