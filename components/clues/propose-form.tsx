'use client'

import { useActionState, useState } from 'react'
import type { WordedField } from '@/components/procedure/step-fields'
import { draftKey, type StepFormWords, type StepTarget } from '@/components/procedure/step-form'
import { AutosaveForm } from '@/components/ui/autosave-form'
import { ErrorSummary } from '@/components/ui/error-summary'
import { FormActions } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { submitStep } from '@/lib/step-action'
import { errorsOf, hiddenOf, PartField, withTyped } from './sectioned-form'

/** Fields that only one outcome needs; without scripts all of them stand open. */
const onlyFor: Readonly<Record<string, string>> = {
  agencyIds: 'open', duty: 'open', transferKind: 'transfer', transferUnitId: 'transfer', transferredTo: 'transfer', mergedIntoId: 'merge',
}

/** 评估: law's criteria, practice's, and the proposal with what it needs. */
export function ProposeForm({ target, words, fields }: { target: StepTarget; words: StepFormWords; fields: readonly WordedField[] }) {
  const [state, submit] = useActionState(submitStep, {})
  const [outcome, setOutcome] = useState<string | null>(() => first(fields))
  return (
    <AutosaveForm action={submit} draftKey={draftKey(target)} labels={words.draft} hidden={hiddenOf(target)}>
      <ErrorSummary title={words.errorTitle} errors={errorsOf([{ title: '', fields }], state)} />
      <div
        className="flex flex-col gap-5"
        onChange={(event) => {
          const control = event.target
          if (control instanceof HTMLInputElement && control.name === 'outcome') setOutcome(control.value)
        }}
      >
        {fields.map((field) => (
          <div key={field.name} hidden={outcome !== null && onlyFor[field.name] !== undefined && onlyFor[field.name] !== outcome}>
            <PartField field={withTyped(field, state)} error={state.fields?.[field.name]} empty={words.empty} />
          </div>
        ))}
      </div>
      <FormActions>
        <SubmitButton pendingLabel={words.pending} consequence={words.consequence}>{words.button}</SubmitButton>
      </FormActions>
    </AutosaveForm>
  )
}

function first(fields: readonly WordedField[]): string | null {
  const value = fields.find(({ name }) => name === 'outcome')?.value
  return typeof value === 'string' && value !== '' ? value : null
}
