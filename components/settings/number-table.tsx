import { getTranslations } from 'next-intl/server'
import { Table } from '@/components/ui/table'
import type { NumberSeries } from '@/lib/settings/data/numbers'

/** A unit's series: how their numbers read, and which comes next. */
export async function NumberTable({ numbers, caption }: { numbers: readonly NumberSeries[]; caption: string }) {
  const t = await getTranslations('settings.numbers')
  const inWords = (pattern: string) => pattern.replace(/\{(n|year|code)\}/g, (_, part: 'n' | 'year' | 'code') => t(`parts.${part}`))
  return (
    <Table
      caption={caption}
      rows={numbers}
      rowKey={(row) => row.key}
      href={(row) => (row.own ? `/admin/settings/${row.key}` : undefined)}
      empty={<p className="text-muted">{t('none')}</p>}
      columns={[
        { key: 'name', head: t('name'), cell: (row) => row.name, wide: true },
        {
          key: 'next', head: t('example'), nowrap: true,
          cell: (row) => (
            <>
              {row.example ?? t('noCode')}
              <span className="block text-xs text-muted">{t('reads', { pattern: inWords(row.pattern) })}</span>
            </>
          ),
        },
        { key: 'state', head: t('state'), cell: (row) => t(row.waiting ? 'waiting' : row.pattern === row.shipped ? 'shipped' : 'own'), nowrap: true },
      ]}
    />
  )
}
