import Link from 'next/link'
import { hrefWith, type Query } from '@/components/ui/query'
import type { FiguresView } from '@/lib/figures/loaders'
import type { Measure } from '@/lib/figures/schema'

/** What narrows the rows behind a number, as the list of letters names it. */
export const narrowed = ({ filter, period }: FiguresView): Query => ({ from: period?.from, to: period?.to, agency: filter.agency, domain: filter.domain })

/** A number that opens the letters it counted; nothing to open where there are none. */
export function RowsLink({ measure, count, query, label }: { measure: Measure; count: number; query: Query; label?: string }) {
  if (count === 0) return <span>0</span>
  return (
    <Link prefetch={false} href={hrefWith('/recommendations', query, { figure: measure })} aria-label={label && `${label} ${count}`} className="inline-block min-h-6 min-w-6 text-link">
      {count}
    </Link>
  )
}
