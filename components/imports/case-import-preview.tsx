import { getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { Due } from '@/components/procedure/due'
import { StepPanel } from '@/components/procedure/step-panel'
import { DescriptionList } from '@/components/ui/description-list'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { hrefWith } from '@/components/ui/query'
import { Columns, Page } from '@/components/ui/section'
import type { loadCaseImport } from '@/lib/imports/loaders'
import { CasesTrail } from './import-list'
import { ListRows } from './list-rows'

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
          <ListRows
            kind="cases" list={list} query={query} rows={rows} hasNext={hasNext} path={path} title={title}
            columns={[{ key: 'case', head: t('case'), cell: (row: Row) => <CaseCell row={row} columns={columns} more={t('allCells')} /> }]}
            behind={list.status === 'read' ? [{ key: 'clocks', head: t('clocks'), cell: (row: Row) => <Clocks clocks={row.clocks} /> }] : []}
          />
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
