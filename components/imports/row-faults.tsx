import { getTranslations } from 'next-intl/server'
import { Icon } from '@/components/ui/icon'
import { refusalWords } from '@/lib/imports/rules/refusals'
import type { Refusal, RowFault, SheetRow } from '@/lib/imports/schema'

type RowFaultsProps = { faults: readonly RowFault[]; refusal?: Refusal | null; cells: SheetRow; title: (column: string) => string }

/** What is wrong with a row, each fault beside its cell in words. */
export async function RowFaults({ faults, refusal = null, cells, title }: RowFaultsProps) {
  const t = await getTranslations()
  const words = refusalWords({ cells, faults, refusal }, title, (key, values) => t(key as never, values as never))
  if (words.length === 0) return <>{t('imports.fine')}</>
  return (
    <ul className="flex flex-col gap-1">
      {words.map((said) => (
        <li key={said} className="flex gap-1 text-red">
          <span className="mt-1 shrink-0"><Icon name="error" /></span>
          <span>{said}</span>
        </li>
      ))}
    </ul>
  )
}
