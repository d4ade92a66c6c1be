import { getTranslations } from 'next-intl/server'
import { pagerLabels } from '@/components/shell/labels'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageHead } from '@/components/ui/page-head'
import { Pager } from '@/components/ui/pager'
import { Page } from '@/components/ui/section'
import { type DeskPart, mostCounted, partRows } from '@/lib/worklist/schema'
import { ClockTable } from './clock-table'
import type { DeskView } from './desk'
import { ItemTable } from './item-table'
import { told } from './told'

/** All there is of one part of the desk, page by page. */
export async function DeskPartPage({ desk, part }: { desk: DeskView; part: DeskPart }) {
  const t = await getTranslations('worklist')
  const common = await getTranslations('common')
  const { view, page, counts, units } = desk
  const group = desk.groups.find(({ urgency }) => urgency === part)
  const clocks = group?.clocks ?? desk.owing
  const [title, total] = group ? [t(`groups.${group.urgency}`), group.count] : part === 'items' ? [t('items.title'), counts.items] : [t('owing.title'), counts.owing]
  const from = (page - 1) * partRows
  const to = from + (part === 'items' ? desk.items : clocks).length
  const capped = total > mostCounted
  return (
    <Page>
      <Breadcrumbs label={common('trail')} trail={[{ href: `/?view=${view}`, label: `${t('title')} · ${t(`view.${view}`)}` }, { label: title }]} />
      <PageHead title={title} count={await told(total)} />
      {part === 'items' ? <ItemTable items={desk.items} /> : <ClockTable clocks={clocks} units={units} party={part === 'owing' ? 'by' : 'to'} caption={title} />}
      <Pager
        path="/" query={{ view, part }} page={page} hasNext={to - from === partRows && (capped || to < total)}
        labels={await pagerLabels({ from: from + 1, to: to === from ? 0 : to, total: Math.min(total, mostCounted), capped })}
      />
    </Page>
  )
}
