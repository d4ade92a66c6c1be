import { getTranslations } from 'next-intl/server'
import { Icon } from '@/components/ui/icon'
import { refusalWords } from '@/lib/imports/rules/refusals'
import type { Refusal, RowFault, SheetRow } from '@/lib/imports/schema'

export type Row = { readonly status: string; readonly faults: readonly RowFault[]; readonly refusal: Refusal | null; readonly cells: SheetRow }

/** How a row of a list stands: refused and why, entered, dropped with its list, or as it will be entered. */
export async function RowState({ row, list, title }: { row: Row; list: string; title: (column: string) => string }) {
  const t = await getTranslations('imports')
  if (row.status === 'refused') return <RowFaults {...row} title={title} />
  if (row.status === 'entered') return <>{t('show.entered')}</>
  return <>{list === 'read' ? t('fine') : list === 'dropped' ? t('states.dropped') : t('show.waiting')}</>
}

type RowFaultsProps = { faults: readonly RowFault[]; refusal?: Refusal | null; cells: SheetRow; title: (column: string) => string }

/** What is wrong with a row, each fault beside its cell in words. */
export async function RowFaults({ faults, refusal = null, cells, title }: RowFaultsProps) {
  const t = await getTranslations()
  const words = refusalWords({ cells, faults, refusal }, title, (key, values) => t(key as never, values as never))
  // Nothing is wrong with a row that somebody stopped.
  const stopped = refusal?.key === 'imports.refused.stopped'
  if (words.length === 0) return <>{t('imports.fine')}</>
  return (
    <ul className="flex flex-col gap-1">
      {words.map((said) => (
        <li key={said} className={stopped ? 'text-muted' : 'flex gap-1 text-red'}>
          {!stopped && <span className="mt-1 shrink-0"><Icon name="error" /></span>}
          <span>{said}</span>
        </li>
      ))}
    </ul>
  )
}
