import { getTranslations } from 'next-intl/server'
import { pageLabels } from '@/components/shell/labels'
import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Pager } from '@/components/ui/pager'
import { hrefWith } from '@/components/ui/query'
import { Section } from '@/components/ui/section'
import { Table, type Column } from '@/components/ui/table'
import { Tabs } from '@/components/ui/tabs'
import { rowStates, type CaseImportQuery, type RowState as RowStatus } from '@/lib/imports/schema'
import { RowState, type Row } from './row-faults'

type ListRow = Row & { readonly id: string; readonly line: number }
type Props<Each extends ListRow> = {
  kind: 'cases' | 'powers'
  list: { readonly id: string; readonly status: string; readonly count: number; readonly tally: Readonly<Record<RowStatus, number>> }
  query: CaseImportQuery
  rows: readonly Each[]
  hasNext: boolean
  path: string
  title: (column: string) => string
  /** Between the line of a row and how it stands, and behind that. */
  columns: readonly Column<Each>[]
  behind?: readonly Column<Each>[]
}

/** The rows of a list by how they stand, page by page; what was refused comes back as a workbook. */
export async function ListRows<Each extends ListRow>({ kind, list, query, rows, hasNext, path, title, columns, behind = [] }: Props<Each>) {
  const t = await getTranslations('imports')
  const { refused } = list.tally
  return (
    <Section
      title={t(`kinds.${kind}`)} count={list.count} note={refused > 0 ? t('refusedNote') : undefined}
      actions={refused > 0 && <LinkButton href={`/api/imports/${kind}/${list.id}`} prefetch={false}>{t('downloadRefused', { refused })}</LinkButton>}
    >
      <Tabs
        label={t('state')}
        tabs={(['all', ...rowStates] as const).map((show) => ({
          href: hrefWith(path, {}, { show: show === 'all' ? undefined : show }), label: t(`show.${show}`), count: show === 'all' ? list.count : list.tally[show], current: show === query.show,
        }))}
      />
      <Table
        caption={t(`kinds.${kind}`)}
        rows={rows}
        rowKey={(row) => row.id}
        empty={<EmptyState icon="search" title={t('noRowsTitle')} body={t('noRowsBody')} />}
        columns={[
          { key: 'line', head: t('line'), cell: (row) => row.line, align: 'end' },
          ...columns,
          { key: 'check', head: t('check'), cell: (row) => <RowState row={row} list={list.status} title={title} /> },
          ...behind,
        ]}
      />
      <Pager path={path} query={{ show: query.show === 'all' ? undefined : query.show }} page={query.page} hasNext={hasNext} labels={await pageLabels(query.page)} />
    </Section>
  )
}
