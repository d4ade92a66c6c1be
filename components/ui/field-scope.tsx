'use client'

import { createContext, useContext } from 'react'
import { fieldId } from './field-id'

/** The form around a field: two forms of one page may ask for fields of the same name. */
export const FieldScope = createContext('')

export function useFieldId(): (name: string) => string {
  const form = useContext(FieldScope)
  return (name) => fieldId(name, form)
}
