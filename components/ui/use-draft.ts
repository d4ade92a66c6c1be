'use client'

import { type FormEvent, useCallback, useEffect, useRef, useState } from 'react'

export type DraftState = 'idle' | 'saving' | 'saved' | 'failed'

const pauseAfterTyping = 1500

/** Only what a person typed or sent ahead (`data-draft`): no passwords, nothing else that travels unseen. */
function typedFields(form: HTMLFormElement) {
  const fields: Record<string, string[]> = {}
  for (const control of form.elements) {
    if (!(control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement || control instanceof HTMLSelectElement)) continue
    // Names with $ belong to the form, not to what is written in it: a code to prove who one is.
    if (!control.name || control.name.startsWith('$') || (control.type === 'hidden' && control.dataset.draft === undefined) || ['file', 'password', 'submit', 'button'].includes(control.type)) continue
    if (control instanceof HTMLInputElement && ['radio', 'checkbox'].includes(control.type) && !control.checked) continue
    fields[control.name] = [...(fields[control.name] ?? []), control.value]
  }
  return fields
}

// What a browser lets outlive its page; more than this it refuses to send that way.
const mostOutliving = 60_000

/**
 * Sends the form's typed text to the server's drafts shortly after each pause in typing, and at once when the page is
 * left, hidden or replaced. `unsent`: what was sent was kept nowhere and is a draft again.
 */
export function useDraft(key: string, unsent: boolean) {
  const [state, setState] = useState<DraftState>('idle')
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const waiting = useRef<HTMLFormElement>(null)
  const sent = useRef<HTMLFormElement>(null)

  const save = useCallback(async () => {
    const form = waiting.current
    if (!form) return
    waiting.current = null
    clearTimeout(timer.current)
    setState('saving')
    try {
      const body = new Blob([JSON.stringify({ key, fields: typedFields(form) })], { type: 'application/json' })
      const answer = await fetch('/api/drafts', { method: 'POST', body, keepalive: body.size < mostOutliving })
      setState(answer.ok ? 'saved' : 'failed')
    } catch {
      setState('failed')
    }
  }, [key])

  useEffect(() => {
    const leave = () => void save()
    const hide = () => document.visibilityState === 'hidden' && leave()
    window.addEventListener('pagehide', leave)
    document.addEventListener('visibilitychange', hide)
    return () => {
      window.removeEventListener('pagehide', leave)
      document.removeEventListener('visibilitychange', hide)
      // A link within the product takes the form away without leaving the page.
      leave()
    }
  }, [save])

  useEffect(() => {
    if (unsent) waiting.current = sent.current
  }, [unsent])

  const onInput = useCallback(
    (event: FormEvent<HTMLFormElement>) => {
      waiting.current = event.currentTarget
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void save(), pauseAfterTyping)
    },
    [save],
  )

  /** A form that has been sent needs no draft: where the step is refused, the server keeps one. */
  const onSubmit = useCallback((event: FormEvent<HTMLFormElement>) => {
    sent.current = event.currentTarget
    waiting.current = null
    clearTimeout(timer.current)
  }, [])

  return { state, onInput, onSubmit }
}
