'use client'

import { useActionState } from 'react'
import { ErrorSummary } from '@/components/ui/error-summary'
import type { Option } from '@/components/ui/field'
import { Form, FormActions, FormRow, FormSection } from '@/components/ui/form'
import { SelectField, TextField } from '@/components/ui/inputs'
import { SubmitButton } from '@/components/ui/submit-button'
import { savePreferences } from '@/lib/notices/actions'

type Words = Readonly<Record<'contact' | 'contactHelp' | 'mail' | 'mailHelp' | 'firstChannel' | 'firstHelp' | 'any' | 'kinds' | 'kindsHelp' | 'button' | 'pending' | 'problems', string>>

export type PreferenceFormProps = {
  readonly contact: { readonly mail: string; readonly firstChannel: string; readonly withMail: boolean }
  readonly channels: readonly Option[]
  readonly kinds: readonly { readonly kind: string; readonly label: string; readonly help: string | undefined; readonly wish: string; readonly options: readonly Option[] }[]
  readonly words: Words & { readonly phone: string | undefined }
}

export function PreferenceForm({ contact, channels, kinds, words }: PreferenceFormProps) {
  const [state, submit] = useActionState(savePreferences, {})
  const errors = Object.entries(state.fields ?? {}).map(([field, text]) => ({ field, text }))
  return (
    <Form action={submit}>
      <ErrorSummary title={words.problems} errors={errors} />
      <FormSection title={words.contact} help={words.contactHelp}>
        {contact.withMail && (
          <TextField name="mail" label={words.mail} help={words.mailHelp} type="email" autoComplete="email" defaultValue={contact.mail} error={state.fields?.mail} width="half" />
        )}
        {words.phone && <p className="text-sm text-muted">{words.phone}</p>}
        {channels.length > 1 && (
          <SelectField name="firstChannel" label={words.firstChannel} help={words.firstHelp} empty={words.any} options={channels} defaultValue={contact.firstChannel} />
        )}
      </FormSection>
      <FormSection title={words.kinds} help={words.kindsHelp}>
        <FormRow>
          {kinds.map(({ kind, label, help, wish, options }) => (
            <SelectField key={kind} name={`wish:${kind}`} label={label} help={help} options={options} defaultValue={wish} />
          ))}
        </FormRow>
      </FormSection>
      <FormActions>
        <SubmitButton pendingLabel={words.pending}>{words.button}</SubmitButton>
      </FormActions>
    </Form>
  )
}
