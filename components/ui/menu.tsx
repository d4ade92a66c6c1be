'use client'

import type { ComponentProps, FocusEvent, KeyboardEvent } from 'react'

/** A layer that unfolds. Escape and leaving it shut it; with Escape the focus goes back to what opened it. */
export function Menu(props: ComponentProps<'details'>) {
  const shut = (event: KeyboardEvent<HTMLDetailsElement>) => {
    if (event.key !== 'Escape' || !event.currentTarget.open) return
    event.currentTarget.open = false
    event.currentTarget.querySelector('summary')?.focus()
  }
  const leave = (event: FocusEvent<HTMLDetailsElement>) => {
    if (event.relatedTarget && !event.currentTarget.contains(event.relatedTarget)) event.currentTarget.open = false
  }
  return <details {...props} onKeyDown={shut} onBlur={leave} />
}
