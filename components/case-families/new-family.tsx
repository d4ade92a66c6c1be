import { randomUUID } from 'node:crypto'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { BasisLine } from '@/components/procedure/basis-line'
import { typedBefore } from '@/components/procedure/drafts'
import { stepWords } from '@/components/procedure/step-words'
import { GroupedForm } from '@/components/recommendations/grouped-form'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkChoices } from '@/components/ui/link-choices'
import { PageHead } from '@/components/ui/page-head'
import { Page } from '@/components/ui/section'
import type { NewFamilyView } from '@/lib/case-families/loaders'
import { caseFamilyProcedure } from '@/lib/case-families/procedure'
import { familyGroups } from './form-groups'

const path = '/case-families'

/** First the field, then its cases: each an address, so that it works without scripts. */
export async function NewFamily({ view }: { view: NewFamilyView }) {
  const t = await getTranslations('caseFamilies')
  const common = await getTranslations('common')
  const domains = await getTranslations('domains')
  const { domain, fields } = view
  return (
    <Page>
      <Breadcrumbs label={common('trail')} trail={[{ label: t('title'), href: path }, { label: t('newTitle') }]} />
      <PageHead title={t('newTitle')} purpose={t('newPurpose')} {...(domain ? { number: domains(domain as never) } : {})} />
      {domain === null && (fields.length === 0
        ? <EmptyState title={t('noFields')} body={t('noFieldsBody')} />
        : <LinkChoices choices={fields.map(({ domain: key, cases }) => ({ href: `${path}/new?domain=${key}`, name: domains(key as never), help: t('fieldCases', { count: cases }) }))} />)}
      {domain !== null && <Forming view={view} domain={domain} />}
    </Page>
  )
}

async function Forming({ view: { told, cases, chosen, leads, leadId }, domain }: { view: NewFamilyView; domain: string }) {
  const t = await getTranslations('caseFamilies')
  const typed = await typedBefore('caseFamily.form', null)
  return (
    <div className="flex max-w-3xl flex-col gap-4">
      {told ? <p>{t('begunFrom', { number: told.number })}</p> : <p><Link className="text-link" href={`${path}/new`}>{t('change')}</Link></p>}
      <BasisLine basis={caseFamilyProcedure.steps.form.basis} />
      <GroupedForm
        target={{ step: 'caseFamily.form', id: null, version: null, requestId: randomUUID() }}
        words={await stepWords('caseFamily', 'form')}
        groups={await familyGroups(cases, leads, { caseIds: chosen, leadId, ...(typed.domain === domain ? typed : {}) }, { domain })}
      />
    </div>
  )
}
