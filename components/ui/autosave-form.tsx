'use client'

import type { ComponentProps } from 'react'
import { Form } from './form'
import { type DraftState, useDraft } from './use-draft'

/** A form that keeps what is typed; `labels` are the words for saving, saved and failed. */
export function AutosaveForm({
  draftKey,
  labels,
  children,
  ...rest
}: { draftKey: string; labels: Record<Exclude<DraftState, 'idle'>, string> } & Omit<ComponentProps<typeof Form>, 'onInput' | 'onSubmit'>) {
  const { state, ...handlers } = useDraft(draftKey)
  return (
    <Form {...rest} {...handlers}>
      {children}
      <p role="status" className="-mt-3 min-h-6 text-sm text-muted">
        {state === 'idle' ? '' : labels[state]}
      </p>
    </Form>
  )
}
