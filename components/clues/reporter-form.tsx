'use client'

import { useActionState } from 'react'
import { StepField, type WordedField } from '@/components/procedure/step-fields'
import type { StepFormWords, StepTarget } from '@/components/procedure/step-form'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Form, FormActions } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { submitStep } from '@/lib/step-action'

/** Keeps no draft: what is typed here goes to the secret table or nowhere. */
export function ReporterForm({ target, words, fields }: { target: StepTarget; words: StepFormWords; fields: readonly WordedField[] }) {
  const [state, submit] = useActionState(submitStep, {})
  const errors = Object.entries(state.fields ?? {}).map(([field, text]) => ({ field, text }))
  return (
    <Form
      action={submit}
      autoComplete="off"
      hidden={{ $step: target.step, $request: target.requestId, $id: target.id ?? '', $version: target.version ?? '' }}
    >
      <ErrorSummary title={words.errorTitle} errors={errors.length > 0 || !state.message ? errors : [{ text: state.message }]} />
      {fields.map((field) => (
        <StepField key={field.name} field={{ ...field, value: state.typed?.[field.name] }} error={state.fields?.[field.name]} empty={words.empty} />
      ))}
      <FormActions>
        <SubmitButton pendingLabel={words.pending} consequence={words.consequence}>{words.button}</SubmitButton>
      </FormActions>
    </Form>
  )
}
