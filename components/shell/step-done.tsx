'use client'

import { usePathname, useSearchParams } from 'next/navigation'
import { type ReactNode, useEffect, useRef, useState } from 'react'

/** What was just done, on the page it led to. It takes the focus, which the form has left behind, and is gone on the next page. */
export function StepDone({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  const here = `${usePathname()}?${useSearchParams().toString()}`
  const [at] = useState(here)
  const [left, setLeft] = useState(false)
  if (!left && here !== at) setLeft(true)
  useEffect(() => {
    document.cookie = `gongyi.done=; Path=/; Max-Age=0`
    box.current?.focus()
  }, [])
  if (left) return null
  return (
    <div ref={box} tabIndex={-1} className="mb-4 rounded-md print:hidden">
      {children}
    </div>
  )
}
