import { getTranslations } from 'next-intl/server'
import { LinkButton } from '@/components/ui/button'
import { Chip } from '@/components/ui/chip'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHead } from '@/components/ui/page-head'
import { Page, Section } from '@/components/ui/section'
import { Table } from '@/components/ui/table'
import type { RosterView } from '@/lib/roster/loaders/roster'

/** The mechanism's people: who leads it, whom one may ask. */
export async function RosterPage({ view }: { view: RosterView }) {
  const t = await getTranslations('roster')
  return (
    <Page>
      <PageHead title={t('title')} purpose={t('purpose')} actions={view.mayFound && <LinkButton href="/roster/groups/new" icon="plus">{t('newGroup')}</LinkButton>} />
      <Groups view={view} />
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
        href={({ id }) => `/roster/groups/${id}`}
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
