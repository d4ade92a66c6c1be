'use client'

import { useActionState, useState, type ReactNode } from 'react'
import { ErrorSummary } from '@/components/ui/error-summary'
import { FormActions, FormSection } from '@/components/ui/form'
import { TextField } from '@/components/ui/inputs'
import { AutosaveForm } from '@/components/ui/autosave-form'
import { SubmitButton } from '@/components/ui/submit-button'
import { draftKey } from '@/lib/drafts/rules'
import { submitStep, type StepState } from '@/lib/step-action'
import { SinceDrawn } from './since-drawn'
import { StepField, withTyped, type WordedField } from './step-fields'

export type StepFormWords = {
  readonly button: string
  readonly pending: string
  readonly consequence?: string
  readonly errorTitle: string
  readonly empty: string
  readonly signIn: string
  readonly prove: { readonly title: string; readonly help: string; readonly password: string; readonly code: string }
  readonly draft: { readonly saving: string; readonly saved: string; readonly failed: string }
}

export type StepTarget = {
  /** `recommendation.reply` */
  readonly step: string
  readonly id: string | null
  readonly version: number | null
  /** Made on the server when the form was drawn. */
  readonly requestId: string
}

export type StepFormProps = {
  readonly target: StepTarget
  readonly words: StepFormWords
  readonly fields: readonly WordedField[]
  /** What a feature draws itself, above the plain fields; gets what was typed and what was wrong. */
  readonly own?: (state: StepState) => ReactNode
}

/** The form of a step: plain HTML first, so it works before scripts load; typed text stays on every failure. */
export function StepForm(props: StepFormProps) {
  const [state, submit] = useActionState(submitStep, {})
  return <DrawnForm {...props} state={state} submit={submit} />
}

type Look<Seen> = {
  readonly look: (seen: Awaited<Seen>, form: FormData) => Seen | Promise<Seen>
  readonly button: string
  /** What the look showed, between the fields and the buttons. */
  readonly shown: (seen: Awaited<Seen>) => ReactNode
}

/** The same with a second button, which shows what would come of it and keeps nothing. */
export function LookingForm<Seen extends StepState>({ look, button, shown, ...props }: StepFormProps & Look<Seen>) {
  const [taken, submit] = useActionState(submitStep, {})
  const [seen, see] = useActionState<Seen, FormData>(look, {} as Awaited<Seen>)
  const [told, setTold] = useState({ taken, seen, last: Object.keys(seen).length > 0 ? (seen as StepState) : taken })
  if (told.taken !== taken || told.seen !== seen) setTold({ taken, seen, last: told.seen === seen ? taken : seen })
  return <DrawnForm {...props} state={told.last} submit={submit} shown={shown(seen)} second={<SubmitButton variant="secondary" pendingLabel={props.words.pending} formAction={see}>{button}</SubmitButton>} />
}

type Drawn = { readonly state: StepState; readonly submit: (form: FormData) => void; readonly shown?: ReactNode; readonly second?: ReactNode }

function DrawnForm({ target, words, fields, own, state, submit, shown, second }: StepFormProps & Drawn) {
  const errors = Object.entries(state.fields ?? {}).map(([field, text]) => ({ field, text: `${labelOf(fields, field)}${text}` }))
  const whole = state.message && errors.length === 0 ? [{ text: state.message }] : errors
  return (
    <AutosaveForm action={submit} draftKey={draftKey(target.step, target.id)} labels={words.draft} unsent={state.signedOut} hidden={hiddenOf(target, state)}>
      <ErrorSummary title={words.errorTitle} errors={whole} />
      <SinceDrawn since={state.since} />
      {state.signedOut && (
        <p>
          <a className="text-link" href="/sign-in?next=/signed-in" target="_blank" rel="noopener">
            {words.signIn}
          </a>
        </p>
      )}
      {own?.(state)}
      {fields.map((field) => (
        <StepField key={field.name} field={withTyped(field, state)} error={state.fields?.[field.name]} empty={words.empty} />
      ))}
      {shown}
      {state.prove && <Proof by={state.prove} words={words.prove} />}
      <FormActions>
        <SubmitButton pendingLabel={words.pending} consequence={words.consequence}>
          {words.button}
        </SubmitButton>
        {second}
      </FormActions>
    </AutosaveForm>
  )
}

/** Asked only where the last proof is too long ago, in the form itself: nothing typed is lost on the way. */
function Proof({ by, words }: { by: 'code' | 'password'; words: StepFormWords['prove'] }) {
  return (
    <FormSection title={words.title} help={words.help}>
      {by === 'code' ? (
        <TextField name="$code" label={words.code} inputMode="numeric" autoComplete="one-time-code" maxLength={6} width="short" required />
      ) : (
        <TextField name="$password" type="password" label={words.password} autoComplete="current-password" width="half" required />
      )}
    </FormSection>
  )
}

/** What travels unseen; after a conflict that was told, the version the person has read of. */
export const hiddenOf = ({ step, id, version, requestId }: StepTarget, { version: told = 0 }: StepState) => ({
  $step: step,
  $request: requestId,
  ...(id === null ? {} : { $id: id }),
  ...(version === null ? {} : { $version: Math.max(version, told) }),
})

function labelOf(fields: readonly WordedField[], name: string): string {
  const field = fields.find((each) => each.name === name)
  return field ? `${field.label}: ` : ''
}
