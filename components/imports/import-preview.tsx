import { getTranslations } from 'next-intl/server'
import { StepPanel } from '@/components/procedure/step-panel'
import { PageHead } from '@/components/ui/page-head'
import { Columns, Page, Section } from '@/components/ui/section'
import { Table } from '@/components/ui/table'
import type { loadImport } from '@/lib/imports/loaders'
import { RowFaults } from './row-faults'

/** Each row as it would be entered; what is wrong stands in words beside the row it is wrong in. */
export async function ImportPreview({ view }: { view: Awaited<ReturnType<typeof loadImport>> }) {
  const t = await getTranslations('imports')
  const { list, columns, steps } = view
  const title = (column: string) => columns.find(([field]) => field === column)?.[1] ?? column
  const rows = list.rows.map((cells, index) => ({ cells, line: list.lines[index]!, faults: list.rowFaults[index] ?? [] }))
  return (
    <Page>
      <PageHead title={t('preview')} purpose={t('previewPurpose', { rows: rows.length, faults: list.faults })} />
      <Columns
        main={
          <Section title={t(`kinds.${list.kind}`)} count={rows.length}>
            <Table
              caption={t(`kinds.${list.kind}`)}
              rows={rows}
              rowKey={(row) => String(row.line)}
              columns={[
                { key: 'line', head: t('line'), cell: (row) => row.line, align: 'end' },
                ...columns.map(([field, head]) => ({ key: field, head, cell: (row: (typeof rows)[number]) => row.cells[field] ?? '' })),
                {
                  key: 'check', head: t('check'),
                  cell: (row) => <RowFaults faults={row.faults} cells={row.cells} title={title} />,
                },
              ]}
            />
          </Section>
        }
        aside={<StepPanel procedure="rosterImport" steps={steps} subject={list} />}
      />
    </Page>
  )
}
