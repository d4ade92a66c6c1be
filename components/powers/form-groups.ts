import { getTranslations } from 'next-intl/server'
import type { WordedField } from '@/components/procedure/step-fields'
import type { FormGroup } from '@/components/recommendations/grouped-form'
import type { Option } from '@/components/ui/field'
import type { FieldInput } from '@/lib/engine/procedure/form-fields'
import { endGrounds, powerKinds, powerRoles, settlements } from '@/lib/powers/schema'

export type Values = Readonly<Record<string, string | readonly string[] | undefined>>

async function worded(values: Values) {
  const t = await getTranslations('powerItem.fields')
  return (name: string, input: FieldInput, required = false, options: readonly Option[] = []): WordedField => ({
    name, input, required, options, value: values[name] ?? values[`${name}[]`], label: t(`${name}.label` as never), help: t.has(`${name}.help` as never) ? t(`${name}.help` as never) : undefined,
  })
}

async function choices() {
  const words = await getTranslations('powerItem.values')
  return <Value extends string>(name: 'role' | 'powers' | 'result' | 'ground', list: readonly Value[]): Option[] => list.map((value) => ({ value, label: words(`${name}.${value}` as never) }))
}

/** What an entry says, in any version. */
async function writing(values: Values): Promise<{ entry: WordedField[]; duty: WordedField[]; days: WordedField[] }> {
  const [field, of] = [await worded(values), await choices()]
  return {
    entry: [field('matter', 'text', true), field('role', 'radio', true, of('role', powerRoles)), field('powers', 'checkbox', true, of('powers', powerKinds))],
    duty: [field('duty', 'long', true), field('basis', 'long', true), field('source', 'text')],
    days: [field('fromOn', 'date', true), field('toOn', 'date')],
  }
}

/** A new entry: of the own body, or for the law office of any body of the place. */
export async function registerGroups(values: Values, units: readonly Option[], domains: readonly string[]): Promise<FormGroup[]> {
  const t = await getTranslations('powers.form')
  const names = await getTranslations('domains')
  const [field, { entry, duty, days }] = [await worded(values), await writing(values)]
  return [
    {
      key: 'entry', title: t('entry'),
      fields: [
        ...(units.length > 0 ? [field('unitId', 'select', true, units)] : []), field('domain', 'select', true, domains.map((value) => ({ value, label: names(value as never) }))), ...entry,
      ],
    },
    { key: 'duty', title: t('duty'), fields: duty }, { key: 'days', title: t('days'), fields: days },
  ]
}

export async function reviseGroups(values: Values): Promise<FormGroup[]> {
  const t = await getTranslations('powers.form')
  const [field, { entry, duty, days }] = [await worded(values), await writing(values)]
  return [
    { key: 'entry', title: t('entry'), fields: entry }, { key: 'duty', title: t('duty'), fields: duty }, { key: 'days', title: t('days'), fields: days },
    { key: 'why', title: t('why'), fields: [field('reason', 'long', true)] },
  ]
}

/** The conclusion first; what it takes to change or to end folds open. */
export async function settleGroups(values: Values, paper: boolean): Promise<FormGroup[]> {
  const t = await getTranslations('powers.form')
  const [field, of] = [await worded(values), await choices()]
  return [
    { key: 'conclusion', title: t('conclusion'), fields: [field('result', 'radio', true, of('result', settlements)), field('reason', 'long', true)] },
    {
      key: 'changes', title: t('changes'), help: t('changesHelp'), folded: true,
      fields: [field('fromOn', 'date'), field('matter', 'text'), field('role', 'select', false, of('role', powerRoles)), field('duty', 'long'), field('basis', 'long')],
    },
    { key: 'ending', title: t('ending'), help: t('endingHelp'), folded: true, fields: [field('ground', 'select', false, of('ground', endGrounds)), field('lastOn', 'date')] },
    ...(paper ? [{ key: 'paper', title: t('paper'), fields: [field('settledOn', 'date', true), field('signerName', 'text', true), field('scanFileId', 'file', true)] }] : []),
  ]
}
