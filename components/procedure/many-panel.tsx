import { randomUUID } from 'node:crypto'
import { getTranslations } from 'next-intl/server'
import type { Option } from '@/components/ui/field'
import type { Pick } from '@/components/ui/table-view'
import type { OfferedMany } from '@/lib/engine/procedure/offer-many'
import { ManyForm } from './many-form'
import { stepWords, wordedFields } from './step-words'

const formOf = ({ name }: OfferedMany) => `many-${name.replace('.', '-')}`

/** The boxes of a list's rows: each carries the version seen and a request of its own, made as the page is drawn. */
export async function picksFor<Row extends { readonly id: string }>(many: readonly OfferedMany[], labelOf: (row: Row) => string) {
  const t = await getTranslations('procedure.many')
  const boxes = new Map(many.flatMap((step) => step.rows.map((row) => [row.id, { ...row, form: formOf(step), requestId: randomUUID() }] as const)))
  return {
    head: t('choose'),
    of: (row: Row): Pick | undefined => {
      const box = boxes.get(row.id)
      return box && { form: box.form, name: '$row', value: [box.id, box.version, box.requestId, labelOf(row)].join(' '), label: t('chooseRow', { title: labelOf(row) }) }
    },
  }
}

const upTo = (most: number, words: (n: number) => string) => Array.from({ length: most + 1 }, (_, n) => words(n))

/** 批量办理, below the rows it is about: what is asked once for all of them, one button, and afterwards each row's result. */
export async function ManyPanels({ many, shown, options, defaults = {} }: {
  many: readonly OfferedMany[]
  /** How many rows the page shows. */
  shown: number
  options?: Readonly<Record<string, readonly Option[]>>
  defaults?: Readonly<Record<string, Readonly<Record<string, string>>>>
}) {
  const t = await getTranslations()
  return Promise.all(many.map(async (step) => (
    <ManyForm
      key={step.name}
      id={formOf(step)}
      step={step.name}
      size={step.rows.length}
      fields={await wordedFields(step.procedure, step.fields, options, defaults[step.key])}
      words={{
        ...(await stepWords(step.procedure, step.key)),
        title: t('procedure.many.title', { step: t(`${step.name}.name` as never) }),
        open: t('procedure.many.open', { n: step.rows.length }),
        all: t('procedure.many.all'),
        none: t('procedure.many.clear'),
        toForm: t('procedure.many.toForm', { step: t(`${step.name}.name` as never) }),
        chosen: upTo(step.rows.length, (n) => t('procedure.many.chosen', { n })),
        buttons: upTo(step.rows.length, (n) => (n === 0 ? t(`${step.name}.button` as never) : t('procedure.many.button', { step: t(`${step.name}.button` as never), n }))),
        will: upTo(step.rows.length, (n) => t('procedure.many.will', { step: t(`${step.name}.name` as never), n })),
        alone: t(`${step.name}.alone` as never),
        rest: shown > step.rows.length ? t('procedure.many.rest', { n: shown - step.rows.length }) : null,
        notDone: t('procedure.many.notDone'),
      }}
    />
  )))
}
