'use client'

import { useActionState } from 'react'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Form, FormActions } from '@/components/ui/form'
import { TextField } from '@/components/ui/inputs'
import { SubmitButton } from '@/components/ui/submit-button'
import type { FormState } from '@/lib/identity/actions'

export type SecretField = {
  readonly name: string
  readonly label: string
  readonly help?: string
  readonly type?: 'text' | 'password'
  readonly autoComplete?: string
  /** A code of so many digits. */
  readonly digits?: number
}

/** A form with passwords in it: no draft is kept, nothing secret comes back. */
export function SecretForm({ action, fields, words, hidden, quiet = false }: {
  action: (state: FormState, form: FormData) => Promise<FormState>
  fields: readonly SecretField[]
  words: { button: string; pending: string; errorTitle: string; consequence?: string }
  hidden?: Readonly<Record<string, string>>
  /** Within a table's row: only its button. */
  quiet?: boolean
}) {
  const [state, submit] = useActionState(action, {})
  const errors = Object.entries(state.fields ?? {}).map(([field, text]) => ({ field, text }))
  const all = errors.length === 0 && state.message ? [{ text: state.message }] : errors
  return (
    <Form action={submit} hidden={hidden}>
      <ErrorSummary title={words.errorTitle} errors={all} />
      {fields.map(({ name, digits, ...field }) => (
        <TextField key={name} name={name} {...field} {...(digits ? { inputMode: 'numeric' as const, maxLength: digits, width: 'short' as const } : {})} error={state.fields?.[name]} defaultValue={state.typed?.[name]} spellCheck={false} autoCapitalize="none" required />
      ))}
      {quiet ? <SubmitButton variant="secondary" pendingLabel={words.pending}>{words.button}</SubmitButton> : (
        <FormActions>
          <SubmitButton pendingLabel={words.pending} consequence={words.consequence}>
            {words.button}
          </SubmitButton>
        </FormActions>
      )}
    </Form>
  )
}
