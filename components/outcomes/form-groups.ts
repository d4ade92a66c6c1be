import { getTranslations } from 'next-intl/server'
import type { WordedField } from '@/components/procedure/step-fields'
import type { FormGroup } from '@/components/recommendations/grouped-form'
import type { Option } from '@/components/ui/field'
import type { FieldInput } from '@/lib/engine/procedure/form-fields'
import type { NewOutcomeView } from '@/lib/outcomes/loaders'
import type { OutcomeKind } from '@/lib/outcomes/rules/kinds'

type Values = Readonly<Record<string, string | readonly string[] | undefined>>
const longest = 60

/** The form of a kind follows from what the kind measures and what proves it. */
export async function enterGroups(kind: OutcomeKind, demands: NewOutcomeView['demands'], values: Values, hidden: Readonly<Record<string, string>>): Promise<FormGroup[]> {
  const t = await getTranslations('outcomes')
  const fields = await getTranslations('outcome.fields')
  const words = await getTranslations('outcomeKinds')
  const field = (name: string, input: FieldInput, required = false, more: { readonly label?: string; readonly help?: string; readonly options?: readonly Option[] } = {}): WordedField => ({
    name, input, required, options: more.options ?? [], value: values[name], label: more.label ?? fields(`${name}.label` as never),
    help: more.help ?? (fields.has(`${name}.help` as never) ? fields(`${name}.help` as never) : undefined),
  })
  const amount = field('amount', 'text', true, { label: t('amountIn', { unit: words(`units.${kind.unit}`) }), help: t(kind.scale > 0 ? 'amountFine' : 'amountWhole') })
  const day = field('achievedOn', 'date', true)
  const proof = field('fileIds', 'files', true, { label: words(`proofs.${kind.proof}`) })
  const own = {
    amount: [amount, day, ...(kind.proof === 'pair' ? [field('beforeFileId', 'file', true)] : []), proof],
    points: [field('points', 'long', true)],
    measure: kind.entry === 'measure' ? [field('measure', 'long', true, { label: words(`${kind.key}.measure` as never) }), field('basis', 'text', true, { label: words(`${kind.key}.basis` as never) }), day, proof] : [],
  }[kind.entry]
  const demand = demands.map(({ id, ordinal, measure }) => ({ value: id, label: `${ordinal}. ${measure.slice(0, longest)}` }))
  return [{
    key: 'outcome', title: t('facts'), hidden,
    fields: [field('title', 'text', true), ...(demand.length > 0 ? [field('demandId', 'select', false, { options: demand })] : []), ...own, field('note', 'long')],
  }]
}
