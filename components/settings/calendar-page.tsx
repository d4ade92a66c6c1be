import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { LinkButton } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { Page, Section } from '@/components/ui/section'
import { Table } from '@/components/ui/table'
import type { loadCalendarPage, NoticeSource } from '@/lib/settings/loaders/calendar'
import { YearCalendar } from './year-calendar'

/** The working calendar of a year, for everybody: what counts as rest, on what basis, and what of one's own it moved. */
export async function CalendarPage({ data }: { data: Awaited<ReturnType<typeof loadCalendarPage>> }) {
  const t = await getTranslations('settings.calendar')
  const { view, sources, moves, previous, next, publishedUntil } = data
  return (
    <Page>
      <PageHead
        title={t('heading', { year: view.year })}
        purpose={t('purpose')}
        actions={
          <>
            {previous && <LinkButton href={`/calendar?year=${previous}`} icon="arrowLeft">{t('previous', { year: previous })}</LinkButton>}
            <LinkButton href="/calendar">{t('current')}</LinkButton>
            {next && <LinkButton href={`/calendar?year=${next}`} icon="arrowRight">{t('next', { year: next })}</LinkButton>}
          </>
        }
      />
      {view.provisional === 'whole' && <Notice tone="neutral" icon="clock">{t('whole', { year: view.year })}</Notice>}
      {view.provisional === 'yearEnd' && <Notice tone="neutral" icon="clock">{t('yearEnd')}</Notice>}
      <p className="text-sm text-muted">
        {t('sources')}：{sources.length === 0 ? t('noSource') : <Sources sources={sources} />} · {t('until', { year: publishedUntil })}
      </p>
      <YearCalendar view={view} />
      {moves.length > 0 && <OwnMoves moves={moves} />}
    </Page>
  )
}

export function Sources({ sources }: { sources: readonly NoticeSource[] }) {
  return (
    <>
      {sources.map(({ title, number, url }) => (
        <span key={title + url} className="mr-2">
          {url ? <a className="text-link" href={url} rel="noopener noreferrer" target="_blank">{title}</a> : title}
          {number && ` ${number}`}
        </span>
      ))}
    </>
  )
}

async function OwnMoves({ moves }: { moves: Awaited<ReturnType<typeof loadCalendarPage>>['moves'] }) {
  const t = await getTranslations('settings')
  const duties = await getTranslations('duties')
  return (
    <Section title={t('calendar.moved')} note={t('calendar.movedNote')} count={moves.length}>
      <Table
        caption={t('calendar.moved')}
        rows={moves}
        rowKey={(move) => move.id}
        columns={[
          { key: 'matter', head: t('year.matter'), cell: (move) => <Link className="text-link" href={move.href}>{move.subjectTitle}</Link> },
          { key: 'duty', head: t('year.duty'), cell: (move) => duties(move.duty as never) },
          { key: 'unit', head: t('year.unit'), cell: (move) => move.unit },
          { key: 'before', head: t('year.before'), cell: (move) => move.beforeOn, nowrap: true },
          { key: 'after', head: t('year.after'), cell: (move) => move.afterOn, nowrap: true },
        ]}
      />
    </Section>
  )
}
