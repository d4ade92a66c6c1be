import { getTranslations } from 'next-intl/server'
import { Table } from '@/components/ui/table'
import type { NumberSeries } from '@/lib/settings/data/numbers'

/** A unit's series: how their numbers read, and which comes next. */
export async function NumberTable({ numbers, caption }: { numbers: readonly NumberSeries[]; caption: string }) {
  const t = await getTranslations('settings.numbers')
  return (
    <Table
      caption={caption}
      rows={numbers}
      rowKey={(row) => row.key}
      href={(row) => (row.own ? `/admin/settings/${row.key}` : undefined)}
      empty={<p className="text-muted">{t('none')}</p>}
      columns={[
        { key: 'name', head: t('name'), cell: (row) => row.name, wide: true },
        { key: 'pattern', head: t('pattern'), cell: (row) => row.pattern, nowrap: true },
        { key: 'next', head: t('example'), cell: (row) => row.example ?? t('noCode'), nowrap: true },
        { key: 'state', head: t('state'), cell: (row) => t(row.waiting ? 'waiting' : row.pattern === row.shipped ? 'shipped' : 'own'), nowrap: true },
      ]}
    />
  )
}
