'use client'

import type { ReactNode } from 'react'
import { useControlProps, FieldGroup, type FieldText, type Option } from './field'
import { useFieldId } from './field-scope'

export type Choice = Omit<Option, 'help'> & { help?: ReactNode }

const row = 'flex min-h-7 items-start gap-2 pointer-coarse:min-h-10'
const box = 'mt-1 size-4 shrink-0 accent-accent'

function Choices({
  kind,
  name,
  options,
  chosen,
  required,
}: {
  kind: 'radio' | 'checkbox'
  name: string
  options: readonly Choice[]
  chosen: readonly string[]
  required?: boolean
}) {
  const group = useFieldId()(name)
  return options.map((option, index) => {
    const id = `${group}-${index}`
    return (
      <div key={option.value} className={row}>
        <input
          id={id}
          type={kind}
          name={name}
          value={option.value}
          defaultChecked={chosen.includes(option.value)}
          disabled={option.disabled}
          required={kind === 'radio' && required}
          aria-describedby={option.help ? `${id}-help` : undefined}
          className={box}
        />
        <div>
          <label htmlFor={id}>{option.label}</label>
          {option.help && (
            <p id={`${id}-help`} className="text-sm text-muted">
              {option.help}
            </p>
          )}
        </div>
      </div>
    )
  })
}

export function RadioGroup({ options, defaultValue, ...text }: FieldText & { options: readonly Choice[]; defaultValue?: string }) {
  return (
    <FieldGroup {...text}>
      <Choices
        kind="radio"
        name={text.name}
        options={options}
        chosen={defaultValue === undefined ? [] : [defaultValue]}
        required={text.required}
      />
    </FieldGroup>
  )
}

/** More boxes than these, such as all bodies of a place, stand side by side in a frame that scrolls. */
const manyBoxes = 10

export function CheckGroup({ options, defaultValue = [], ...text }: FieldText & { options: readonly Choice[]; defaultValue?: readonly string[] }) {
  const boxes = <Choices kind="checkbox" name={text.name} options={options} chosen={defaultValue} />
  return (
    <FieldGroup {...text}>
      {options.length > manyBoxes
        ? <div className="grid max-h-72 grid-cols-[repeat(auto-fill,minmax(min(15rem,100%),1fr))] gap-x-4 overflow-y-auto rounded-md border bg-surface px-3 py-2">{boxes}</div>
        : boxes}
    </FieldGroup>
  )
}

/** One statement to agree with. */
export function CheckField({
  label,
  value = 'true',
  defaultChecked,
  ...text
}: FieldText & { value?: string; defaultChecked?: boolean }) {
  const control = useControlProps(text)
  return (
    <div className="flex flex-col gap-1">
      <div className={row}>
        <input type="checkbox" value={value} defaultChecked={defaultChecked} {...control} className={box} />
        <label htmlFor={control.id}>{label}</label>
      </div>
      {text.help && (
        <p id={`${control.id}-help`} className="pl-6 text-sm text-muted">
          {text.help}
        </p>
      )}
      {text.error && (
        <p id={`${control.id}-error`} className="pl-6 text-sm font-medium text-red">
          {text.error}
        </p>
      )}
    </div>
  )
}
