'use client'

import { StepField, withTyped, type WordedField } from '@/components/procedure/step-fields'
import { FormSection } from '@/components/ui/form'
import type { StepState } from '@/lib/step-action'

/** Fields that belong together; `folded` ones open at a click and work without scripts. */
export type FormGroup = {
  readonly key: string
  readonly title: string
  readonly help?: string
  readonly hidden?: Readonly<Record<string, string>>
  readonly fields: readonly WordedField[]
  readonly folded?: boolean
}

/** One group of a form; a folded one stands open once anything in it is filled in or wrong. */
export function FormGroupFields({ group, state, empty }: { group: FormGroup; state: StepState; empty: string }) {
  const fields = group.fields.map((field) => withTyped(field, state))
  const content = (
    <>
      {Object.entries(group.hidden ?? {}).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} data-draft />
      ))}
      {fields.map((field) => (
        <StepField key={field.name} field={field} error={state.fields?.[field.name]} empty={empty} />
      ))}
    </>
  )
  if (!group.folded) return <FormSection title={group.title} help={group.help}>{content}</FormSection>
  const used = fields.some(({ name, value }) => state.fields?.[name] !== undefined || (value !== undefined && value.length > 0))
  return (
    <details open={used} className="border-t border-line pt-3">
      <summary className="flex min-h-8 cursor-pointer items-center font-medium text-accent">{group.title}</summary>
      <div className="mt-3 flex flex-col gap-5">
        {group.help && <p className="text-sm text-muted">{group.help}</p>}
        {content}
      </div>
    </details>
  )
}
