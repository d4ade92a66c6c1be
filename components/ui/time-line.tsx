'use client'

import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon'

export type TimeLineEntry = {
  id: string
  /** Machine-readable moment or date. */
  at: string
  when: string
  title: ReactNode
  by?: ReactNode
  body?: ReactNode
  icon?: IconName
  /** Has not happened yet. */
  ahead?: boolean
}

export function TimeLine({ entries, label }: { entries: readonly TimeLineEntry[]; label: string }) {
  return (
    <ol aria-label={label} className="flex flex-col">
      {entries.map(({ id, at, when, title, by, body, icon, ahead }) => (
        <li key={id} className="group relative grid grid-cols-[1.25rem_minmax(0,1fr)] gap-2 pb-4">
          <span aria-hidden className="absolute top-5 bottom-0 left-[9.5px] border-l border-line group-last:hidden" />
          <span
            className={`mt-0.5 flex size-5 items-center justify-center rounded-full border ${ahead ? 'border-dashed border-line-strong bg-surface text-muted' : 'border-transparent bg-accent-soft text-accent'}`}
          >
            {icon ? <Icon name={icon} /> : <span className="size-1.5 rounded-full bg-current" />}
          </span>
          <div className="min-w-0">
            <p className="font-medium first-letter:uppercase">{title}</p>
            <p className="text-sm text-muted">
              <time dateTime={at}>{when}</time>
              {by && <span className="ml-2">{by}</span>}
            </p>
            {body && <div className="mt-1">{body}</div>}
          </div>
        </li>
      ))}
    </ol>
  )
}
