'use client'

import { type ComponentProps, type FormEvent, useState } from 'react'
import { FieldScope } from './field-scope'
import { Form } from './form'
import { FormHold, type HoldWords, useHeld } from './form-hold'
import { type DraftState, useDraft } from './use-draft'

type Props = {
  draftKey: string
  /** Words for saving, saved and failed. */
  labels: Record<Exclude<DraftState, 'idle'>, string>
  /** It was sent and could not be kept anywhere else: what stands in the form is a draft again. */
  unsent?: boolean
} & Omit<ComponentProps<typeof Form>, 'onInput' | 'onSubmit' | 'onClickCapture'>

/** A form that keeps what is typed, and is not sent while a part of it is still under way. */
export function AutosaveForm(props: Props) {
  return (
    <FieldScope value={String(props.hidden?.$step ?? '')}>
      <FormHold>
        <KeptForm {...props} />
      </FormHold>
    </FieldScope>
  )
}

function KeptForm({ draftKey, labels, unsent = false, hidden = {}, children, ...rest }: Props) {
  const { state, onInput, onSubmit } = useDraft(draftKey, unsent)
  const { words, noteId } = useHeld()
  // What the person pressed for in vain.
  const [pressed, setPressed] = useState<HoldWords | null>(null)

  const send = (event: FormEvent<HTMLFormElement>) => {
    setPressed(words)
    if (words) event.preventDefault()
    else onSubmit(event)
  }

  return (
    <Form {...rest} hidden={{ ...hidden, $draft: 'on' }} onInput={onInput} onSubmit={send}>
      {children}
      <p id={noteId} role="status" className={`-mt-3 min-h-6 text-sm ${words ? '' : 'text-muted'}`}>
        {words?.wait ?? pressed?.ready ?? (state === 'idle' ? '' : labels[state])}
      </p>
      {words && pressed && <p role="alert" className="sr-only">{words.wait}</p>}
    </Form>
  )
}
