'use client'

import { useCallback, useMemo, useRef, useSyncExternalStore } from 'react'

const boxesOf = (id: string) =>
  [...((document.getElementById(id) as HTMLFormElement | null)?.elements ?? [])].filter((each): each is HTMLInputElement => each instanceof HTMLInputElement && each.name === '$row')

// A box's value is id, version, request and then the row's name.
const nameIn = (value: string) => value.split(' ').slice(3).join(' ')

/** The names of the ticked rows of this form (null before scripts run), and a way to tick them. */
export function useChosen(id: string) {
  const told = useRef<() => void>(() => undefined)
  const subscribe = useCallback((tell: () => void) => {
    // The boxes are emptied only after the event.
    const later = () => queueMicrotask(tell)
    told.current = tell
    document.addEventListener('change', tell)
    document.addEventListener('reset', later)
    return () => {
      document.removeEventListener('change', tell)
      document.removeEventListener('reset', later)
    }
  }, [])
  const names = useSyncExternalStore<string | null>(subscribe, () => boxesOf(id).filter(({ checked }) => checked).map(({ value }) => nameIn(value)).join('\n'), () => null)
  const choose = useCallback((is: (value: string) => boolean) => {
    for (const box of boxesOf(id)) box.checked = is(box.value)
    told.current()
  }, [id])
  const chosen = useMemo(() => (names === null ? null : names === '' ? [] : names.split('\n')), [names])
  return [chosen, choose] as const
}
