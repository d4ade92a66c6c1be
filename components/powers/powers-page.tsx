import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { filterLabels, pageLabels } from '@/components/shell/labels'
import { LinkButton } from '@/components/ui/button'
import { Chip } from '@/components/ui/chip'
import { EmptyState } from '@/components/ui/empty-state'
import { FilterBar } from '@/components/ui/filter-bar'
import { listComma } from '@/components/ui/list-comma'
import { PageHead } from '@/components/ui/page-head'
import { Pager } from '@/components/ui/pager'
import { Page, Section } from '@/components/ui/section'
import { Table } from '@/components/ui/table'
import { localDate } from '@/lib/platform/clock'
import type { PowersView } from '@/lib/powers/loaders'
import { shows } from '@/lib/powers/schema'
import { powerState } from './state'

const path = '/powers'

type View = { readonly view: PowersView }

/** Who answers for what in the place; below it, what is not yet on the list. */
export async function PowersPage({ view }: View) {
  const t = await getTranslations('powers')
  const domains = await getTranslations('domains')
  const { filter, places } = view
  const query = { place: filter.place, domain: filter.domain, unit: filter.unit, q: filter.q, show: filter.show === 'inForce' ? undefined : filter.show }
  return (
    <Page>
      <PageHead title={t('title')} purpose={t('purpose')} actions={view.mayRegister && (
          <>
            <LinkButton href={`${path}/imports`} icon="upload">{t('import')}</LinkButton>
            <LinkButton href={`${path}/new`} icon="plus" variant="primary">{t('new')}</LinkButton>
          </>
        )} />
      <FilterBar
        path={path}
        query={query}
        labels={await filterLabels()}
        fields={[
          { kind: 'text', name: 'q', label: t('q') },
          { kind: 'select', name: 'domain', label: t('domain'), empty: t('any'), options: view.domains.map((key) => ({ value: key, label: domains(key as never) })) },
          ...(view.units.length > 0 ? [{ kind: 'select' as const, name: 'unit', label: t('unit'), empty: t('any'), options: view.units }] : []),
          { kind: 'select', name: 'show', label: t('show'), empty: t('shows.inForce'), options: shows.filter((value) => value !== 'inForce').map((value) => ({ value, label: t(`shows.${value}`) })) },
          ...(places.length > 1 ? [{ kind: 'select' as const, name: 'place', label: t('place'), empty: places[0]!.name, options: places.slice(1).map(({ code, name }) => ({ value: code, label: name })) }] : []),
        ]}
      />
      <Entries view={view} />
      <Pager path={path} query={query} page={filter.page} hasNext={view.hasNext} labels={await pageLabels(filter.page)} />
      <Gaps view={view} />
    </Page>
  )
}

async function Entries({ view: { rows, filter, today } }: View) {
  const t = await getTranslations('powers')
  const stateOf = await powerState()
  const values = await getTranslations('powerItem.values')
  const domains = await getTranslations('domains')
  const comma = await listComma()
  const narrowed = filter.domain ?? filter.unit ?? filter.q ?? (filter.show === 'inForce' ? undefined : filter.show)
  return (
    <Table
      caption={t('title')}
      rows={rows}
      rowKey={({ id }) => id}
      href={({ id }) => `${path}/${id}`}
      empty={narrowed ? <p className="text-muted">{t('emptyFiltered')}</p> : <EmptyState title={t('emptyTitle')} body={t('emptyBody')} />}
      columns={[
        {
          key: 'matter', head: t('matter'),
          cell: ({ matter, crossing, status }) => (
            <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-1">
              {matter}
              {crossing && <Chip>{t('crossing')}</Chip>}
              {status === 'doubted' && <Chip>{t('doubted')}</Chip>}
            </span>
          ),
        },
        { key: 'domain', head: t('domain'), cell: ({ domain }) => domains(domain as never) },
        { key: 'unit', head: t('unit'), cell: ({ unit }) => unit, nowrap: true },
        { key: 'role', head: t('role'), cell: ({ role }) => values(`role.${role}`), nowrap: true },
        { key: 'powers', head: t('powers'), cell: ({ powers }) => powers.map((kind) => values(`powers.${kind as 'other'}`)).join(comma) },
        { key: 'basis', head: t('basis'), cell: ({ basis }) => (basis.length > 1 ? t('basisMore', { first: basis[0]!, count: basis.length }) : basis[0]) },
        { key: 'from', head: t('from'), cell: ({ fromOn }) => localDate(fromOn), nowrap: true },
        ...(filter.show === 'all'
          ? [{ key: 'state', head: t('state'), cell: (row: PowersView['rows'][number]) => <Chip>{stateOf(row, today)}</Chip>, nowrap: true }]
          : []),
      ]}
    />
  )
}

/** What to complete first: domains with nobody's entry, then bodies that have none in a domain of theirs. */
async function Gaps({ view: { gaps, filter, mayFor, mayRegister } }: View) {
  const t = await getTranslations('powers')
  const domains = await getTranslations('domains')
  if (gaps.length === 0 || filter.page > 1) return null
  const ordered = [...gaps].sort((a, b) => Number(b.bare) - Number(a.bare))
  return (
    <Section title={t('gaps')} count={gaps.length} note={t('gapsNote')}>
      <Table
        caption={t('gaps')}
        rows={ordered}
        rowKey={({ domain }) => domain}
        columns={[
          { key: 'domain', head: t('domain'), cell: ({ domain }) => <Link className="text-link" href={`${path}?domain=${domain}`}>{domains(domain as never)}</Link>, nowrap: true },
          {
            key: 'units', head: t('gapUnits'),
            cell: ({ domain, units }) => units.map(({ id, name }, index) => (
              <span key={id}>{index > 0 && '、'}{mayRegister && mayFor.includes(id) ? <Link className="font-medium text-link" href={`${path}/new?domain=${domain}&unit=${id}`}>{name}</Link> : name}</span>
            )),
          },
          { key: 'state', head: t('gapState'), cell: ({ bare }) => t(bare ? 'gapBare' : 'gapSome'), nowrap: true },
        ]}
      />
    </Section>
  )
}
