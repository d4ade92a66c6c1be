import { getTranslations } from 'next-intl/server'
import type { Option } from '@/components/ui/field'
import type { FormField } from '@/lib/engine/procedure/form-fields'
import type { WordedField } from './step-fields'
import type { StepFormWords } from './step-form'

/** The words around a step's form; `consequence` beats the general one of the messages. */
export async function stepWords(procedure: string, step: string, consequence?: string): Promise<StepFormWords> {
  const t = await getTranslations()
  const key = `${procedure}.${step}`
  const general = `${key}.consequence`
  return {
    button: t(`${key}.button` as never),
    pending: t('common.form.pending'),
    consequence: consequence ?? (t.has(general as never) ? t(general as never) : undefined),
    errorTitle: t('procedure.errorTitle'),
    empty: t('common.form.choose'),
    signIn: t('procedure.signIn'),
    prove: { title: t('procedure.prove.title'), help: t('procedure.prove.help'), password: t('procedure.prove.password'), code: t('procedure.prove.code') },
    draft: { saving: t('common.draft.saving'), saved: t('common.draft.saved'), failed: t('common.draft.failed') },
  }
}

/** A step's fields in the person's language, with the choices the page supplies. */
export async function wordedFields(
  procedure: string,
  fields: readonly FormField[],
  options: Readonly<Record<string, readonly Option[]>> = {},
  values: Readonly<Record<string, string | readonly string[]>> = {},
): Promise<WordedField[]> {
  const t = await getTranslations()
  return fields.filter(({ input }) => input !== 'group').map((field) => {
    const help = `${procedure}.fields.${field.name}.help`
    return {
      name: field.name,
      input: field.input,
      required: field.required,
      label: t(`${procedure}.fields.${field.name}.label` as never),
      help: t.has(help as never) ? t(help as never) : undefined,
      options: field.options
        ? (options[field.options] ?? [])
        : field.values.map((value) => ({ value, label: t(`${procedure}.values.${field.name}.${value}` as never) })),
      value: values[field.name],
    }
  })
}
