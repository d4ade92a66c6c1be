import { randomUUID } from 'node:crypto'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { BasisLine } from '@/components/procedure/basis-line'
import { ClockBadge } from '@/components/procedure/clock-badge'
import { typedBefore } from '@/components/procedure/drafts'
import { RecordTimeLine } from '@/components/procedure/record-time-line'
import { StepPanel } from '@/components/procedure/step-panel'
import { stepWords } from '@/components/procedure/step-words'
import { GroupedForm } from '@/components/recommendations/grouped-form'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Chip } from '@/components/ui/chip'
import { DescriptionList, type Fact } from '@/components/ui/description-list'
import { listComma } from '@/components/ui/list-comma'
import { PageHead } from '@/components/ui/page-head'
import { Columns, Page, Panel, Section } from '@/components/ui/section'
import type { ItemView } from '@/lib/exchange/loaders'
import { localDate } from '@/lib/platform/clock'
import { askGroups, itemGroups } from './form-groups'

type View = { readonly view: ItemView }

/** One entry: what there is, who may have it, and the form to ask for it. */
export async function ItemPage({ view }: View) {
  const t = await getTranslations('exchange')
  const common = await getTranslations('common')
  const kinds = await getTranslations('dataKinds')
  const states = await getTranslations('dataItem.states')
  const { item, kind, own, open, mayAsk, steps } = view
  const forms: Record<string, ReactNode> = steps.some(({ key }) => key === 'revise') ? { revise: await revision(view) } : {}
  return (
    <Page>
      <Breadcrumbs label={common('trail')} trail={[{ label: t('title'), href: '/exchange' }, { label: kinds(`${kind.key}.name` as never) }]} />
      <PageHead
        number={kinds(`${kind.key}.name` as never)}
        title={item.title}
        purpose={t('itemPurpose')}
        marks={<><Chip>{states(item.status as 'registered')}</Chip>{item.clocks.filter(({ status }) => status === 'running').map((clock) => <ClockBadge key={clock.id} clock={clock} />)}</>}
      />
      <Columns
        main={
          <>
            {own && <StepPanel procedure="dataItem" steps={steps} subject={item} forms={forms} />}
            {mayAsk && <Asking view={view} />}
            {!own && !open && <p className="text-muted">{t('notOpen')}</p>}
            <Section title={t('facts')}><DescriptionList facts={await factsOf(view)} empty={t('none')} /></Section>
          </>
        }
        aside={<Section title={t('timeLine')}><RecordTimeLine entries={view.timeLine} unitNames={view.units} /></Section>}
      />
    </Page>
  )
}

async function Asking({ view: { item, kind, matters } }: View) {
  const t = await getTranslations('dataRequest')
  return (
    <Panel strong title={t('ask.name')}>
      <BasisLine basis={kind.basis} />
      <GroupedForm
        target={{ step: 'dataRequest.ask', id: null, version: null, requestId: randomUUID() }}
        words={await stepWords('dataRequest', 'ask')}
        groups={await askGroups(item.id, kind, await typedOf(item.id), matters.map(({ link, label }) => ({ value: link, label })))}
      />
    </Panel>
  )
}

/** What was typed for another entry is not this one's. */
async function typedOf(itemId: string) {
  const typed = await typedBefore('dataRequest.ask', null)
  return typed.itemId === itemId ? typed : {}
}

async function revision({ item, kind }: ItemView) {
  const { id, version, title, content, fields, cycle, form, contact, openTo, sensitivity, limits } = item
  const values = { title, content, fields: fields.join('\n'), cycle, form, contact, openTo, sensitivity, limits: limits ?? '', ...(await typedBefore('dataItem.revise', id)) }
  return <GroupedForm target={{ step: 'dataItem.revise', id, version, requestId: randomUUID() }} words={await stepWords('dataItem', 'revise')} groups={await itemGroups(kind, values, {})} />
}

async function factsOf({ item, kind, units }: ItemView): Promise<Fact[]> {
  const t = await getTranslations('exchange')
  const values = await getTranslations('dataItem.values')
  const bodies = await getTranslations('units.kinds')
  const comma = await listComma()
  return [
    { term: t('owner'), value: units[item.ownerId] ?? '' }, { term: t('side'), value: t(`sides.${kind.side}`) }, { term: t('content'), value: item.content },
    { term: t('fieldsOf'), value: item.fields.join('、') }, { term: t('cycle'), value: values(`cycle.${item.cycle as 'day'}`) }, { term: t('form'), value: values(`form.${item.form as 'file'}`) },
    { term: t('openTo'), value: item.openTo.map((each) => bodies(each as 'court')).join(comma) }, { term: t('sensitivity'), value: values(`sensitivity.${item.sensitivity as 'open'}`) },
    { term: t('limits'), value: item.limits }, { term: t('contact'), value: item.contact }, { term: t('registeredOn'), value: localDate(item.registeredOn) },
    { term: t('confirmedOn'), value: localDate(item.confirmedOn) }, ...(item.withdrawnOn ? [{ term: t('withdrawnOn'), value: localDate(item.withdrawnOn), note: item.withdrawReason }] : []),
  ]
}
