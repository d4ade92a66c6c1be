'use client'

import type { ReactNode } from 'react'

export type Fact = { term: string; value: ReactNode; note?: ReactNode }

/** Facts of a record; `empty` stands where a value is missing. */
export function DescriptionList({ facts, empty, columns = 1 }: { facts: readonly Fact[]; empty: string; columns?: 1 | 2 }) {
  return (
    <dl className={`grid gap-x-8 ${columns === 2 ? 'lg:grid-cols-2' : ''}`}>
      {facts.map(({ term, value, note }) => (
        <div key={term} className="grid grid-cols-[6.5rem_minmax(0,1fr)] gap-3 border-b border-line py-2">
          <dt className="text-muted">{term}</dt>
          <dd className="min-w-0 whitespace-pre-line">
            {value === undefined || value === null || value === '' ? <span className="text-muted">{empty}</span> : value}
            {note && <div className="text-sm text-muted">{note}</div>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
