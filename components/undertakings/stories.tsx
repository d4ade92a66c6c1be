import { getTranslations } from 'next-intl/server'
import { pageLabels } from '@/components/shell/labels'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHead } from '@/components/ui/page-head'
import { Pager } from '@/components/ui/pager'
import { Page } from '@/components/ui/section'
import { Table } from '@/components/ui/table'
import { localDate } from '@/lib/platform/clock'
import type { StoriesView, StoryView } from '@/lib/undertakings/loaders'

const path = '/typical-cases'

/** 典型案例, for everybody. */
export async function Stories({ view: { page, rows, hasNext } }: { view: StoriesView }) {
  const t = await getTranslations('undertakings.published')
  return (
    <Page>
      <PageHead title={t('title')} purpose={t('purpose')} />
      <Table
        caption={t('caption')}
        rows={rows}
        rowKey={({ id }) => id}
        href={({ id }) => `${path}/${id}`}
        empty={<EmptyState title={t('emptyTitle')} body={t('emptyBody')} />}
        columns={[
          { key: 'name', head: t('name'), cell: ({ title }) => title },
          { key: 'unit', head: t('unit'), cell: ({ unit }) => unit },
          { key: 'on', head: t('on'), cell: ({ publishedOn }) => localDate(publishedOn), nowrap: true },
        ]}
      />
      <Pager path={path} query={{}} page={page} hasNext={hasNext} labels={await pageLabels(page)} />
    </Page>
  )
}

export async function Story({ view: { title, text, unit, publishedOn } }: { view: StoryView }) {
  const t = await getTranslations('undertakings.published')
  const common = await getTranslations('common')
  return (
    <Page>
      <Breadcrumbs label={common('trail')} trail={[{ label: t('title'), href: path }, { label: title }]} />
      <PageHead title={title} purpose={t('by', { unit, date: localDate(publishedOn) })} />
      <article className="flex flex-col gap-3 leading-relaxed">{text.split(/\n+/).map((line, index) => <p key={index}>{line}</p>)}</article>
    </Page>
  )
}
