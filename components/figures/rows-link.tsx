import { hrefWith, type Query } from '@/components/ui/query'
import type { FiguresView } from '@/lib/figures/loaders'
import type { Measure } from '@/lib/figures/schema'
import { CountLink } from './count-link'

export const lettersPath = '/recommendations'

/** What narrows the rows behind a number, as the list of letters names it. */
export const narrowed = ({ filter, period }: FiguresView): Query => ({ from: period?.from, to: period?.to, agency: filter.agency, domain: filter.domain })

/** A number that opens the letters it counted. */
export const RowsLink = ({ measure, count, query, label }: { measure: Measure; count: number; query: Query; label?: string }) =>
  <CountLink href={hrefWith(lettersPath, query, { figure: measure })} count={count} label={label} />
