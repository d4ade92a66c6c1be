'use client'

import type { ReactNode } from 'react'

/** What most readers do not need at once. */
export function Disclosure({ summary, open = false, children }: { summary: ReactNode; open?: boolean; children: ReactNode }) {
  return (
    <details open={open}>
      <summary className="min-h-6 text-accent">{summary}</summary>
      <div className="mt-2 border-l-2 border-line pl-3">{children}</div>
    </details>
  )
}
