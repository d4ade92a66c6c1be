import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { hrefWith, type Query } from '@/components/ui/query'
import { Table } from '@/components/ui/table'
import type { OutcomesView } from '@/lib/outcomes/loaders'
import { kindOf } from '@/lib/outcomes/rules/kinds'

/** The sum of each kind; each opens the rows it was added up from. */
export async function OutcomeSums({ sums, query, linked = true }: { sums: OutcomesView['sums']; query: Query; linked?: boolean }) {
  const t = await getTranslations('outcomes')
  const kinds = await getTranslations('outcomeKinds')
  if (sums.length === 0) return <p className="text-muted">{t('noSums')}</p>
  const words = ({ kind, amount }: OutcomesView['sums'][number]) => `${amount} ${kinds(`units.${kindOf(kind).unit}`)}`
  return (
    <>
      <Table
        caption={t('sums')}
        rows={sums}
        rowKey={({ kind }) => kind}
        columns={[
          { key: 'kind', head: t('kind'), cell: ({ kind }) => kinds(`${kind as 'moneyRecovered'}.name`) },
          {
            key: 'amount', head: t('counted'), align: 'end', nowrap: true,
            cell: (sum) => (linked
              ? <Link prefetch={false} className="inline-block min-h-6 text-link" href={hrefWith('/outcomes', query, { kind: sum.kind, show: 'counted' })}>{words(sum)}</Link>
              : words(sum)),
          },
          { key: 'cases', head: t('cases'), align: 'end', cell: ({ cases }) => cases },
          { key: 'rows', head: t('rows'), align: 'end', cell: ({ rows }) => rows },
        ]}
      />
      <p className="text-sm text-muted">{t('sumsNote')}</p>
    </>
  )
}
