import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Due } from '@/components/procedure/due'
import { filterLabels, pageLabels } from '@/components/shell/labels'
import { LinkButton } from '@/components/ui/button'
import { Chip } from '@/components/ui/chip'
import { EmptyState } from '@/components/ui/empty-state'
import { FilterBar } from '@/components/ui/filter-bar'
import { PageHead } from '@/components/ui/page-head'
import { Pager } from '@/components/ui/pager'
import { Page, Section } from '@/components/ui/section'
import { Table } from '@/components/ui/table'
import { Tabs } from '@/components/ui/tabs'
import { localDate } from '@/lib/platform/clock'
import type { UndertakingsView } from '@/lib/undertakings/loaders'
import { undertakingKinds } from '@/lib/undertakings/rules/kinds'
import { shows } from '@/lib/undertakings/schema'

const path = '/undertakings'
type Row = UndertakingsView['rows'][number]

/** What goes on together in the place, of every kind. */
export async function UndertakingList({ view }: { view: UndertakingsView }) {
  const t = await getTranslations('undertakings')
  const kinds = await getTranslations('undertakingKinds')
  const states = await getTranslations('undertaking.states')
  const { filter, rows, hasNext, tallies } = view
  const query = { kind: filter.kind, side: filter.side, solved: filter.solved, show: filter.show === 'open' ? undefined : filter.show }
  const period = ({ startsOn, endsOn }: Row) => (startsOn && endsOn ? `${localDate(startsOn)} — ${localDate(endsOn)}` : t('none'))
  return (
    <Page>
      <PageHead
        title={t('title')}
        purpose={t('purpose')}
        actions={
          <>
            <LinkButton href={`${path}/risks`} icon="warning">{t('riskBoard')}</LinkButton>
            {view.mayBegin && <LinkButton href={`${path}/new`} icon="plus" variant="primary">{t('new')}</LinkButton>}
          </>
        }
      />
      <Tabs label={t('show')} tabs={shows.map((show) => ({ href: show === 'open' ? path : `${path}?show=${show}`, label: t(`shows.${show}`), current: filter.show === show }))} />
      <FilterBar
        path={path}
        query={query}
        keep={['show', 'solved']}
        labels={await filterLabels()}
        fields={[
          { kind: 'select', name: 'kind', label: t('kind'), empty: t('any'), options: undertakingKinds.map(({ key }) => ({ value: key, label: kinds(`${key}.name` as never) })) },
          { kind: 'select', name: 'side', label: t('side'), empty: t('any'), options: (['own', 'asked'] as const).map((value) => ({ value, label: t(`sides.${value}`) })) },
        ]}
      />
      <Table
        caption={t('caption')}
        rows={rows}
        rowKey={({ id }) => id}
        href={({ id }) => `${path}/${id}`}
        empty={<EmptyState title={t('emptyTitle')} body={t('emptyBody')} />}
        columns={[
          { key: 'name', head: t('name'), cell: ({ title }) => title },
          { key: 'kind', head: t('kind'), cell: ({ kind }) => kinds(`${kind}.name` as never) },
          { key: 'owner', head: t('owner'), cell: ({ ownerName }) => ownerName },
          { key: 'state', head: t('state'), cell: ({ status }) => <Chip>{states(status)}</Chip>, nowrap: true },
          { key: 'period', head: t('period'), cell: period, nowrap: true },
          { key: 'progress', head: t('progress'), cell: ({ targets, struck }) => (targets === 0 ? t('none') : `${struck}/${targets}`), nowrap: true },
          { key: 'clock', head: t('clock'), cell: ({ clock }) => (clock ? <Due clock={clock} /> : t('none')), nowrap: true },
        ]}
      />
      <Pager path={path} query={query} page={filter.page} hasNext={hasNext} labels={await pageLabels(filter.page)} />
      <Tallies rows={tallies} />
    </Page>
  )
}

async function Tallies({ rows }: { rows: UndertakingsView['tallies'] }) {
  const t = await getTranslations('undertakings')
  const kinds = await getTranslations('undertakingKinds')
  if (rows.length === 0) return null
  const opened = (kind: string, query: string, count: number) => (count === 0 ? count : <Link className="text-link tabular-nums" href={`${path}?kind=${kind}&${query}`}>{count}</Link>)
  return (
    <Section title={t('tallies')} note={t('talliesNote')}>
      <Table
        caption={t('tallies')}
        rows={rows}
        rowKey={({ kind }) => kind}
        columns={[
          { key: 'kind', head: t('kind'), cell: ({ kind }) => kinds(`${kind}.name` as never) },
          { key: 'open', head: t('open'), cell: ({ kind, open }) => opened(kind, 'show=open', open), nowrap: true },
          { key: 'ended', head: t('ended'), cell: ({ kind, ended }) => opened(kind, 'show=ended', ended), nowrap: true },
          { key: 'solved', head: t('solved'), cell: ({ kind, solved }) => opened(kind, 'show=all&solved=1', solved), nowrap: true },
        ]}
      />
    </Section>
  )
}
