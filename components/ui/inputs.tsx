'use client'

import type { ComponentProps } from 'react'
import { useControlProps, Field, type FieldText, type Option } from './field'

type Native<T extends 'input' | 'select' | 'textarea'> = Omit<
  ComponentProps<T>,
  'id' | 'name' | 'className' | 'style' | 'required' | 'children'
>

/** How wide the answer is expected to be; a phone gives all there is. */
type Width = { width?: 'full' | 'half' | 'short' }
const widths = { full: '', half: 'sm:max-w-sm', short: 'sm:max-w-44' }

function split<T extends FieldText>({ name, label, help, error, required, ...native }: T) {
  return { text: { name, label, help, error, required }, native }
}

export function TextField({ width = 'full', ...props }: FieldText & Width & Native<'input'>) {
  const { text, native } = split(props)
  return (
    <Field {...text}>
      <input type="text" {...native} {...useControlProps(text)} className={`control ${widths[width]}`} />
    </Field>
  )
}

export function DateField(props: FieldText & Native<'input'>) {
  return <TextField {...props} type="date" width="short" />
}

export function TextArea({ rows = 4, ...props }: FieldText & Native<'textarea'>) {
  const { text, native } = split(props)
  return (
    <Field {...text}>
      <textarea rows={rows} {...native} {...useControlProps(text)} className="control leading-relaxed" />
    </Field>
  )
}

/** `empty` is the words of the first, empty choice; without it the first option is chosen. */
export function SelectField({
  options,
  empty,
  width = 'half',
  ...props
}: FieldText & Width & Native<'select'> & { options: readonly Option[]; empty?: string }) {
  const { text, native } = split(props)
  return (
    <Field {...text}>
      <select {...native} {...useControlProps(text)} className={`control ${widths[width]}`}>
        {empty !== undefined && <option value="">{empty}</option>}
        {groupsOf(options).map(({ name, own }) => (name === undefined ? own.map(drawn) : <optgroup key={name} label={name}>{own.map(drawn)}</optgroup>))}
      </select>
    </Field>
  )
}

const drawn = (option: Option) => <option key={option.value} value={option.value} disabled={option.disabled}>{option.label}</option>

function groupsOf(options: readonly Option[]): { name: string | undefined; own: Option[] }[] {
  const groups: { name: string | undefined; own: Option[] }[] = []
  for (const option of options) {
    const found = groups.find(({ name }) => name === option.group)
    if (found) found.own.push(option)
    else groups.push({ name: option.group, own: [option] })
  }
  return groups
}

export function FileField(props: FieldText & Native<'input'>) {
  const { text, native } = split(props)
  return (
    <Field {...text}>
      <input
        {...native}
        {...useControlProps(text)}
        type="file"
        className="control border-dashed file:mr-3 file:rounded-sm file:border file:border-line-strong file:bg-sunken file:px-2 file:text-ink"
      />
    </Field>
  )
}
