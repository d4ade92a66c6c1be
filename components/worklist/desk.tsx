import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Tally } from '@/components/duty-cycles/tally'
import { NoticeList } from '@/components/notices/notice-list'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHead } from '@/components/ui/page-head'
import { Columns, Page, Section } from '@/components/ui/section'
import { Tabs } from '@/components/ui/tabs'
import type { loadDesk } from '@/lib/worklist/loaders'
import { ClockTable } from './clock-table'
import { ItemTable } from './item-table'

export type DeskView = Awaited<ReturnType<typeof loadDesk>>

/** What do I owe, to whom, by when: most urgent first; then what others owe me; then news. */
export async function Desk({ desk }: { desk: DeskView }) {
  const t = await getTranslations('worklist')
  const shown = desk.groups.filter(({ count }) => count > 0)
  return (
    <Page>
      <PageHead title={t('title')} purpose={t('purpose')} />
      <Tabs
        label={t('view.label')}
        tabs={[
          { href: '/?view=mine', label: t('view.mine'), count: desk.counts.mine, current: desk.view === 'mine' },
          { href: '/?view=unit', label: t('view.unit'), count: desk.counts.unit, current: desk.view === 'unit' },
        ]}
      />
      <Columns
        main={
          <>
            {shown.length === 0 && desk.counts.items === 0 && <EmptyState icon="clock" title={t('empty.title')} body={t('empty.text')} />}
            {shown.map(({ urgency, clocks, count }) => (
              <Section key={urgency} title={t(`groups.${urgency}`)} count={count} actions={<More view={desk.view} shown={clocks.length} count={count} />}>
                <ClockTable clocks={clocks} units={desk.units} party="to" caption={t(`groups.${urgency}`)} />
              </Section>
            ))}
            <Section title={t('items.title')} count={desk.counts.items} actions={<More view={desk.view} shown={desk.items.length} count={desk.counts.items} />}>
              {desk.items.length === 0 ? <p className="text-muted">{t('items.empty')}</p> : <ItemTable items={desk.items} />}
            </Section>
            <Section title={t('owing.title')} count={desk.counts.owing} actions={<More view={desk.view} shown={desk.owing.length} count={desk.counts.owing} />}>
              {desk.owing.length === 0 ? (
                <p className="text-muted">{t('owing.empty')}</p>
              ) : (
                <ClockTable clocks={desk.owing} units={desk.units} party="by" caption={t('owing.title')} />
              )}
            </Section>
          </>
        }
        aside={
          <>
            <Section title={t('news.title')} actions={<Link className="text-link" href="/notices">{t('news.all')}</Link>}>
              {desk.news.length === 0 ? <p className="text-muted">{t('news.empty')}</p> : <NoticeList notices={desk.news} />}
            </Section>
            <Duties desk={desk} />
          </>
        }
      />
    </Page>
  )
}

async function More({ view, shown, count }: { view: DeskView['view']; shown: number; count: number }) {
  const t = await getTranslations('worklist')
  return shown < count && <Link className="text-link" href={`/?view=${view}&all=1`}>{t('all', { count })}</Link>
}

/** 定期履职 between this body and another, where a cycle is still to be reported on or answered. */
async function Duties({ desk: { duties } }: { desk: DeskView }) {
  const t = await getTranslations('dutyCycles')
  if (duties.length === 0) return null
  return (
    <Section title={t('title')} count={duties.length}>
      <ul className="flex flex-col divide-y divide-line">
        {duties.map((tally) => (
          <li key={tally.recommendationId} className="flex flex-col gap-1 py-2 first:pt-0">
            <Link className="text-link" href={`/recommendations/${tally.recommendationId}#duties`}>{tally.title}</Link>
            <span className="text-sm"><Tally tally={tally} /></span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
