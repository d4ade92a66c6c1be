import Link from 'next/link'
import type { ReactNode } from 'react'
import { getTranslations } from 'next-intl/server'
import { Tally } from '@/components/duty-cycles/tally'
import { NoticeList } from '@/components/notices/notice-list'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { Columns, Page, Section } from '@/components/ui/section'
import { Tabs } from '@/components/ui/tabs'
import type { loadDesk } from '@/lib/worklist/loaders'
import { type DeskPart, worklistViews } from '@/lib/worklist/schema'
import { ClockTable } from './clock-table'
import { ItemTable } from './item-table'
import { told } from './told'

export type DeskView = Awaited<ReturnType<typeof loadDesk>>

/** What do I owe, to whom, by when: most urgent first; then what others owe me; then news. Of each part the first rows, and a way to all. */
export async function Desk({ desk }: { desk: DeskView }) {
  const t = await getTranslations('worklist')
  const { view, counts, units } = desk
  const shown = desk.groups.filter(({ count }) => count > 0)
  return (
    <Page>
      <PageHead title={t('title')} purpose={t('purpose')} />
      <Tabs label={t('view.label')} tabs={await Promise.all(worklistViews.map(async (each) => ({ href: `/?view=${each}`, label: t(`view.${each}`), count: await told(counts[each]), current: view === each })))} />
      <Columns
        main={
          <>
            {desk.unitLate > 0 && (
              <Notice tone="red">
                {t('unitLate', { count: await told(desk.unitLate) })} <Link className="text-link" href="/?view=unit&part=overdue">{t('unitLateShow')}</Link>
              </Notice>
            )}
            {shown.length === 0 && counts.items === 0 && <EmptyState icon="clock" title={t('empty.title')} body={t('empty.text')} />}
            {shown.map(({ urgency, clocks, count }) => (
              <Part key={urgency} view={view} part={urgency} title={t(`groups.${urgency}`)} shown={clocks.length} count={count}>
                <ClockTable clocks={clocks} units={units} party="to" caption={t(`groups.${urgency}`)} />
              </Part>
            ))}
            <Part view={view} part="items" title={t('items.title')} shown={desk.items.length} count={counts.items}>
              {desk.items.length === 0 ? <p className="text-muted">{t('items.empty')}</p> : <ItemTable items={desk.items} />}
            </Part>
            <Part view={view} part="owing" title={t('owing.title')} shown={desk.owing.length} count={counts.owing}>
              {desk.owing.length === 0 ? <p className="text-muted">{t('owing.empty')}</p> : <ClockTable clocks={desk.owing} units={units} party="by" caption={t('owing.title')} />}
            </Part>
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

async function Part({ view, part, title, shown, count, children }: { view: DeskView['view']; part: DeskPart; title: string; shown: number; count: number; children: ReactNode }) {
  const t = await getTranslations('worklist')
  const all = shown < count && <Link className="text-link" href={`/?view=${view}&part=${part}`}>{t('all', { count: await told(count) })}</Link>
  return <Section title={title} count={await told(count)} actions={all}>{children}</Section>
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
