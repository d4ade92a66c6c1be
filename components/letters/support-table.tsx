import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Section } from '@/components/ui/section'
import { Table } from '@/components/ui/table'
import type { LettersView } from '@/lib/letters/loaders'

const columns = ['asked', 'inTime', 'late', 'refused', 'waiting'] as const

/** S2-11: the support each body gave when asked; each number opens its letters. */
export async function SupportTable({ rows }: { rows: LettersView['support'] }) {
  const t = await getTranslations('letters.support')
  const opened = (unitId: string, what: string, count: number, unit: string) =>
    count === 0 ? count : <Link className="text-link tabular-nums" href={`/letters?show=all&unit=${unitId}&support=${what}`} aria-label={`${unit} ${t(what as 'asked')} ${count}`}>{count}</Link>
  return (
    <Section title={t('title')} note={t('purpose')}>
      <Table
        caption={t('title')}
        rows={rows}
        rowKey={({ unitId }) => unitId}
        empty={<p className="text-muted">{t('empty')}</p>}
        columns={[
          { key: 'unit', head: t('unit'), cell: ({ unit }) => unit },
          ...columns.map((key) => ({ key, head: t(key), cell: (row: LettersView['support'][number]) => opened(row.unitId, key, row[key], row.unit), nowrap: true })),
        ]}
      />
    </Section>
  )
}
