'use client'

import { useActionState, useEffect, useMemo } from 'react'
import { ErrorSummary } from '@/components/ui/error-summary'
import { FieldScope } from '@/components/ui/field-scope'
import { Form, FormActions } from '@/components/ui/form'
import { Panel } from '@/components/ui/section'
import { SubmitButton } from '@/components/ui/submit-button'
import { submitMany } from '@/lib/bulk-action'
import { ManyBar, type BarWords } from './many-bar'
import { ManyResult } from './many-result'
import { StepField, type WordedField } from './step-fields'
import type { StepFormWords } from './step-form'
import { useChosen } from './use-chosen'

export type ManyWords = StepFormWords & BarWords & {
  readonly title: string
  /** What the button does and what will happen, by the number of the chosen. */
  readonly buttons: readonly string[]
  readonly will: readonly string[]
  /** What has to be done record by record, and which rows of the page have no box. */
  readonly alone: string
  readonly rest: string | null
  readonly notDone: string
}

type Props = { id: string; step: string; size: number; fields: readonly WordedField[]; words: ManyWords }

/**
 * One step for the rows ticked in the table above: plain HTML first, the boxes belong to this form by its id. Nothing of it is
 * seen until a row is ticked (table.css); its result stays.
 */
export function ManyForm({ id, step, size, fields, words }: Props) {
  const [state, submit] = useActionState(submitMany, {})
  const [chosen, choose] = useChosen(id)
  const kept = state.chosen
  useEffect(() => {
    if (kept) choose((value) => kept.some((row) => value.startsWith(`${row} `)))
  }, [kept, choose])
  const errors = useMemo(() => {
    const wrong = Object.entries(state.fields ?? {}).map(([field, text]) => ({ field, text: `${fields.find(({ name }) => name === field)?.label ?? ''}: ${text}` }))
    return wrong.length > 0 || !state.message ? wrong : [{ text: state.message }]
  }, [state, fields])
  const panel = `${id}-panel`
  return (
    <>
      {state.lines && <ManyResult lines={state.lines} title={state.summary ?? ''} notDone={words.notDone} />}
      {size > 0 && (
        <div className={state.message ? 'contents' : 'many'} hidden={chosen?.length === 0 && !state.message}>
          <ManyBar chosen={chosen?.length ?? null} choose={choose} panel={panel} words={words} />
          <section id={panel} tabIndex={-1} aria-label={words.title} className="min-w-0 rounded-lg print:hidden">
            <Panel title={words.title} strong>
              <FieldScope value={id}>
                <Form id={id} action={submit} hidden={{ $step: step }}>
                  <ErrorSummary title={words.errorTitle} errors={errors} />
                  {state.signedOut && <p><a className="text-link" href="/sign-in?next=/signed-in" target="_blank" rel="noopener">{words.signIn}</a></p>}
                  {chosen && chosen.length > 0 && (
                    <div>
                      <p>{words.will[chosen.length]}</p>
                      <ul className="mt-1 list-disc pl-5">{chosen.map((label, at) => <li key={at}>{label}</li>)}</ul>
                    </div>
                  )}
                  <div className="text-sm text-muted">
                    <p>{words.alone}</p>
                    {words.rest && <p>{words.rest}</p>}
                  </div>
                  {fields.map((field) => (
                    <StepField key={field.name} field={{ ...field, value: state.typed?.[field.name] ?? field.value }} error={state.fields?.[field.name]} empty={words.empty} />
                  ))}
                  <FormActions>
                    <SubmitButton pendingLabel={words.pending} consequence={words.consequence}>{words.buttons[chosen?.length ?? 0]}</SubmitButton>
                  </FormActions>
                </Form>
              </FieldScope>
            </Panel>
          </section>
        </div>
      )}
    </>
  )
}
