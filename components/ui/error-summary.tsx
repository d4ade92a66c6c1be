'use client'

import { useEffect, useRef } from 'react'
import { useFieldId } from './field-scope'

export type FieldError = { field?: string; text: string }

/** All that is wrong, on top of the form, each line leading to its field. */
export function ErrorSummary({ title, errors }: { title: string; errors: readonly FieldError[] }) {
  const idOf = useFieldId()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (errors.length > 0) box.current?.focus()
  }, [errors])
  if (errors.length === 0) return null
  return (
    <div ref={box} tabIndex={-1} role="alert" className="rounded-md border-2 border-red bg-surface px-4 py-3">
      <h2 className="font-semibold text-red">{title}</h2>
      <ul className="mt-1 list-disc pl-5">
        {errors.map(({ field, text }, index) => (
          <li key={index}>
            {field ? (
              <a href={`#${idOf(field)}`} className="inline-block min-h-6 text-link">
                {text}
              </a>
            ) : (
              text
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
