'use client'

import { useActionState, useCallback, useEffect, useRef, useSyncExternalStore } from 'react'
import { buttonClass } from '@/components/ui/button-class'
import { ErrorSummary } from '@/components/ui/error-summary'
import { FieldScope } from '@/components/ui/field-scope'
import { Form, FormActions } from '@/components/ui/form'
import { Panel } from '@/components/ui/section'
import { SubmitButton } from '@/components/ui/submit-button'
import { submitMany } from '@/lib/bulk-action'
import { ManyResult } from './many-result'
import { StepField, type WordedField } from './step-fields'
import type { StepFormWords } from './step-form'

export type ManyWords = StepFormWords & {
  readonly title: string
  readonly open: string
  readonly all: string
  /** How many are chosen, in words, by their number. */
  readonly chosen: readonly string[]
  readonly result: string
  readonly again: string
}

/** One step for the rows ticked in the table above: plain HTML first, the boxes belong to this form by its id. */
export function ManyForm({ id, step, size, fields, words }: { id: string; step: string; size: number; fields: readonly WordedField[]; words: ManyWords }) {
  const [state, submit] = useActionState(submitMany, {})
  const [chosen, choose] = useChosen(id)
  const kept = state.chosen
  useEffect(() => {
    if (kept) choose((value) => kept.some((row) => value.startsWith(`${row} `)))
  }, [kept, choose])
  const wrong = Object.entries(state.fields ?? {}).map(([field, text]) => ({ field, text: `${fields.find(({ name }) => name === field)?.label ?? ''}: ${text}` }))
  return (
    <>
      {state.lines && <ManyResult lines={state.lines} title={words.result} notDone={words.again} />}
      {size > 0 && (
        <Panel title={words.title}>
          <FieldScope value={id}>
            <Form id={id} action={submit} hidden={{ $step: step }}>
              <ErrorSummary title={words.errorTitle} errors={wrong.length > 0 || !state.message ? wrong : [{ text: state.message }]} />
              {state.signedOut && <p><a className="text-link" href="/sign-in?next=/signed-in" target="_blank" rel="noopener">{words.signIn}</a></p>}
              <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
                <p role="status">{chosen === null ? words.open : words.chosen[chosen]}</p>
                {chosen !== null && <button type="button" className={buttonClass('secondary')} onClick={() => choose(() => true)}>{words.all}</button>}
              </div>
              {fields.map((field) => (
                <StepField key={field.name} field={{ ...field, value: state.typed?.[field.name] ?? field.value }} error={state.fields?.[field.name]} empty={words.empty} />
              ))}
              <FormActions>
                <SubmitButton pendingLabel={words.pending} consequence={words.consequence}>{words.button}</SubmitButton>
              </FormActions>
            </Form>
          </FieldScope>
        </Panel>
      )}
    </>
  )
}

const boxesOf = (id: string) =>
  [...((document.getElementById(id) as HTMLFormElement | null)?.elements ?? [])].filter((each): each is HTMLInputElement => each instanceof HTMLInputElement && each.name === '$row')

/** How many boxes are ticked (null before scripts run), and a way to tick them. */
function useChosen(id: string) {
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
  const count = useSyncExternalStore<number | null>(subscribe, () => boxesOf(id).filter(({ checked }) => checked).length, () => null)
  const choose = useCallback((is: (value: string) => boolean) => {
    for (const box of boxesOf(id)) box.checked = is(box.value)
    told.current()
  }, [id])
  return [count, choose] as const
}
