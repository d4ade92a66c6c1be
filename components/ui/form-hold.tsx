'use client'

import { createContext, type ReactNode, useCallback, useContext, useEffect, useId, useMemo, useState } from 'react'

/** Why a form waits, and what is said once it need not wait any more. */
export type HoldWords = { readonly wait: string; readonly ready: string }

type Hold = {
  readonly words: HoldWords | null
  readonly noteId: string
  readonly hold: (key: string, words: HoldWords | null) => void
}

const Held = createContext<Hold>({ words: null, noteId: '', hold: () => undefined })

/** A form that parts of it may hold back, such as a file still under way. */
export function FormHold({ children }: { children: ReactNode }) {
  const noteId = useId()
  const [holders, setHolders] = useState<Readonly<Record<string, HoldWords>>>({})
  const hold = useCallback((key: string, words: HoldWords | null) => setHolders(({ [key]: _, ...others }) => (words ? { ...others, [key]: words } : others)), [])
  const value = useMemo(() => ({ words: Object.values(holders)[0] ?? null, noteId, hold }), [holders, noteId, hold])
  return <Held value={value}>{children}</Held>
}

/** Holds the form back for as long as `words` are given; what is gone from the page holds nothing. */
export function useHold(words: HoldWords | null): void {
  const key = useId()
  const { hold } = useContext(Held)
  const { wait, ready } = words ?? {}
  useEffect(() => {
    if (wait === undefined || ready === undefined) return
    hold(key, { wait, ready })
    return () => hold(key, null)
  }, [hold, key, wait, ready])
}

/** What holds the form back now, and the id of the line that says so. */
export const useHeld = (): Pick<Hold, 'words' | 'noteId'> => useContext(Held)
