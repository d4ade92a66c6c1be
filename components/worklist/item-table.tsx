import { getTranslations } from 'next-intl/server'
import { Chip } from '@/components/ui/chip'
import { Table } from '@/components/ui/table'
import type { DeskItem } from '@/lib/worklist/schema'
import { localDay } from '@/lib/platform/clock'

/** Records that wait for this person's post. */
export async function ItemTable({ items }: { items: readonly (DeskItem & { href: string })[] }) {
  const t = await getTranslations()
  return (
    <Table
      caption={t('worklist.items.title')}
      rows={items}
      rowKey={(item) => `${item.type}:${item.id}`}
      href={(item) => item.href}
      columns={[
        { key: 'record', head: t('worklist.columns.record'), cell: (item) => item.title },
        { key: 'state', head: t('worklist.columns.state'), nowrap: true, cell: (item) => <Chip>{t(`${item.type}.states.${item.status}` as never)}</Chip> },
        { key: 'since', head: t('worklist.columns.since'), nowrap: true, cell: (item) => localDay(item.since) },
      ]}
    />
  )
}
