import { getTranslations } from 'next-intl/server'
import type { WordedField } from '@/components/procedure/step-fields'
import type { FormGroup } from '@/components/recommendations/grouped-form'
import type { FieldInput } from '@/lib/engine/procedure/form-fields'
import type { BulletinChoices } from '@/lib/bulletins/loaders'
import type { BulletinField, BulletinKind } from '@/lib/bulletins/rules/kinds'

export type Values = Readonly<Record<string, string | readonly string[] | undefined>>
type Options = WordedField['options']

const lineRows = 8

async function fields(values: Values) {
  const t = await getTranslations('bulletin.fields')
  return (name: string, input: FieldInput, required = false, options: Options = [], at = name): WordedField => ({
    name: at, input, required, options, value: values[at] ?? values[`${at}[]`], label: t(`${name}.label` as never), help: t.has(`${name}.help` as never) ? t(`${name}.help` as never) : undefined,
  })
}

async function details(kind: BulletinKind, values: Values): Promise<WordedField[]> {
  const t = await getTranslations('bulletinKinds')
  const choices = ({ key, values: given }: BulletinField): Options => given.map((value) => ({ value, label: t(`${kind.key}.fields.${key}.values.${value}` as never) }))
  return kind.fields.map((field) => ({
    name: `details.${field.key}`, input: field.input === 'choice' ? 'radio' : field.input, required: field.required, options: choices(field),
    label: t(`${kind.key}.fields.${field.key}.label` as never), value: values[`details.${field.key}`],
  }))
}

/** What is written in a bulletin of this kind; a new kind needs no form of its own. */
export async function bulletinGroups(kind: BulletinKind, choices: BulletinChoices, values: Values, hidden: Readonly<Record<string, string>>, isNew: boolean): Promise<FormGroup[]> {
  const t = await getTranslations('bulletins')
  const kinds = await getTranslations('bulletinKinds')
  const field = await fields(values)
  const lines = kind.lines ? Array.from({ length: lineRows }, (_, at): FormGroup => ({
    key: `line${at}`, title: t('line', { n: at + 1 }), folded: at > 0,
    fields: [
      field('lineTitle', 'text', at === 0, [], `lines.${at}.title`), field('ownerId', 'select', at === 0, choices.owners, `lines.${at}.ownerId`), field('dueOn', 'date', at === 0, [], `lines.${at}.dueOn`),
    ],
  })) : []
  return [
    {
      key: 'bulletin', title: kinds(`${kind.key}.name` as never), hidden,
      fields: [
        ...(kind.known && isNew ? [field('knownOn', 'date', true)] : []), field('title', 'text', true), ...(await details(kind, values)), field('content', 'long', true),
        ...(kind.cases ? [field('caseIds', 'checkbox', false, choices.caseIds)] : []),
      ],
    },
    ...lines,
    {
      key: 'readers', title: t('readers'), help: kind.named ? t('namedHelp') : t('readersHelp'),
      fields: [kind.named ? field('readerIds', 'checkbox', true, choices.readerIds) : field('readerUnitIds', 'checkbox', !kind.lines, choices.readerUnitIds)],
    },
  ]
}
