import { getTranslations } from 'next-intl/server'
import { StepPanel } from '@/components/procedure/step-panel'
import { LinkButton } from '@/components/ui/button'
import { Chip } from '@/components/ui/chip'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { Columns, Page, Section } from '@/components/ui/section'
import { Table } from '@/components/ui/table'
import type { loadCalendarYears } from '@/lib/settings/loaders/calendar'
import { localDate } from '@/lib/platform/clock'

/** The years an administrator entered, and the form for the next. */
export async function CalendarYears({ data }: { data: Awaited<ReturnType<typeof loadCalendarYears>> }) {
  const t = await getTranslations('settings.years')
  const states = await getTranslations('calendar.states')
  const { rows, top, steps, waiting, publishedUntil } = data
  const list = (
    <Section title={t('list')} count={rows.length}>
      <Table
        caption={t('list')}
        rows={rows}
        rowKey={(row) => row.id}
        href={(row) => `/admin/calendar/${row.year}`}
        empty={<EmptyState icon="calendar" title={t('empty')} body={t('emptyBody')} />}
        columns={[
          { key: 'year', head: t('year'), cell: (row) => row.year, nowrap: true },
          { key: 'source', head: t('source'), cell: (row) => row.title },
          { key: 'state', head: t('state'), cell: (row) => <Chip tone={row.status === 'draft' ? 'accent' : 'neutral'}>{states(row.status as 'draft')}</Chip>, nowrap: true },
          { key: 'publishedOn', head: t('publishedOn'), cell: (row) => (row.publishedOn ? localDate(row.publishedOn) : ''), nowrap: true },
          { key: 'recounts', head: t('recounts'), cell: (row) => t('recountsOf', { count: row.recounts }), align: 'end' },
          { key: 'moved', head: t('moved'), cell: (row) => t('movedOf', { count: row.moved }), align: 'end' },
        ]}
      />
    </Section>
  )
  return (
    <Page>
      <PageHead title={t('title')} purpose={t('purpose')} actions={<LinkButton href="/calendar" icon="calendar">{t('view')}</LinkButton>} />
      <Notice tone="neutral">{t('until', { year: publishedUntil, next: publishedUntil + 1, count: waiting })}</Notice>
      {!top && <Notice tone="neutral" icon="lock">{t('topOnly')}</Notice>}
      {steps.length === 0 ? list : (
        <Columns
          main={list}
          aside={<StepPanel procedure="calendar" steps={steps} subject={null} defaults={{ enter: { year: String(publishedUntil + 1) }, adopt: { year: String(publishedUntil) } }} />}
        />
      )}
    </Page>
  )
}
