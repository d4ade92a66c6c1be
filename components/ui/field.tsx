'use client'

import type { ReactNode } from 'react'
import { useFieldId } from './field-scope'
import { Icon } from './icon'

export type FieldText = {
  /** Also the id, so the error summary can link to it. */
  name: string
  label: ReactNode
  help?: ReactNode
  error?: string
  required?: boolean
}

export type Option = { value: string; label: string; disabled?: boolean; /** Options of one group stand together under its name. */ group?: string; /** Said beneath, where options are ticked. */ help?: string }

/** What every control says about itself to those who do not see the page. */
export function useControlProps({ name, help, error, required }: Omit<FieldText, 'label'>) {
  const id = useFieldId()(name)
  const described = [help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(' ')
  return {
    id,
    name,
    required,
    'aria-invalid': error ? (true as const) : undefined,
    'aria-describedby': described || undefined,
  }
}

function Required() {
  return (
    <span aria-hidden className="ml-0.5 text-accent">
      *
    </span>
  )
}

function Explanation({ name, help, error }: Omit<FieldText, 'label'>) {
  const id = useFieldId()(name)
  return (
    <>
      {help && (
        <p id={`${id}-help`} className="text-sm text-muted">
          {help}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="flex items-start gap-1 text-sm font-medium text-red">
          <span className="mt-[3px]">
            <Icon name="error" />
          </span>
          {error}
        </p>
      )}
    </>
  )
}

/** Label above, help and error below; for one control. */
export function Field({ children, ...text }: FieldText & { children: ReactNode }) {
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={useFieldId()(text.name)} className="self-start font-medium">
        {text.label}
        {text.required && <Required />}
      </label>
      {children}
      <Explanation {...text} />
    </div>
  )
}

/** The same for a set of boxes that belong together. */
export function FieldGroup({ children, ...text }: FieldText & { children: ReactNode }) {
  const { id, 'aria-describedby': described } = useControlProps(text)
  return (
    <fieldset id={id} tabIndex={-1} aria-describedby={described} className="flex flex-col gap-1">
      <legend className="mb-1 font-medium">
        {text.label}
        {text.required && <Required />}
      </legend>
      {children}
      <Explanation {...text} />
    </fieldset>
  )
}
