'use client'

import { type FormEvent, useCallback, useEffect, useRef, useState } from 'react'

export type DraftState = 'idle' | 'saving' | 'saved' | 'failed'

const pauseAfterTyping = 1500

/** Only what a person typed or sent ahead (`data-draft`): no passwords, nothing else that travels unseen. */
function typedFields(form: HTMLFormElement) {
  const fields: Record<string, string[]> = {}
  for (const control of form.elements) {
    if (!(control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement || control instanceof HTMLSelectElement)) continue
    if (!control.name || (control.type === 'hidden' && control.dataset.draft === undefined) || ['file', 'password', 'submit', 'button'].includes(control.type)) continue
    if (control instanceof HTMLInputElement && ['radio', 'checkbox'].includes(control.type) && !control.checked) continue
    fields[control.name] = [...(fields[control.name] ?? []), control.value]
  }
  return fields
}

/** Sends the form's typed text to the server's drafts shortly after each pause in typing, and when the page is left. */
export function useDraft(key: string) {
  const [state, setState] = useState<DraftState>('idle')
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const waiting = useRef<HTMLFormElement>(null)

  const save = useCallback(async () => {
    const form = waiting.current
    if (!form) return
    waiting.current = null
    clearTimeout(timer.current)
    setState('saving')
    try {
      const answer = await fetch('/api/drafts', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ key, fields: typedFields(form) }),
        keepalive: true,
      })
      setState(answer.ok ? 'saved' : 'failed')
    } catch {
      setState('failed')
    }
  }, [key])

  useEffect(() => {
    const leave = () => void save()
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('pagehide', leave)
      clearTimeout(timer.current)
    }
  }, [save])

  const onInput = useCallback(
    (event: FormEvent<HTMLFormElement>) => {
      waiting.current = event.currentTarget
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void save(), pauseAfterTyping)
    },
    [save],
  )

  /** A form that has been sent needs no draft any more. */
  const onSubmit = useCallback(() => {
    waiting.current = null
    clearTimeout(timer.current)
  }, [])

  return { state, onInput, onSubmit }
}
