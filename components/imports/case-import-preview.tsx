import { getTranslations } from 'next-intl/server'
import { Due } from '@/components/procedure/due'
import { StepPanel } from '@/components/procedure/step-panel'
import { DescriptionList } from '@/components/ui/description-list'
import { PageHead } from '@/components/ui/page-head'
import { Columns, Page, Section } from '@/components/ui/section'
import { Table } from '@/components/ui/table'
import type { loadCaseImport } from '@/lib/imports/loaders'
import { CasesTrail } from './import-list'
import { RowFaults } from './row-faults'

/** Each case as it would be entered: what is wrong with it, or which clocks it would start and when they are due. */
export async function CaseImportPreview({ view }: { view: Awaited<ReturnType<typeof loadCaseImport>> }) {
  const t = await getTranslations('imports')
  const duties = await getTranslations('duties')
  const { list, columns, clocks, steps } = view
  const title = (column: string) => columns.find(([field]) => field === column)?.[1] ?? column
  const rows = list.rows.map((cells, index) => ({ cells, line: index + 2, faults: list.rowFaults[index] ?? [], clocks: clocks[index] ?? [] }))
  type Row = (typeof rows)[number]
  const running = { status: 'running', satisfiedOn: null }
  return (
    <Page>
      <CasesTrail here={t('preview')} />
      <PageHead title={t('preview')} purpose={t('previewPurpose', { rows: rows.length, faults: list.faults })} />
      <Columns
        main={
          <Section title={t('kinds.cases')} count={rows.length}>
            <Table
              caption={t('kinds.cases')}
              rows={rows}
              rowKey={(row) => String(row.line)}
              columns={[
                { key: 'line', head: t('line'), cell: (row: Row) => row.line, align: 'end' },
                { key: 'case', head: t('case'), cell: (row: Row) => <CaseCell cells={row.cells} columns={columns} more={t('allCells')} /> },
                { key: 'check', head: t('check'), cell: (row: Row) => (list.status === 'read' ? <RowFaults faults={row.faults} cells={row.cells} title={title} /> : t(`states.${list.status}` as 'states.entered')) },
                {
                  key: 'clocks', head: t('clocks'),
                  cell: (row: Row) => list.status !== 'read' || row.faults.length > 0 ? '—' : (
                    <ul className="flex flex-col gap-1">
                      {row.clocks.map((clock) => (
                        <li key={clock.duty}>{duties(clock.duty as never)} <Due clock={{ ...clock, ...running }} /></li>
                      ))}
                    </ul>
                  ),
                },
              ]}
            />
          </Section>
        }
        aside={<StepPanel procedure="caseImport" steps={steps} subject={list} />}
      />
    </Page>
  )
}

type CaseCellProps = { cells: Readonly<Record<string, string>>; columns: readonly (readonly [string, string])[]; more: string }

function CaseCell({ cells, columns, more }: CaseCellProps) {
  return (
    <>
      <p>{cells.title}</p>
      <p className="text-sm text-muted">{[cells.decisionNumber, cells.letterNumber, cells.agency].filter(Boolean).join(' · ')}</p>
      <details>
        <summary className="min-h-6 cursor-pointer text-sm">{more}</summary>
        <DescriptionList empty="—" facts={columns.filter(([field]) => cells[field]).map(([field, head]) => ({ term: head, value: cells[field] }))} />
      </details>
    </>
  )
}
