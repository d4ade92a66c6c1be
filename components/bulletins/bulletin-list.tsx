import { getTranslations } from 'next-intl/server'
import { filterLabels, pageLabels } from '@/components/shell/labels'
import { LinkButton } from '@/components/ui/button'
import { Chip } from '@/components/ui/chip'
import { EmptyState } from '@/components/ui/empty-state'
import { FilterBar } from '@/components/ui/filter-bar'
import { PageHead } from '@/components/ui/page-head'
import { Pager } from '@/components/ui/pager'
import { Page } from '@/components/ui/section'
import { Table } from '@/components/ui/table'
import { Tabs } from '@/components/ui/tabs'
import type { BulletinsView } from '@/lib/bulletins/loaders'
import { bulletinKinds } from '@/lib/bulletins/rules/kinds'
import { sides } from '@/lib/bulletins/schema/bulletin'
import { localDate } from '@/lib/platform/clock'

const path = '/bulletins'

/** What came in and what went out, with who has read it. */
export async function BulletinList({ view }: { view: BulletinsView }) {
  const t = await getTranslations('bulletins')
  const kinds = await getTranslations('bulletinKinds')
  const states = await getTranslations('bulletin.states')
  const readings = await getTranslations('bulletinReading.states')
  const { filter, rows, hasNext, units, ownUnitId } = view
  const query = { side: filter.side, kind: filter.kind }
  return (
    <Page>
      <PageHead title={t('title')} purpose={t('purpose')} actions={view.mayWrite && <LinkButton href={`${path}/new`} icon="plus" variant="primary">{t('new')}</LinkButton>} />
      <Tabs
        label={t('show')}
        tabs={[
          { href: path, label: t('sides.all'), current: filter.side === undefined },
          ...sides.map((side) => ({ href: `${path}?side=${side}`, label: t(`sides.${side}`), current: filter.side === side })),
        ]}
      />
      <FilterBar
        path={path}
        query={query}
        keep={['side']}
        labels={await filterLabels()}
        fields={[{ kind: 'select', name: 'kind', label: t('kind'), empty: t('sides.all'), options: bulletinKinds.map(({ key }) => ({ value: key, label: kinds(`${key}.name` as never) })) }]}
      />
      <Table
        caption={t('caption')}
        rows={rows}
        rowKey={({ id }) => id}
        href={({ id }) => `${path}/${id}`}
        empty={<EmptyState title={t('emptyTitle')} body={t('emptyBody')} />}
        columns={[
          { key: 'number', head: t('number'), cell: ({ number }) => number ?? t('none'), nowrap: true },
          { key: 'name', head: t('name'), cell: ({ title, kind }) => <>{title} <span className="text-sm text-muted">{kinds(`${kind}.name` as never)}</span></> },
          { key: 'issuer', head: t('issuer'), cell: ({ issuerId }) => units[issuerId] ?? t('none'), nowrap: true },
          {
            key: 'state', head: t('state'), nowrap: true,
            cell: ({ issuerId, status, reading }) => <Chip>{issuerId !== ownUnitId && reading ? readings(reading as 'read') : states(status as 'draft')}</Chip>,
          },
          { key: 'issued', head: t('issuedOn'), cell: ({ issuedOn }) => (issuedOn ? localDate(issuedOn) : t('none')), nowrap: true },
          { key: 'read', head: t('readBy'), cell: ({ issuerId, read, readers }) => (issuerId === ownUnitId && readers > 0 ? t('readOf', { read, readers }) : t('none')), nowrap: true },
        ]}
      />
      <Pager path={path} query={query} page={filter.page} hasNext={hasNext} labels={await pageLabels(filter.page)} />
    </Page>
  )
}
