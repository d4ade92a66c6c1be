import { getTranslations } from 'next-intl/server'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { ActionItemTable } from '@/components/action-items/action-item-table'
import { Due } from '@/components/procedure/due'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { LinkButton } from '@/components/ui/button'
import { Chip } from '@/components/ui/chip'
import { PageHead } from '@/components/ui/page-head'
import { Page, Section } from '@/components/ui/section'
import { Table, type Column } from '@/components/ui/table'
import type { OfficeView } from '@/lib/meetings/loaders/office'
import { localDate } from '@/lib/platform/clock'

/** What lies with the standing office, what waits for an answer first; each heading opens the whole list. */
export async function Office({ view }: { view: OfficeView }) {
  const t = await getTranslations('meetings.office')
  const words = await getTranslations()
  const { units } = view
  const part = (key: 'proposals' | 'raised' | 'issues' | 'tasks' | 'meetings' | 'reports', href: string, table: ReactNode) => (
    <Section title={t(key)} count={`${view[key].rows.length}${view[key].more ? '+' : ''}`} actions={<Link className="text-link" href={href}>{t('all')}</Link>}>{table}</Section>
  )
  const rows = <Row extends { readonly id: string; readonly title: string }>(key: 'proposals' | 'raised' | 'issues' | 'meetings' | 'reports', list: readonly Row[], path: string, columns: Column<Row>[]) => (
    <Table caption={t(key)} rows={list} rowKey={({ id }) => id} href={({ id }) => `${path}/${id}`} empty={<p className="text-muted">{t('clear')}</p>} columns={[{ key: 'name', head: t('name'), cell: ({ title }) => title }, ...columns]} />
  )
  const day = (on: Date | null) => (on ? localDate(on) : '—')
  return (
    <Page>
      <Breadcrumbs label={words('common.trail')} trail={[{ label: words('meetings.title'), href: '/meetings' }, { label: t('title') }]} />
      <PageHead title={t('title')} purpose={t('purpose')} actions={<LinkButton href="/roster/coverage">{words('roster.coverage.link')}</LinkButton>} />
      {part('proposals', '/meetings?show=asked', rows('proposals', view.proposals.rows, '/meetings', [
        { key: 'unit', head: t('unit'), cell: ({ proposerId }) => (proposerId ? units[proposerId] : '—'), nowrap: true }, { key: 'when', head: t('when'), cell: ({ proposedOn }) => day(proposedOn), nowrap: true },
      ]))}
      {part('raised', '/undertakings?show=raised', rows('raised', view.raised.rows, '/undertakings', [
        { key: 'unit', head: t('unit'), cell: ({ ownerName }) => ownerName, nowrap: true }, { key: 'when', head: t('when'), cell: ({ clock }) => (clock ? <Due clock={clock} /> : '—'), nowrap: true },
      ]))}
      {part('issues', '/meetings/issues', rows('issues', view.issues.rows, '/meetings/issues', [
        { key: 'unit', head: t('unit'), cell: ({ unitId }) => units[unitId], nowrap: true }, { key: 'when', head: t('when'), cell: ({ raisedOn }) => day(raisedOn), nowrap: true },
      ]))}
      {part('tasks', '/action-items?side=given', <ActionItemTable caption={t('tasks')} rows={view.tasks.rows} units={units} empty={<p className="text-muted">{t('clear')}</p>} />)}
      {part('meetings', '/meetings', rows('meetings', view.meetings.rows, '/meetings', [
        { key: 'state', head: t('state'), cell: ({ status }) => <Chip>{words(`meeting.states.${status as 'planned'}`)}</Chip>, nowrap: true },
        { key: 'when', head: t('when'), cell: ({ heldOn, plannedOn }) => day(heldOn ?? plannedOn), nowrap: true },
      ]))}
      {part('reports', '/bulletins?side=unreadBy', rows('reports', view.reports.rows, '/bulletins', [
        { key: 'read', head: t('read'), cell: ({ read, readers }) => words('bulletins.readOf', { read, readers }), nowrap: true }, { key: 'when', head: t('when'), cell: ({ issuedOn }) => day(issuedOn), nowrap: true },
      ]))}
    </Page>
  )
}
