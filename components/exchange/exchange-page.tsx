import { getTranslations } from 'next-intl/server'
import { filterLabels, pageLabels } from '@/components/shell/labels'
import { LinkButton } from '@/components/ui/button'
import { FilterBar } from '@/components/ui/filter-bar'
import { PageHead } from '@/components/ui/page-head'
import { Pager } from '@/components/ui/pager'
import { Page } from '@/components/ui/section'
import { Tabs } from '@/components/ui/tabs'
import type { ExchangeView } from '@/lib/exchange/loaders'
import { dataKinds } from '@/lib/exchange/rules'
import { parts, sides } from '@/lib/exchange/schema/item'
import { Catalogue, Requests, Uses } from './tables'

const path = '/exchange'

/** What can be asked for in the place, what was asked for, and the ledger of use. */
export async function ExchangePage({ view }: { view: ExchangeView }) {
  const t = await getTranslations('exchange')
  const kinds = await getTranslations('dataKinds')
  const { filter, part } = view
  const query = { part: part === 'catalogue' ? undefined : part, kind: filter.kind, side: filter.side, unit: filter.unit, show: filter.show === 'open' ? undefined : filter.show }
  return (
    <Page>
      <PageHead title={t('title')} purpose={t('purpose')} actions={view.mayRegister && <LinkButton href={`${path}/new`} icon="plus" variant="primary">{t('new')}</LinkButton>} />
      <Tabs label={t('part')} tabs={parts.map((each) => ({ href: each === 'catalogue' ? path : `${path}?part=${each}`, label: t(`parts.${each}`), current: part === each }))} />
      <FilterBar
        path={path}
        query={query}
        keep={['part']}
        labels={await filterLabels()}
        fields={[
          { kind: 'select', name: 'kind', label: t('kind'), empty: t('any'), options: dataKinds.map(({ key }) => ({ value: key, label: kinds(`${key}.name` as never) })) },
          ...(part === 'catalogue' ? [{ kind: 'select' as const, name: 'side', label: t('side'), empty: t('any'), options: sides.map((value) => ({ value, label: t(`sides.${value}`) })) }] : []),
          { kind: 'select', name: 'unit', label: t('unit'), empty: t('any'), options: view.choices },
          { kind: 'select', name: 'show', label: t('show'), empty: t('shows.open'), options: [{ value: 'all', label: t('shows.all') }] },
        ]}
      />
      {view.part === 'catalogue' && <Catalogue view={view} />}
      {view.part === 'requests' && <Requests view={view} />}
      {view.part === 'uses' && <Uses rows={view.rows} linked />}
      <Pager path={path} query={query} page={filter.page} hasNext={view.hasNext} labels={await pageLabels(filter.page)} />
    </Page>
  )
}
