import { getTranslations } from 'next-intl/server'
import { filterLabels, pageLabels } from '@/components/shell/labels'
import { LinkButton } from '@/components/ui/button'
import { Chip } from '@/components/ui/chip'
import { EmptyState } from '@/components/ui/empty-state'
import { FilterBar } from '@/components/ui/filter-bar'
import { PageHead } from '@/components/ui/page-head'
import { Pager } from '@/components/ui/pager'
import { Page, Section } from '@/components/ui/section'
import { Table } from '@/components/ui/table'
import { localDate } from '@/lib/platform/clock'
import type { RosterView } from '@/lib/roster/loaders/roster'
import { rosterKinds } from '@/lib/roster/rules/kinds'

const path = '/roster'

/** The mechanism's people: who leads it, whom one may ask. */
export async function RosterPage({ view }: { view: RosterView }) {
  const t = await getTranslations('roster')
  return (
    <Page>
      <PageHead
        title={t('title')}
        purpose={t('purpose')}
        actions={
          <>
            {view.watches && <LinkButton href={`${path}/coverage`}>{t('coverage.link')}</LinkButton>}
            {view.mayFound && <LinkButton href={`${path}/groups/new`} icon="plus">{t('newGroup')}</LinkButton>}
            {view.mayPropose && <LinkButton href={`${path}/new`} icon="plus" variant="primary">{t('proposal')}</LinkButton>}
          </>
        }
      />
      <Groups view={view} />
      <People view={view} />
    </Page>
  )
}

async function Groups({ view: { groups } }: { view: RosterView }) {
  const t = await getTranslations('roster')
  const states = await getTranslations('leadingGroup.states')
  return (
    <Section title={t('groups')}>
      <Table
        caption={t('groups')}
        rows={groups}
        rowKey={({ id }) => id}
        href={({ id }) => `${path}/groups/${id}`}
        empty={<EmptyState title={t('noGroupsTitle')} body={t('noGroupsBody')} />}
        columns={[
          { key: 'name', head: t('groupName'), cell: ({ name }) => name },
          { key: 'desk', head: t('desk'), cell: ({ desk }) => desk },
          { key: 'state', head: t('state'), cell: ({ status }) => <Chip>{states(status as 'active')}</Chip>, nowrap: true },
          { key: 'seats', head: t('seatCount'), cell: ({ seats }) => seats, nowrap: true },
          { key: 'open', head: t('unconfirmed'), cell: ({ open }) => open, nowrap: true },
        ]}
      />
    </Section>
  )
}

async function People({ view: { filter, rows, hasNext, units, domains } }: { view: RosterView }) {
  const t = await getTranslations('roster')
  const states = await getTranslations('appointment.states')
  const domain = await getTranslations('domains')
  const query = { kind: filter.kind, domain: filter.domain, unit: filter.unit, show: filter.show === 'serving' ? undefined : filter.show }
  const choice = (name: string, label: string, options: { value: string; label: string }[]) => ({ kind: 'select' as const, name, label, empty: t('any'), options })
  return (
    <Section title={t('people')}>
      <FilterBar
        path={path}
        query={query}
        labels={await filterLabels()}
        fields={[
          choice('kind', t('kind'), rosterKinds.map(({ key }) => ({ value: key, label: t(`kinds.${key}` as never) }))),
          choice('domain', t('domain'), domains.map((key) => ({ value: key, label: domain(key as never) }))),
          choice('unit', t('home'), units.map(({ id, shortName }) => ({ value: id, label: shortName }))),
          { ...choice('show', t('show'), [{ value: 'all', label: t('shows.all') }]), empty: t('shows.serving') },
        ]}
      />
      <Table
        caption={t('people')}
        rows={rows}
        rowKey={({ id }) => id}
        href={({ id }) => `${path}/people/${id}`}
        empty={<EmptyState title={t('noPeopleTitle')} body={t('noPeopleBody')} />}
        columns={[
          { key: 'name', head: t('person'), cell: ({ personName, post }) => `${personName} ${post}` },
          { key: 'kind', head: t('kind'), cell: ({ kind }) => t(`kinds.${kind}` as never), nowrap: true },
          { key: 'domain', head: t('domain'), cell: (row) => domain(row.domain as never) },
          { key: 'speciality', head: t('speciality'), cell: ({ speciality }) => speciality },
          { key: 'unit', head: t('home'), cell: ({ unit }) => unit },
          { key: 'host', head: t('host'), cell: ({ host }) => host },
          { key: 'term', head: t('term'), cell: ({ fromOn, toOn }) => `${localDate(fromOn)} — ${localDate(toOn)}`, nowrap: true },
          { key: 'state', head: t('state'), cell: ({ status }) => <Chip>{states(status)}</Chip>, nowrap: true },
          { key: 'engaged', head: t('engaged'), cell: ({ engaged }) => engaged, nowrap: true },
        ]}
      />
      <Pager path={path} query={query} page={filter.page} hasNext={hasNext} labels={await pageLabels(filter.page)} />
    </Section>
  )
}
