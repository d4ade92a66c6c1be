import { getTranslations } from 'next-intl/server'
import type { WordedField } from '@/components/procedure/step-fields'
import type { FormGroup } from '@/components/recommendations/grouped-form'
import type { Option } from '@/components/ui/field'
import { listComma } from '@/components/ui/list-comma'
import type { FieldInput } from '@/lib/engine/procedure/form-fields'
import { seasons, type KindEntry, type KindField, type UndertakingKind } from '@/lib/undertakings/rules/kinds'
import { checks } from '@/lib/undertakings/rules/marks'

type Value = string | readonly string[] | undefined
export type Values = Readonly<Record<string, Value>>

async function worded(values: Values) {
  const t = await getTranslations('undertaking.fields')
  return (name: string, input: FieldInput, required = false, options: readonly Option[] = []): WordedField => ({
    name, input, required, options, value: values[name], label: t(`${name}.label` as never), help: t.has(`${name}.help` as never) ? t(`${name}.help` as never) : undefined,
  })
}

const inputOf: Readonly<Record<KindField['input'], FieldInput>> = { text: 'text', long: 'long', date: 'date', number: 'number', year: 'number', season: 'select' }

async function details(path: string, fields: readonly KindField[], values: Values): Promise<WordedField[]> {
  const t = await getTranslations('undertakingKinds')
  const topics = seasons.map((key) => ({ value: key, label: t(`seasons.${key}` as never) }))
  return fields.map(({ key, input, required }) => ({
    name: `details.${key}`, input: inputOf[input], required, options: input === 'season' ? topics : [], label: t(`${path}.${key}` as never), value: values[`details.${key}`],
  }))
}

/** The plan of this kind; a new kind needs no form of its own. */
export async function planGroups(kind: UndertakingKind, values: Values, invitees: readonly Option[], hidden: Readonly<Record<string, string>>): Promise<FormGroup[]> {
  const t = await getTranslations('undertakings')
  const field = await worded(values)
  return [
    {
      key: 'plan', title: t('plan'), hidden,
      fields: [
        field('title', 'text', true), field('content', 'long', true), ...(await details(`${kind.key}.fields`, kind.fields, values)),
        ...(kind.period ? [field('startsOn', 'date', true), field('endsOn', 'date', true)] : []), field('fileIds', 'files'),
      ],
    },
    ...(invitees.length > 0 ? [{ key: 'parts', title: t('parts'), fields: [field('inviteeIds', 'checkbox', false, invitees)] }] : []),
  ]
}

/** One entry of the log; where it led and the task that follows are folded away. */
export async function entryGroups(kind: UndertakingKind, entry: KindEntry, values: Values, links: readonly Option[], owners: readonly Option[]): Promise<FormGroup[]> {
  const t = await getTranslations('undertakings')
  const kinds = await getTranslations('undertakingKinds')
  const field = await worded(values)
  return [
    {
      key: 'entry', title: kinds(`${kind.key}.entries.${entry.key}.name` as never), hidden: { entry: entry.key },
      fields: [field('happenedOn', 'date', true), ...(await details(`${kind.key}.entries.${entry.key}.fields`, entry.fields, values)), field('text', 'long', true), field('fileIds', 'files', entry.file)],
    },
    { key: 'more', title: t('more'), folded: true, fields: [field('link', 'select', false, links), field('taskTitle', 'text'), field('taskOwnerId', 'select', false, owners), field('taskDueOn', 'date')] },
  ]
}

/** The end: a result, the report, what the kind wants besides. */
export async function endGroups(kind: UndertakingKind, values: Values, open: number): Promise<FormGroup[]> {
  const t = await getTranslations('undertakings')
  const kinds = await getTranslations('undertakingKinds')
  const comma = await listComma()
  const field = await worded(values)
  const outcomes = kind.end.outcomes.map(({ key }) => ({ value: key, label: kinds(`${kind.key}.outcomes.${key}` as never) }))
  const needed = kind.end.needs.map((key) => kinds(`${kind.key}.entries.${key}.name` as never))
  return [{
    key: 'end', title: t('end'), ...(needed.length > 0 ? { help: t('endShows', { names: needed.join(comma) }) } : {}),
    fields: [
      field('outcome', 'radio', true, outcomes), field('report', 'long', true), ...(await details(`${kind.key}.endFields`, kind.end.fields, values)),
      ...(open > 0 ? [field('openReason', 'long', true)] : []), field('fileIds', 'files', kind.end.file),
    ],
  }]
}

/** One file as one reviewer finds it. */
export async function readingGroups(values: Values, targets: readonly Option[]): Promise<FormGroup[]> {
  const t = await getTranslations('undertakings')
  const kinds = await getTranslations('undertakingKinds')
  const field = await worded(values)
  const faults = checks.map(({ key, points, veto }) => ({ value: key, label: `${kinds(`checks.${key}` as never)} · ${veto ? t('veto') : t('points', { points })}` }))
  return [{ key: 'reading', title: t('filesDrawn'), fields: [field('targetId', 'select', true, targets), field('faults', 'checkbox', false, faults), field('comment', 'long', true)] }]
}
