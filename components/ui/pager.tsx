'use client'

import Link from 'next/link'
import { buttonClass } from './button-class'
import { Icon } from './icon'
import { hrefWith, type Query } from './query'

/** Previous and next; `status` says in words what is seen ("第 21–40 件，共 150 件"). A number of a page says nothing where there is one. */
export function Pager({
  path,
  query,
  page,
  hasNext,
  labels,
}: {
  path: string
  query: Query
  page: number
  hasNext: boolean
  labels: { nav: string; previous: string; next: string; status: string; countsPages?: boolean }
}) {
  if (page <= 1 && !hasNext) return labels.countsPages ? null : <p className="text-sm text-muted">{labels.status}</p>
  const to = (number: number) => hrefWith(path, query, { page: number > 1 ? String(number) : undefined })
  return (
    <nav aria-label={labels.nav} className="flex flex-wrap items-center justify-between gap-2 print:hidden">
      <p className="text-sm text-muted">{labels.status}</p>
      <div className="flex gap-2">
        {page > 1 && (
          <Link rel="prev" href={to(page - 1)} className={buttonClass()}>
            <Icon name="arrowLeft" />
            {labels.previous}
          </Link>
        )}
        {hasNext && (
          <Link rel="next" href={to(page + 1)} className={buttonClass()}>
            {labels.next}
            <Icon name="arrowRight" />
          </Link>
        )}
      </div>
    </nav>
  )
}
