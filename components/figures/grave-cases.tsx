import { getTranslations } from 'next-intl/server'
import { Due } from '@/components/procedure/due'
import { LinkButton } from '@/components/ui/button'
import { Chip } from '@/components/ui/chip'
import { Section } from '@/components/ui/section'
import { hrefWith, type Query } from '@/components/ui/query'
import { Table } from '@/components/ui/table'
import type { FiguresView } from '@/lib/figures/loaders'

type Row = NonNullable<FiguresView['grave']>[number]

/** 损害重的先办: the running cases of grave harm stand before any count. */
export async function GraveCases({ rows, query }: { rows: readonly Row[]; query: Query }) {
  const t = await getTranslations('figures.grave')
  const list = await getTranslations('cases.list')
  const states = await getTranslations('case.states')
  return (
    <Section title={t('title')} note={t('note')}>
      {rows.length === 0 ? <p className="text-muted">{t('none')}</p> : (
        <Table
          caption={t('caption')}
          rows={rows}
          rowKey={({ id }) => id}
          href={({ id }) => `/cases/${id}`}
          columns={[
            { key: 'number', head: list('number'), cell: (row: Row) => row.number, nowrap: true },
            { key: 'name', head: list('name'), cell: (row: Row) => row.title },
            { key: 'other', head: list('other'), cell: (row: Row) => row.otherUnit },
            { key: 'stage', head: list('stage'), cell: (row: Row) => <Chip>{states(row.stage as never)}</Chip>, nowrap: true },
            { key: 'clock', head: list('clock'), cell: (row: Row) => (row.clock ? <Due clock={row.clock} /> : '—'), nowrap: true },
            { key: 'handler', head: list('handler'), cell: (row: Row) => row.lead, nowrap: true },
          ]}
        />
      )}
      <div className="mt-2"><LinkButton href={hrefWith('/cases', { ...query, harm: 'grave' })}>{t('all')}</LinkButton></div>
    </Section>
  )
}
