'use client'

import Link from 'next/link'
import { useEffect, useRef } from 'react'
import { Icon } from '@/components/ui/icon'
import { Panel } from '@/components/ui/section'
import type { ManyLine } from '@/lib/bulk-action'

/** One line a row: done, or why not, with the way to the record. It takes the focus, which the form has left behind. */
export function ManyResult({ lines, title, notDone }: { lines: readonly ManyLine[]; title: string; notDone: string }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [lines])
  return (
    <div ref={box} tabIndex={-1} role="region" aria-label={title} className="rounded-lg">
      <Panel title={title}>
        <ul className="flex flex-col divide-y divide-line">
          {lines.map(({ id, label, href, done, text }) => (
            <li key={id} className="grid gap-x-6 py-2 first:pt-0 last:pb-0 sm:grid-cols-2">
              <span className="min-w-0">{href ? <Link href={href} className="text-link">{label || id}</Link> : label || id}</span>
              <span className="inline-flex min-w-0 items-start gap-1">
                <span className="mt-[3px]"><Icon name={done ? 'check' : 'info'} /></span>
                <span>{!done && <strong className="font-medium">{notDone}</strong>}{text}</span>
              </span>
            </li>
          ))}
        </ul>
      </Panel>
    </div>
  )
}
