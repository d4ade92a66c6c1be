import { getTranslations } from 'next-intl/server'
import type { WordedField } from '@/components/procedure/step-fields'
import type { FormGroup } from '@/components/recommendations/grouped-form'
import type { Option } from '@/components/ui/field'
import type { FieldInput } from '@/lib/engine/procedure/form-fields'

export type Values = Readonly<Record<string, string | readonly string[] | undefined>>

async function worded(values: Values) {
  const t = await getTranslations('caseFamily.fields')
  return (name: string, input: FieldInput, options: readonly Option[] = [], called = name, required = true): WordedField => ({
    name, input, required, options, value: values[name], label: t(`${called}.label` as never), help: t.has(`${called}.help` as never) ? t(`${called}.help` as never) : undefined,
  })
}

/** A family: its cases and what they have in common. */
export async function familyGroups(cases: readonly Option[], leads: readonly Option[], values: Values, hidden: Readonly<Record<string, string>>): Promise<FormGroup[]> {
  const t = await getTranslations('caseFamilies')
  const field = await worded(values)
  return [
    { key: 'cases', title: t('cases'), hidden, fields: [field('caseIds', 'checkbox', cases)] },
    { key: 'common', title: t('levelFamily'), fields: [field('title', 'text'), field('cause', 'long'), field('demand', 'long'), field('leadId', 'select', leads)] },
  ]
}

export async function addingGroups(cases: readonly Option[], values: Values): Promise<FormGroup[]> {
  const t = await getTranslations('caseFamilies')
  return [{ key: 'cases', title: t('cases'), fields: [(await worded(values))('caseIds', 'checkbox', cases)] }]
}

export async function revisionGroups(values: Values): Promise<FormGroup[]> {
  const t = await getTranslations('caseFamilies')
  const field = await worded(values)
  return [{ key: 'common', title: t('levelFamily'), fields: [field('cause', 'long'), field('demand', 'long'), field('reason', 'long')] }]
}

/** 治理意见: the words of the family are taken as they stand. */
export async function opinionGroups(cases: readonly Option[], readers: readonly Option[], values: Values): Promise<FormGroup[]> {
  const t = await getTranslations('caseFamilies')
  const field = await worded(values)
  return [
    { key: 'opinion', title: t('raiseGroup'), help: t('raiseHelp'), fields: [field('title', 'text'), field('content', 'long'), field('caseIds', 'checkbox', cases, 'namedIds', false)] },
    { key: 'readers', title: t('raiseReaders'), fields: [field('readerUnitIds', 'checkbox', readers)] },
  ]
}
