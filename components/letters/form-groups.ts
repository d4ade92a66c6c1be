import { getTranslations } from 'next-intl/server'
import type { FormGroup } from '@/components/recommendations/grouped-form'
import type { WordedField } from '@/components/procedure/step-fields'
import type { FieldInput } from '@/lib/engine/procedure/form-fields'
import type { LetterField, LetterKind } from '@/lib/letters/rules'

type Value = string | readonly string[] | undefined
export type Values = Readonly<Record<string, Value>>
type Options = WordedField['options']

async function fields(values: Values) {
  const t = await getTranslations('letter.fields')
  return (name: string, input: FieldInput, required = false, options: Options = []): WordedField => ({
    name, input, required, options, value: values[name], label: t(`${name}.label` as never), help: t.has(`${name}.help` as never) ? t(`${name}.help` as never) : undefined,
  })
}

async function details(kind: LetterKind, part: 'fields' | 'answerFields', values: Values): Promise<WordedField[]> {
  const t = await getTranslations('letterKinds')
  return kind[part].map(({ key, input, required }: LetterField) => ({
    name: `details.${key}`, input, required, options: [], label: t(`${kind.key}.${part}.${key}.label` as never), value: values[`details.${key}`],
  }))
}

/** What is written in a letter of this kind; a new kind needs no form of its own. */
export async function letterGroups(kind: LetterKind, values: Values, hidden: Readonly<Record<string, string>>): Promise<FormGroup[]> {
  const t = await getTranslations('letters')
  const kinds = await getTranslations('letterKinds')
  const field = await fields(values)
  const sample = { title: kinds(`${kind.key}.sample.title` as never), content: kinds(`${kind.key}.sample.content` as never) }
  return [{
    key: 'letter', title: kinds(`${kind.key}.name` as never), help: `${t('sample')}：${sample.title}。${sample.content}`, hidden,
    fields: [
      field('title', 'text', true), ...(await details(kind, 'fields', values)), field('content', 'long', true),
      ...(kind.points === 'none' ? [] : [field('points', 'long', kind.points === 'required')]), field('answerDays', 'number'), field('fileIds', 'files'),
    ],
  }]
}

/** 代录: of whom, under which number, when, signed by whom, with the scan. */
export async function paperGroup(values: Values, senders: Options): Promise<FormGroup> {
  const t = await getTranslations('letters')
  const field = await fields(values)
  return {
    key: 'paper', title: t('enterTitle'),
    fields: [field('senderId', 'select', true, senders), field('number', 'text', true), field('issuedOn', 'date', true), field('receivedOn', 'date', true), field('signerName', 'text', true), field('scanFileId', 'file', true)],
  }
}

/** The answer: a result, each point by itself, what the kind wants besides. */
export async function answerGroups(kind: LetterKind, points: readonly string[], values: Values, onPaper: boolean): Promise<FormGroup[]> {
  const t = await getTranslations('letters')
  const kinds = await getTranslations('letterKinds')
  const field = await fields(values)
  const outcomes = kind.outcomes.map(({ key }) => ({ value: key, label: kinds(`${kind.key}.outcomes.${key}` as never) }))
  return [
    { key: 'answer', title: t('answerTitle'), fields: [field('outcome', 'radio', true, outcomes), field('answer', 'long', true), ...(await details(kind, 'answerFields', values))] },
    ...points.map((point, index): FormGroup => ({
      key: `point${index}`, title: `${index + 1}. ${point}`, hidden: { [`pointAnswers.${index}.ordinal`]: String(index + 1) },
      fields: [{ name: `pointAnswers.${index}.text`, input: 'long', required: true, options: [], label: t('pointAnswer'), value: values[`pointAnswers.${index}.text`] }],
    })),
    { key: 'files', title: t('files'), fields: [field('fileIds', 'files', kind.answerFile && !onPaper)] },
    ...(onPaper ? [{ key: 'paper', title: t('facts.onPaper'), fields: [field('number', 'text', true), field('answeredOn', 'date', true), field('signerName', 'text', true), field('scanFileId', 'file', true)] }] : []),
  ]
}
