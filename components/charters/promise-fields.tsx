import { randomUUID } from 'node:crypto'
import { getTranslations } from 'next-intl/server'
import { typedBefore } from '@/components/procedure/drafts'
import type { WordedField } from '@/components/procedure/step-fields'
import { stepWords } from '@/components/procedure/step-words'
import type { Option } from '@/components/ui/field'
import { wayOf, seenEffects, type WayKey } from '@/lib/charters/rules/ways'
import { cycleKeys, lengthUnits, owingGroups, type Terms } from '@/lib/charters/schema'
import { articleOptions, termOptions } from './choices'
import { PromiseForm } from './promise-form'

type Given = {
  readonly step: 'addObligation' | 'changeObligation'
  readonly way: WayKey
  readonly charter: { readonly id: string; readonly version: number; readonly provisions: Parameters<typeof articleOptions>[0] }
  readonly choices: { readonly steps: readonly string[]; readonly duties: readonly string[] }
  readonly values: Readonly<Record<string, string>>
  readonly hidden?: Readonly<Record<string, string>>
}

/** The form of one way of wording a promise; the same for a new one and for one that is changed. */
export async function PromiseFields({ step, way, charter, choices, values, hidden = {} }: Given) {
  const t = await getTranslations('charters')
  const words = await getTranslations('charter')
  const units = await getTranslations('charter.values.unit')
  const { kind, fixed, asks, needs } = wayOf(way)
  const typed = { ...values, ...(await typedBefore(`charter.${step}`, charter.id)) }
  const terms = await termOptions(choices, [values.startStep, values.keptBy].filter((each) => each !== undefined))
  const field = (name: string, input: WordedField['input'], required: boolean, options: readonly Option[] = [], help?: string): WordedField => {
    const own = `fields.${name}.help`
    return { name, input, required, options, label: words(`fields.${name}.label` as never), help: help ?? (words.has(own as never) ? words(own as never) : undefined), value: typed[name] }
  }
  const asked: Readonly<Partial<Record<keyof Terms, (required: boolean) => WordedField>>> = {
    cycle: (required) => field('cycle', 'radio', required, cycleKeys.map((value) => ({ value, label: t(`cycles.${value}`) }))),
    dueDays: (required) => field('dueDays', 'number', required),
    startStep: (required) => field('startStep', 'select', required, terms.steps),
    amount: (required) => field('amount', 'number', required),
    unit: (required) => field('unit', 'radio', required, lengthUnits.map((value) => ({ value, label: units(value) }))),
    keptBy: (required) => field('keptBy', 'select', required, terms.keepers, required ? t('keptBefore') : undefined),
    byAnyone: (required) => field('byAnyone', 'checkbox', required),
    duty: (required) => field('duty', 'select', required, terms.duties),
    effect: (required) => field('effect', 'radio', required, seenEffects.map((value) => ({ value, label: t(`effects.${value}`) }))),
  }
  return (
    <PromiseForm
      target={{ step: `charter.${step}`, id: charter.id, version: charter.version, requestId: randomUUID() }}
      words={await stepWords('charter', step)}
      fixed={{ kind, ...Object.fromEntries(Object.entries(fixed).map(([name, value]) => [name, String(value)])), ...hidden }}
      looking={{ button: t('preview.button'), title: t('preview.title') }}
      fields={[
        field('provisionId', 'select', true, articleOptions(charter.provisions)), field('title', 'text', true, [], t('titleExample', { example: t(`ways.${way}.example`) })),
        field('owedBy', 'select', true, owingGroups.map((value) => ({ value, label: t(`groups.${value}`) }))),
        ...asks.flatMap((name) => asked[name]?.(needs.includes(name)) ?? []),
      ]}
    />
  )
}
