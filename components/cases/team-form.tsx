'use client'

import { CheckGroup } from '@/components/ui/choices'
import type { Option } from '@/components/ui/field'
import { StepForm, type StepFormProps } from '@/components/procedure/step-form'

/** The team as boxes to tick, since a team has no fixed size. */
export function TeamForm({ label, people, chosen, ...form }: StepFormProps & {
  label: string
  people: readonly Option[]
  chosen: readonly string[]
}) {
  return (
    <StepForm
      {...form}
      own={(state) => (
        <CheckGroup
          name="memberIds[]"
          label={label}
          options={people}
          defaultValue={state.typed ? [state.typed['memberIds[]'] ?? []].flat() : chosen}
          error={state.fields?.memberIds}
        />
      )}
    />
  )
}
