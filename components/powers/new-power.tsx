import { randomUUID } from 'node:crypto'
import { getTranslations } from 'next-intl/server'
import { typedBefore } from '@/components/procedure/drafts'
import { stepWords } from '@/components/procedure/step-words'
import { GroupedForm } from '@/components/recommendations/grouped-form'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageHead } from '@/components/ui/page-head'
import { Page } from '@/components/ui/section'
import type { NewPowerView } from '@/lib/powers/loaders'
import { registerGroups } from './form-groups'

/** One entry at a time, as the published list has it. */
export async function NewPower({ view: { unit, units, own, asked, domains, today } }: { view: NewPowerView }) {
  const t = await getTranslations('powers')
  const common = await getTranslations('common')
  const known = { ...own, role: 'lead', fromOn: today, ...(await typedBefore('powerItem.register', null)), ...asked }
  return (
    <Page>
      <Breadcrumbs label={common('trail')} trail={[{ label: t('title'), href: '/powers' }, { label: t('newTitle') }]} />
      <PageHead title={t('newTitle')} purpose={units.length > 0 ? t('newPurpose') : t('newOf', { unit })} />
      <div className="flex max-w-3xl flex-col gap-4">
        <GroupedForm
          target={{ step: 'powerItem.register', id: null, version: null, requestId: randomUUID() }}
          words={await stepWords('powerItem', 'register')}
          groups={await registerGroups(known, units, domains)}
        />
      </div>
    </Page>
  )
}
