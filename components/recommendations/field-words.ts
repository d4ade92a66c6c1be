import { getTranslations } from 'next-intl/server'
import type { WordedField } from '@/components/procedure/step-fields'
import type { FieldInput } from '@/lib/engine/procedure/form-fields'

export type FieldValue = string | readonly string[] | undefined
type Named = {
  readonly input?: FieldInput
  readonly required?: boolean
  readonly value?: FieldValue
  /** Path in the form where it differs from the field's own name. */
  readonly at?: string
  readonly values?: readonly string[]
  readonly options?: WordedField['options']
  readonly label?: string
  readonly help?: string
}

/** Words a field of a letter's form in the person's language. */
export async function fieldWords() {
  const t = await getTranslations('recommendation')
  return (key: string, { input = 'text', required = false, value, at = key, values = [], options, label, help }: Named = {}): WordedField => ({
    name: at, input, required, value,
    label: label ?? t(`fields.${key}.label` as never),
    help: help ?? (t.has(`fields.${key}.help` as never) ? t(`fields.${key}.help` as never) : undefined),
    options: options ?? values.map((each) => ({ value: each, label: t(`values.${key}.${each}` as never) })),
  })
}
