import { CheckField, CheckGroup, RadioGroup } from '@/components/ui/choices'
import type { Option } from '@/components/ui/field'
import { DateField, SelectField, TextArea, TextField } from '@/components/ui/inputs'
import { FileField } from '@/components/files/file-field'
import type { FieldInput } from '@/lib/engine/procedure/form-fields'
import type { StepState } from '@/lib/step-action'

/** A field with its words already in the person's language. */
export type WordedField = {
  readonly name: string
  readonly input: FieldInput
  readonly label: string
  readonly help?: string
  readonly required: boolean
  readonly options: readonly Option[]
  readonly value?: string | readonly string[]
  /** Lines of a long text, endings of files. */
  readonly rows?: number
  readonly accept?: string
}

const single = (value: string | readonly string[] | undefined) => (typeof value === 'string' ? value : value?.[0])

/** With what was typed before the step was refused. */
export function withTyped(field: WordedField, { typed }: StepState): WordedField {
  if (!typed) return field
  return { ...field, value: typed[field.name] ?? typed[`${field.name}[]`] ?? '' }
}

export function StepField({ field, error, empty }: { field: WordedField; error?: string; empty: string }) {
  const { name, label, help, required, input, options } = field
  const text = { name, label, help, required, error }
  const value = single(field.value)
  switch (input) {
    case 'long':
      return <TextArea {...text} rows={field.rows ?? 4} defaultValue={value} />
    case 'date':
      return <DateField {...text} defaultValue={value} />
    case 'number':
      return <TextField {...text} inputMode="numeric" width="short" defaultValue={value} />
    case 'select':
      return <SelectField {...text} options={options} empty={empty} defaultValue={value ?? ''} key={`${name}:${value ?? ''}`} />
    case 'radio':
      return <RadioGroup {...text} options={options} defaultValue={value} />
    case 'group':
    case 'checkbox':
      // One of several that may be chosen, or a single statement.
      if (options.length > 0 || input === 'group') return <CheckGroup {...text} name={`${name}[]`} options={options} defaultValue={field.value === undefined ? [] : [field.value].flat()} />
      return <CheckField {...text} value="on" defaultChecked={value === 'on' || value === 'true'} />
    case 'file':
    case 'files':
      return <FileField {...text} multiple={input === 'files'} value={field.value} {...(field.accept ? { accept: field.accept } : {})} />
    default:
      return <TextField {...text} defaultValue={value} />
  }
}
