'use client'

import { useEffect, useRef } from 'react'
import { Icon } from '@/components/ui/icon'

/** One search over everything; Ctrl+K (⌘K) leads to it from anywhere. Works without scripts, too. */
export function SearchBox({ label }: { label: string }) {
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return
      event.preventDefault()
      field.current?.focus()
    }
    addEventListener('keydown', hear)
    return () => removeEventListener('keydown', hear)
  }, [])
  return (
    <form action="/search" method="get" className="relative max-w-md">
      <span className="absolute top-2.5 left-2.5 text-muted">
        <Icon name="search" />
      </span>
      <input ref={field} type="search" name="q" aria-label={label} aria-keyshortcuts="Control+K Meta+K" placeholder={label} className="control pl-8" />
    </form>
  )
}
