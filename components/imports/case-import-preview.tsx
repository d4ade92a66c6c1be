import { getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { Due } from '@/components/procedure/due'
import { StepPanel } from '@/components/procedure/step-panel'
import { pageLabels } from '@/components/shell/labels'
import { LinkButton } from '@/components/ui/button'
import { DescriptionList } from '@/components/ui/description-list'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { Pager } from '@/components/ui/pager'
import { hrefWith } from '@/components/ui/query'
import { Columns, Page, Section } from '@/components/ui/section'
import { Table } from '@/components/ui/table'
import { Tabs } from '@/components/ui/tabs'
import type { loadCaseImport } from '@/lib/imports/loaders'
import { rowStates } from '@/lib/imports/schema'
import { CasesTrail } from './import-list'
import { RowFaults } from './row-faults'

type View = Awaited<ReturnType<typeof loadCaseImport>>
type Row = View['rows'][number]

/** Each case as it would be entered, and once it is started how far it is: entered with its page, or refused and why. */
export async function CaseImportPreview({ view }: { view: View }) {
  const t = await getTranslations('imports')
  const { list, query, rows, hasNext, columns, steps } = view
  const title = (column: string) => columns.find(([field]) => field === column)?.[1] ?? column
  const path = `/cases/imports/${list.id}`
  const asked = { show: query.show === 'all' ? undefined : query.show }
  return (
    <Page>
      <CasesTrail here={t('preview')} />
      <PageHead title={t('preview')} purpose={t(`progress.${list.status as 'read'}`, { rows: list.count, ...list.tally })} />
      {list.status === 'entering' && (
        <Notice title={t('entering', { done: list.count - list.tally.waiting, rows: list.count })}>
          <p>{t('enteringNote')}</p>
          <p><Link href={hrefWith(path, asked, {})} className="text-link">{t('reload')}</Link></p>
        </Notice>
      )}
      <Columns
        main={
          <Section
            title={t('kinds.cases')} count={list.count}
            actions={list.tally.refused > 0 && <LinkButton href={`/api/imports/cases/${list.id}`} prefetch={false}>{t('downloadRefused', { refused: list.tally.refused })}</LinkButton>}
            note={list.tally.refused > 0 ? t('refusedNote') : undefined}
          >
            <Tabs
              label={t('state')}
              tabs={(['all', ...rowStates] as const).map((show) => ({
                href: hrefWith(path, {}, { show: show === 'all' ? undefined : show }), label: t(`show.${show}`), count: show === 'all' ? list.count : list.tally[show], current: show === query.show,
              }))}
            />
            <Table
              caption={t('kinds.cases')}
              rows={rows}
              rowKey={(row) => row.id}
              empty={<EmptyState icon="search" title={t('noRowsTitle')} body={t('noRowsBody')} />}
              columns={[
                { key: 'line', head: t('line'), cell: (row: Row) => row.line, align: 'end' },
                { key: 'case', head: t('case'), cell: (row: Row) => <CaseCell row={row} columns={columns} more={t('allCells')} /> },
                { key: 'check', head: t('check'), cell: (row: Row) => (row.status === 'refused' ? <RowFaults {...row} title={title} /> : row.status === 'entered' ? t('show.entered') : list.status === 'read' ? t('fine') : t('show.waiting')) },
                ...(list.status === 'read' ? [{ key: 'clocks', head: t('clocks'), cell: (row: Row) => <Clocks clocks={row.clocks} /> }] : []),
              ]}
            />
            <Pager path={path} query={asked} page={query.page} hasNext={hasNext} labels={await pageLabels(query.page)} />
          </Section>
        }
        aside={<StepPanel procedure="caseImport" steps={steps} subject={list} />}
      />
    </Page>
  )
}

async function Clocks({ clocks }: Pick<Row, 'clocks'>) {
  const duties = await getTranslations('duties')
  if (clocks.length === 0) return <>—</>
  return (
    <ul className="flex flex-col gap-1">
      {clocks.map((clock) => (
        <li key={clock.duty}>{duties(clock.duty as never)} <Due clock={{ ...clock, status: 'running', satisfiedOn: null }} /></li>
      ))}
    </ul>
  )
}

type CaseCellProps = { row: Row; columns: View['columns']; more: string }

function CaseCell({ row: { cells, caseId }, columns, more }: CaseCellProps) {
  return (
    <>
      <p>{caseId ? <Link href={`/cases/${caseId}`} className="text-link">{cells.title}</Link> : cells.title}</p>
      <p className="text-sm text-muted">{[cells.decisionNumber, cells.letterNumber, cells.agency].filter(Boolean).join(' · ')}</p>
      <details>
        <summary className="min-h-6 cursor-pointer text-sm">{more}</summary>
        <DescriptionList empty="—" facts={columns.filter(([field]) => cells[field]).map(([field, head]) => ({ term: head, value: cells[field] }))} />
      </details>
    </>
  )
}
