'use client'

import { StepField, withTyped, type WordedField } from '@/components/procedure/step-fields'
import { StepForm, type StepFormWords, type StepTarget } from '@/components/procedure/step-form'
import { FormRow, FormSection } from '@/components/ui/form'
import type { StepState } from '@/lib/step-action'

export type FormLine = {
  readonly key: string
  readonly heading: string
  readonly hidden: Readonly<Record<string, string>>
  readonly fields: readonly WordedField[]
}

type Props = {
  readonly target: StepTarget
  readonly words: StepFormWords
  readonly above: readonly WordedField[]
  readonly title: string
  readonly lines: readonly FormLine[]
}

/** Some fields for the whole and a line for each item, made for typing one after the other: agenda, attendance, resolutions. */
export function RowsForm({ target, words, above, title, lines }: Props) {
  return (
    <StepForm
      target={target}
      words={words}
      fields={[]}
      own={(state) => (
        <>
          {above.map((field) => <StepField key={field.name} field={withTyped(field, state)} error={state.fields?.[field.name]} empty={words.empty} />)}
          {lines.length > 0 && (
            <FormSection title={title}>
              {lines.map((line) => <Line key={line.key} line={line} state={state} empty={words.empty} />)}
            </FormSection>
          )}
        </>
      )}
    />
  )
}

function Line({ line, state, empty }: { line: FormLine; state: StepState; empty: string }) {
  return (
    <fieldset className="clear-both flex min-w-0 flex-col gap-3 border-t border-line pt-3">
      <legend className="float-left w-full font-medium">{line.heading}</legend>
      {Object.entries(line.hidden).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} data-draft />)}
      <FormRow>
        {line.fields.map((field) => <StepField key={field.name} field={withTyped(field, state)} error={state.fields?.[field.name]} empty={empty} />)}
      </FormRow>
    </fieldset>
  )
}
