'use client'

import { StepForm, type StepFormWords, type StepTarget } from '@/components/procedure/step-form'
import { FormGroupFields, type FormGroup } from './form-group-fields'

export type { FormGroup }

/** A step's form in groups, repeated ones named `items.0.finding`; typed text stays on every failure. */
export function GroupedForm({ target, words, groups }: { target: StepTarget; words: StepFormWords; groups: readonly FormGroup[] }) {
  return (
    <StepForm
      target={target}
      words={words}
      fields={[]}
      own={(state) => groups.map((group) => <FormGroupFields key={group.key} group={group} state={state} empty={words.empty} />)}
    />
  )
}
