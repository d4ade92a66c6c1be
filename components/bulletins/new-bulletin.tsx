import { randomUUID } from 'node:crypto'
import { getTranslations } from 'next-intl/server'
import { BasisLine } from '@/components/procedure/basis-line'
import { typedBefore } from '@/components/procedure/drafts'
import { stepWords } from '@/components/procedure/step-words'
import { GroupedForm } from '@/components/recommendations/grouped-form'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { buttonClass } from '@/components/ui/button-class'
import { FormActions } from '@/components/ui/form'
import { SelectField } from '@/components/ui/inputs'
import { LinkChoices } from '@/components/ui/link-choices'
import { PageHead } from '@/components/ui/page-head'
import { hrefWith } from '@/components/ui/query'
import { Page, Panel } from '@/components/ui/section'
import type { NewBulletinView } from '@/lib/bulletins/loaders'
import { Figures } from './figures'
import { bulletinGroups, type Values } from './form-groups'
import { periodName } from './words'

const path = '/bulletins/new'

/** First the kind, then its form: each an address, so that it works without scripts. */
export async function NewBulletin({ view }: { view: NewBulletinView }) {
  const t = await getTranslations('bulletins')
  const common = await getTranslations('common')
  const kinds = await getTranslations('bulletinKinds')
  const { kind } = view
  return (
    <Page>
      <Breadcrumbs label={common('trail')} trail={[{ label: t('title'), href: '/bulletins' }, { label: t('new') }]} />
      <PageHead title={kind ? kinds(`${kind.key}.name` as never) : t('new')} purpose={kind ? kinds(`${kind.key}.help` as never) : t('newPurpose')} />
      {kind ? <Writing view={view} /> : (
        <LinkChoices choices={view.kinds.map(({ key }) => ({ href: hrefWith(path, { kind: key }), name: kinds(`${key}.name` as never), help: kinds(`${key}.help` as never) }))} />
      )}
    </Page>
  )
}

async function Writing({ view }: { view: NewBulletinView }) {
  const t = await getTranslations('bulletins')
  const [kind, period] = [view.kind!, view.period]
  const typed = await typedBefore('bulletin.draft', null)
  // What was typed for another kind or another period is not this one.
  const mine: Values = typed.kind === kind.key && (typed.period ?? null) === period ? typed : {}
  const begun: Values = { readerIds: view.choices!.leaderIds, ...(view.drafted ? { title: view.drafted.title, content: view.drafted.content } : {}) }
  return (
    <>
      <Panel title={t('basis')}>
        <BasisLine basis={kind.basis} />
        {kind.named && <p className="text-sm text-muted">{t('namedHelp')}</p>}
      </Panel>
      {period && <PeriodChoice view={view} />}
      {view.drafted && period && <Figures counts={view.drafted.counts} period={period} on={null} />}
      <GroupedForm
        target={{ step: 'bulletin.draft', id: null, version: null, requestId: randomUUID() }}
        words={await stepWords('bulletin', 'draft')}
        groups={await bulletinGroups(kind, view.choices!, { ...begun, ...mine }, { kind: kind.key, ...(period ? { period } : {}) }, true)}
      />
    </>
  )
}

async function PeriodChoice({ view }: { view: NewBulletinView }) {
  const t = await getTranslations('bulletins')
  const common = await getTranslations('common')
  const options = await Promise.all(view.periods.map(async (value) => ({ value, label: await periodName(value) })))
  return (
    <form action={path} method="get" className="flex max-w-2xl flex-wrap items-end gap-3">
      <input type="hidden" name="kind" value={view.kind?.key} />
      <SelectField name="period" label={t('period')} required options={options} empty={common('form.choose')} defaultValue={view.period ?? ''} />
      <FormActions><button type="submit" className={buttonClass('secondary')}>{t('countPeriod')}</button></FormActions>
    </form>
  )
}
