import { getTranslations } from 'next-intl/server'
import type { WordedField } from '@/components/procedure/step-fields'
import type { FormGroup } from '@/components/recommendations/grouped-form'
import type { Option } from '@/components/ui/field'
import type { FieldInput } from '@/lib/engine/procedure/form-fields'
import type { DataKind } from '@/lib/exchange/rules'
import { cycles, forms, sensitivities } from '@/lib/exchange/schema/item'
import { unitKinds } from '@/lib/platform/roles'

export type Values = Readonly<Record<string, string | readonly string[] | undefined>>

async function worded(procedure: 'dataItem' | 'dataRequest', values: Values) {
  const t = await getTranslations(`${procedure}.fields`)
  return (name: string, input: FieldInput, required = false, options: readonly Option[] = []): WordedField => ({
    name, input, required, options, value: values[name] ?? values[`${name}[]`], label: t(`${name}.label` as never), help: t.has(`${name}.help` as never) ? t(`${name}.help` as never) : undefined,
  })
}

/** An entry of this kind; the bodies it is usually open to are ticked. */
export async function itemGroups(kind: DataKind, values: Values, hidden: Readonly<Record<string, string>>): Promise<FormGroup[]> {
  const t = await getTranslations('exchange')
  const words = await getTranslations('dataItem.values')
  const bodies = await getTranslations('units.kinds')
  const field = await worded('dataItem', { openTo: kind.openTo, ...values })
  const options = <Value extends string>(name: 'cycle' | 'form' | 'sensitivity', list: readonly Value[]) => list.map((value) => ({ value, label: words(`${name}.${value}` as never) }))
  return [
    {
      key: 'item', title: t('item'), hidden,
      fields: [
        field('title', 'text', true), field('content', 'long', true), field('fields', 'long', true), field('cycle', 'select', true, options('cycle', cycles)),
        field('form', 'radio', true, options('form', forms)), field('contact', 'text', true),
      ],
    },
    {
      key: 'open', title: t('openness'),
      fields: [
        field('openTo', 'checkbox', true, unitKinds.map((value) => ({ value, label: bodies(value) }))), field('sensitivity', 'radio', true, options('sensitivity', sensitivities)), field('limits', 'long'),
      ],
    },
  ]
}

/** Asking for an entry: first what for. */
export async function askGroups(itemId: string, kind: DataKind, values: Values, links: readonly Option[]): Promise<FormGroup[]> {
  const t = await getTranslations('exchange')
  const field = await worded('dataRequest', values)
  return [{
    key: 'ask', title: t('request'), ...(kind.matter ? { help: t('matterNeeded') } : {}), hidden: { itemId },
    fields: [field('purpose', 'long', true), field('wanted', 'long', true), ...(links.length > 0 ? [field('link', 'select', false, links)] : []), field('matter', 'text')],
  }]
}
