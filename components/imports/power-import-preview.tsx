import { getTranslations } from 'next-intl/server'
import { StepPanel } from '@/components/procedure/step-panel'
import { PageHead } from '@/components/ui/page-head'
import { Columns, Page } from '@/components/ui/section'
import type { loadPowerImport } from '@/lib/imports/loaders'
import { PowersTrail } from './import-list'
import { ListRows } from './list-rows'

type View = Awaited<ReturnType<typeof loadPowerImport>>
type Row = View['rows'][number]

/** Each entry as it would be registered, what is wrong in words beside it; afterwards what became of it. */
export async function PowerImportPreview({ view }: { view: View }) {
  const t = await getTranslations('imports')
  const { list, query, rows, hasNext, columns, steps } = view
  const title = (column: string) => columns.find(([field]) => field === column)?.[1] ?? column
  const path = `/powers/imports/${list.id}`
  const shown = columns.filter(([field]) => ['unit', 'domain', 'role', 'basis', 'fromOn'].includes(field))
  return (
    <Page>
      <PowersTrail here={t('preview')} />
      <PageHead title={t('preview')} purpose={t(`powersProgress.${list.status as 'read'}`, { rows: list.count, ...list.tally })} />
      <Columns
        main={
          <ListRows
            kind="powers" list={list} query={query} rows={rows} hasNext={hasNext} path={path} title={title}
            columns={[
              { key: 'matter', head: title('matter'), cell: (row: Row) => <>{row.cells.matter}<span className="block text-sm text-muted">{row.cells.duty}</span></> },
              ...shown.map(([field, head]) => ({ key: field, head, cell: (row: Row) => row.cells[field] ?? '', nowrap: ['role', 'fromOn'].includes(field) })),
            ]}
          />
        }
        aside={<StepPanel procedure="powerImport" steps={steps} subject={list} />}
      />
    </Page>
  )
}
