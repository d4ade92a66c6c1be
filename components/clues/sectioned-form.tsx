'use client'

import { useActionState, useRef, useState, useSyncExternalStore } from 'react'
import { SinceDrawn } from '@/components/procedure/since-drawn'
import { StepField, withTyped } from '@/components/procedure/step-fields'
import { hiddenOf, type StepFormWords, type StepTarget } from '@/components/procedure/step-form'
import { draftKey } from '@/lib/drafts/rules'
import { AutosaveForm } from '@/components/ui/autosave-form'
import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import { FormActions, FormSection } from '@/components/ui/form'
import { useHeld } from '@/components/ui/form-hold'
import { SubmitButton } from '@/components/ui/submit-button'
import { submitStep, type StepState } from '@/lib/step-action'
import { Answers, readAnswers, type AnswerSection, type FormPart, type ShownFor } from './answers'

export type CheckWords = { readonly check: string; readonly title: string; readonly help: string; readonly back: string; readonly none: string }

const never = () => () => undefined
/** False in the first paint and where scripts never load: then the form is sent without the check in between. */
const useScripts = () => useSyncExternalStore(never, () => true, () => false)

/** A long form in one column; with `check`, what was written is shown once more before anything official is sent. */
export function SectionedForm({ target, words, parts, check }: {
  target: StepTarget
  words: StepFormWords
  parts: readonly FormPart[]
  check?: CheckWords
}) {
  const [state, submit] = useActionState(submitStep, {})
  const [checked, setChecked] = useState<{ of: StepState; answers: readonly AnswerSection[] } | null>(null)
  const box = useRef<HTMLDivElement>(null)
  const scripts = useScripts()
  const checking = checked?.of === state ? checked.answers : null

  const toCheck = () => {
    const form = box.current?.closest('form')
    if (form) setChecked({ of: state, answers: readAnswers(parts, new FormData(form)) })
  }

  return (
    <AutosaveForm action={submit} draftKey={draftKey(target.step, target.id)} labels={words.draft} unsent={state.signedOut} hidden={hiddenOf(target, state)}>
      <ErrorSummary title={words.errorTitle} errors={errorsOf(parts, state)} />
      <SinceDrawn since={state.since} />
      {state.signedOut && (
        <p>
          <a className="text-link" href="/sign-in?next=/signed-in" target="_blank" rel="noopener">{words.signIn}</a>
        </p>
      )}
      <div ref={box} hidden={checking !== null} className={`group/form flex-col gap-6 ${checking ? 'hidden' : 'flex'}`}>
        {parts.map((part) => (
          <FormSection key={part.title} title={part.title} help={part.help}>
            {part.fields.map((field) => (
              <div key={field.name} className={shownFor[field.shownFor ?? 'always']}>
                <StepField field={withTyped(field, state)} error={state.fields?.[field.name]} empty={words.empty} />
              </div>
            ))}
          </FormSection>
        ))}
      </div>
      {checking && check && <Answers sections={checking} title={check.title} help={check.help} none={check.none} />}
      <FormActions>
        {check && scripts && !checking ? (
          <CheckButton onCheck={toCheck}>{check.check}</CheckButton>
        ) : (
          <SubmitButton pendingLabel={words.pending} consequence={words.consequence}>{words.button}</SubmitButton>
        )}
        {checking && check && <Button onClick={() => setChecked(null)}>{check.back}</Button>}
      </FormActions>
    </AutosaveForm>
  )
}

/** What is shown to be checked has to be all of it: a file still under way comes first. */
function CheckButton({ onCheck, children }: { onCheck: () => void; children: string }) {
  const { words, noteId } = useHeld()
  return (
    <Button variant="primary" onClick={words ? undefined : onCheck} {...(words ? { 'aria-disabled': true, 'aria-describedby': noteId } : {})}>
      {children}
    </Button>
  )
}

// Style sheet only, so that it works before scripts load; where the browser knows no :has, all fields stand open.
const shownFor: Readonly<Record<ShownFor | 'always', string>> = {
  always: '',
  penalty: 'supports-[selector(:has(a))]:hidden group-has-[[name=penaltyKnown][value=yes]:checked]/form:block!',
  noPenalty: 'supports-[selector(:has(a))]:hidden group-has-[[name=penaltyKnown][value=no]:checked]/form:block!',
  open: 'supports-[selector(:has(a))]:hidden group-has-[[name=outcome][value=open]:checked]/form:block!',
  transfer: 'supports-[selector(:has(a))]:hidden group-has-[[name=outcome][value=transfer]:checked]/form:block!',
  merge: 'supports-[selector(:has(a))]:hidden group-has-[[name=outcome][value=merge]:checked]/form:block!',
}


/** Each fault at its field and in the summary; one that belongs to no field is said as it is. */
function errorsOf(parts: readonly FormPart[], state: StepState) {
  const fields = parts.flatMap((part) => part.fields)
  const errors = Object.entries(state.fields ?? {}).map(([name, text]) => {
    const field = fields.find((each) => each.name === name)
    return field ? { field: name, text: `${field.label}: ${text}` } : { text }
  })
  return errors.length > 0 ? errors : state.message ? [{ text: state.message }] : []
}
