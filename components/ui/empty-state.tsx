'use client'

import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon'

/** What will appear here, and how to begin. */
export function EmptyState({ icon = 'folder', title, body, action }: {
  icon?: IconName
  title: string
  body?: ReactNode
  action?: ReactNode
}) {
  return (
    <div className="flex flex-col items-center gap-2 px-4 py-12 text-center">
      <span className="text-muted">
        <Icon name={icon} size={32} />
      </span>
      <p className="font-medium">{title}</p>
      {body && <p className="max-w-prose text-muted">{body}</p>}
      {action && <div className="mt-2">{action}</div>}
    </div>
  )
}
