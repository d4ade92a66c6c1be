import { getTranslations } from 'next-intl/server'
import { StepPanel } from '@/components/procedure/step-panel'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Chip } from '@/components/ui/chip'
import { DescriptionList } from '@/components/ui/description-list'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { Columns, Page, Panel, Section } from '@/components/ui/section'
import { localDate } from '@/lib/platform/clock'
import { Sources } from './calendar-page'
import { MoveTable, ReportTable, type YearData } from './move-tables'
import { YearCalendar } from './year-calendar'

/** One year: as typed with its faults, as it would look, and what it moved. */
export async function CalendarYearPage({ data }: { data: YearData }) {
  const t = await getTranslations('settings.year')
  const years = await getTranslations('settings.years')
  const states = await getTranslations('calendar.states')
  const common = await getTranslations('common')
  const { row, draft, problems, waiting, steps, sources, view } = data
  // Once nothing is wrong, publishing is what comes next.
  const ordered = [...steps].sort((a, b) => Number(b.key === 'publish' && b.blocked === null) - Number(a.key === 'publish' && a.blocked === null))
  return (
    <Page>
      <Breadcrumbs label={common('trail')} trail={[{ label: years('title'), href: '/admin/calendar' }, { label: String(row.year) }]} />
      <PageHead title={t('title', { year: row.year })} marks={<Chip tone={draft ? 'accent' : 'neutral'}>{states(row.status as 'draft')}</Chip>} purpose={waiting > 0 ? t('waiting', { count: waiting }) : undefined} />
      {problems.length > 0 && <Problems problems={problems} />}
      <Columns
        main={
          <>
            <Panel>
              <DescriptionList
                empty={common('form.noValue')}
                facts={[
                  { term: t('notice'), value: <Sources sources={sources} /> },
                  ...(row.publishedOn ? [{ term: t('publishedOn'), value: localDate(row.publishedOn) }] : []),
                  ...(row.daysText ? [{ term: t('text'), value: row.daysText }] : []),
                ]}
              />
            </Panel>
            {!draft && <ReportTable reports={data.reports} />}
            {!draft && <MoveTable data={data} />}
            <Section title={draft ? t('preview') : t('inForce')}>
              <YearCalendar view={view} />
            </Section>
          </>
        }
        aside={
          <StepPanel
            procedure="calendar"
            steps={ordered}
            subject={row}
            defaults={{ change: { title: row.title, number: row.number, url: row.url, days: row.daysText } }}
          />
        }
      />
    </Page>
  )
}

async function Problems({ problems }: { problems: YearData['problems'] }) {
  const t = await getTranslations('settings')
  return (
    <Notice tone="neutral" icon="error" title={t('year.problems', { count: problems.length })}>
      <ul className="list-disc pl-5">
        {problems.map(({ line, what, params }, index) => (
          <li key={index}>
            {line > 0 ? t('year.line', { line }) : t('year.whole')}
            {t(`problems.${what}` as never, params as never)}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
