import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Due } from '@/components/procedure/due'
import { Chip } from '@/components/ui/chip'
import { Table } from '@/components/ui/table'
import type { ActionItemsView } from '@/lib/action-items/loaders'

/** Tasks in rows: the list itself, and on the page of a meeting or whatever else they came from. */
export async function ActionItemTable({ caption, rows, units, empty }: {
  caption: string
  rows: ActionItemsView['rows']
  units: Readonly<Record<string, string>>
  empty: ReactNode
}) {
  const t = await getTranslations('actionItems')
  const states = await getTranslations('actionItem.states')
  return (
    <Table
      caption={caption}
      rows={rows}
      rowKey={({ id }) => id}
      href={({ id }) => `/action-items/${id}`}
      empty={empty}
      columns={[
        { key: 'name', head: t('name'), cell: ({ title }) => title },
        { key: 'source', head: t('source'), cell: ({ sourceType, sourceTitle }) => sourceTitle ?? t(`sources.${sourceType as 'other'}`) },
        { key: 'owner', head: t('owner'), cell: ({ ownerId }) => units[ownerId] ?? '', nowrap: true },
        { key: 'giver', head: t('giver'), cell: ({ giverId }) => units[giverId] ?? '', nowrap: true },
        { key: 'state', head: t('state'), cell: ({ status }) => <Chip>{states(status)}</Chip>, nowrap: true },
        { key: 'due', head: t('due'), cell: ({ clock }) => (clock ? <Due clock={clock} /> : '—'), nowrap: true },
      ]}
    />
  )
}
