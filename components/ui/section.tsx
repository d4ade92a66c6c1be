'use client'

import type { ReactNode } from 'react'

/** A titled part of a page. */
export function Section({ id, title, count, note, actions, children }: {
  id?: string
  title: ReactNode
  count?: ReactNode
  note?: ReactNode
  actions?: ReactNode
  children: ReactNode
}) {
  return (
    <section id={id} className="flex min-w-0 flex-col gap-3">
      <div className="flex flex-wrap items-baseline justify-between gap-2">
        <h2 className="text-lg font-semibold">
          {title}
          {count !== undefined && <span className="ml-2 text-base font-normal text-muted">{count}</span>}
        </h2>
        {actions && <div className="flex flex-wrap gap-2 print:hidden">{actions}</div>}
      </div>
      {note && <p className="-mt-2 text-sm text-muted">{note}</p>}
      {children}
    </section>
  )
}

/** A framed surface; `strong` marks the one panel a page wants you to act in. `flush` lets a table reach the edges. */
export function Panel({ title, strong = false, flush = false, children }: {
  title?: ReactNode
  strong?: boolean
  flush?: boolean
  children: ReactNode
}) {
  return (
    <div
      className={`min-w-0 rounded-lg border bg-surface ${strong ? 'border-t-2 border-t-accent' : ''} ${flush ? '' : 'p-4'}`}
    >
      {title && <h2 className={`font-semibold ${flush ? 'px-4 py-3' : 'mb-3'}`}>{title}</h2>}
      {children}
    </div>
  )
}

/** The facts on the left, what accompanies them on the right; one below the other where it is narrow. */
export function Columns({ main, aside }: { main: ReactNode; aside: ReactNode }) {
  return (
    <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_22rem]">
      <div className="flex min-w-0 flex-col gap-6">{main}</div>
      <aside className="flex min-w-0 flex-col gap-6">{aside}</aside>
    </div>
  )
}

/** The rhythm of a page: its parts, one below the other. */
export function Page({ children }: { children: ReactNode }) {
  return <div className="flex min-w-0 flex-col gap-6">{children}</div>
}
