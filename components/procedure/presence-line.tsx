'use client'

import { useEffect, useState } from 'react'

const every = 30_000

/**
 * The line came with the page; asked again twice a minute at most, and never while nobody looks. It keeps its place when
 * empty, so that no form moves under the hand.
 */
export function PresenceLine({ address, first }: { address: string; first: string }) {
  const [drawn, setDrawn] = useState(first)
  const [line, setLine] = useState(first)
  if (drawn !== first) {
    setDrawn(first)
    setLine(first)
  }

  useEffect(() => {
    let over = false
    let timer: ReturnType<typeof setTimeout> | undefined
    let missed = false
    const wait = () => {
      timer = setTimeout(() => void ask(), every)
    }
    const ask = async () => {
      missed = document.visibilityState !== 'visible'
      if (missed) return
      const answer = await fetch(address).catch(() => null)
      if (over || (answer && (answer.status === 401 || answer.status === 404))) return
      if (answer?.ok) setLine(((await answer.json()) as { line: string }).line)
      wait()
    }
    const look = () => {
      if (missed && document.visibilityState === 'visible') void ask()
    }
    wait()
    document.addEventListener('visibilitychange', look)
    return () => {
      over = true
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [address])

  return (
    <p role="status" aria-live="polite" data-presence className="-my-3 min-h-6 text-sm text-muted print:hidden">
      {line}
    </p>
  )
}
