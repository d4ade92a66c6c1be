import { getTranslations } from 'next-intl/server'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { LinkButton } from '@/components/ui/button'
import { Chip } from '@/components/ui/chip'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHead } from '@/components/ui/page-head'
import { Page, Section } from '@/components/ui/section'
import { Table } from '@/components/ui/table'
import { ClockTable } from '@/components/worklist/clock-table'
import { localDay } from '@/lib/platform/clock'
import type { BodyView, CoverageView } from '@/lib/roster/loaders/coverage'

/** 全覆盖: every body of the place, those who are silent first. */
export async function Coverage({ view: { rows, days, active } }: { view: CoverageView }) {
  const t = await getTranslations('roster.coverage')
  const words = await getTranslations()
  return (
    <Page>
      <Breadcrumbs label={words('common.trail')} trail={[{ label: words('roster.title'), href: '/roster' }, { label: t('title') }]} />
      <PageHead title={t('title')} purpose={t('purpose', { days })} />
      <Section title={t('bodies')} count={t('share', { active, all: rows.length })}>
        <Table
          caption={t('bodies')}
          rows={rows}
          rowKey={({ id }) => id}
          href={({ id }) => `/roster/units/${id}`}
          columns={[
            { key: 'name', head: t('name'), cell: ({ name }) => name },
            { key: 'state', head: t('state'), cell: ({ state }) => <Chip>{t(`states.${state}`)}</Chip>, nowrap: true },
            { key: 'liaison', head: t('liaison'), cell: ({ liaison }) => liaison ?? '—', nowrap: true },
            { key: 'people', head: t('people'), cell: ({ people }) => people, nowrap: true },
            { key: 'last', head: t('last'), cell: ({ lastSeenAt }) => (lastSeenAt ? localDay(lastSeenAt) : '—'), nowrap: true },
            { key: 'open', head: t('open'), cell: ({ open }) => open, nowrap: true },
            { key: 'overdue', head: t('overdue'), cell: ({ overdue }) => (overdue > 0 ? <span className="text-red">{overdue}</span> : overdue), nowrap: true },
          ]}
        />
      </Section>
    </Page>
  )
}

/** What one body has been asked for, by whom and by when. */
export async function BodyPage({ view: { body, reminds, clocks, units } }: { view: BodyView }) {
  const t = await getTranslations('roster.body')
  const words = await getTranslations()
  return (
    <Page>
      <Breadcrumbs label={words('common.trail')} trail={[{ label: words('roster.title'), href: '/roster' }, { label: body.name }]} />
      <PageHead
        title={body.name}
        purpose={t('purpose', { liaison: body.liaison ?? '—' })}
        actions={reminds && <LinkButton href={`/letters/new?kind=dutyReminder&to=${body.id}`}>{t('remind')}</LinkButton>}
      />
      <Section title={t('asked')} count={clocks.length} note={t('note')}>
        {clocks.length > 0 ? <ClockTable clocks={clocks} units={units} party="to" caption={t('asked')} /> : <EmptyState title={t('emptyTitle')} body={t('emptyBody')} />}
      </Section>
    </Page>
  )
}
