import { getTranslations } from 'next-intl/server'
import { Icon } from '@/components/ui/icon'
import type { RowFault, SheetRow } from '@/lib/imports/schema'

/** What is wrong with a row, each fault beside its cell in words. */
export async function RowFaults({ faults, cells, title }: { faults: readonly RowFault[]; cells: SheetRow; title: (column: string) => string }) {
  const t = await getTranslations('imports')
  if (faults.length === 0) return <>{t('fine')}</>
  return (
    <ul className="flex flex-col gap-1">
      {faults.map(({ column, fault }) => (
        <li key={column} className="flex gap-1 text-red">
          <span className="mt-1 shrink-0"><Icon name="error" /></span>
          <span>{t(cells[column] ? 'faultIn' : 'fault', { column: title(column), fault: t(`faults.${fault}`), cell: shortened(cells[column] ?? '') })}</span>
        </li>
      ))}
    </ul>
  )
}

const longest = 30
const shortened = (text: string) => (text.length > longest ? `${text.slice(0, longest)}…` : text)
