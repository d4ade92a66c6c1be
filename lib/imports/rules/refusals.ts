import type { Translate } from '@/lib/platform/i18n'
import type { Refusal, RowFault, SheetRow } from '../schema'

type Refused = { readonly cells: SheetRow; readonly faults: readonly RowFault[]; readonly refusal: Refusal | null }

const longest = 30
const shortened = (text: string) => (text.length > longest ? `${text.slice(0, longest)}…` : text)

/** One sentence for each cell at fault; where none is, what the step answered. */
export function refusalWords({ cells, faults, refusal }: Refused, title: (column: string) => string, say: Translate): string[] {
  if (faults.length > 0)
    return faults.map(({ column, fault }) =>
      say(cells[column] ? 'imports.faultIn' : 'imports.fault', { column: title(column), fault: say(`imports.faults.${fault}`), cell: shortened(cells[column] ?? '') }))
  if (!refusal) return []
  const words = say(refusal.key, refusal.params)
  return [refusal.column ? say('imports.fault', { column: title(refusal.column), fault: words }) : words]
}
