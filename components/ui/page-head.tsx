'use client'

import type { ReactNode } from 'react'

/** The page's name, how many there are, what the page is for in one line, and what one can press. */
export function PageHead({
  title,
  number,
  count,
  purpose,
  marks,
  actions,
}: {
  title: ReactNode
  /** The record's number, small above the title. */
  number?: ReactNode
  count?: ReactNode
  purpose?: ReactNode
  /** State chip, clock badge. */
  marks?: ReactNode
  actions?: ReactNode
}) {
  return (
    <header className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
      <div className="min-w-0">
        {number && <p className="text-sm text-muted">{number}</p>}
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h1 className="text-xl font-semibold text-balance">
            {title}
            {count !== undefined && <span className="ml-2 text-base font-normal text-muted">{count}</span>}
          </h1>
          {marks && <div className="flex flex-wrap items-center gap-2">{marks}</div>}
        </div>
        {purpose && <p className="mt-0.5 max-w-prose text-muted">{purpose}</p>}
      </div>
      {actions && <div className="flex flex-wrap items-center gap-2 print:hidden">{actions}</div>}
    </header>
  )
}
