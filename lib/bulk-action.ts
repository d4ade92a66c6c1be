'use server'

import { refresh } from 'next/cache'
import { getTranslations } from 'next-intl/server'
import '@/lib/procedures'
import { fitted } from '@/lib/engine/procedure/fit-text'
import { takeMany, type ChosenRow } from '@/lib/engine/procedure/take-many'
import type { StepAnswer } from '@/lib/engine/procedure/take-step'
import { formToInput, textOf, typedOf } from '@/lib/platform/form'
import { findWriter } from '@/lib/platform/writer'

/** One row's end: done, or why not. `href` is missing where there is nothing to open. */
export type ManyLine = { readonly id: string; readonly label: string; readonly href: string | null; readonly done: boolean; readonly text: string }

export type ManyState = {
  readonly message?: string
  readonly signedOut?: boolean
  readonly fields?: Readonly<Record<string, string>>
  readonly typed?: Readonly<Record<string, string | string[]>>
  /** Rows that stay chosen, because nothing was tried. */
  readonly chosen?: readonly string[]
  readonly lines?: readonly ManyLine[]
  /** How many were done and how many not, in words. */
  readonly summary?: string
}

type Labelled = ChosenRow & { readonly label: string }

const longestLabel = 200

/** A box's value: id, version, request and what the row is called; the name is only said again to who sent it. */
function rowOf(value: FormDataEntryValue): Labelled {
  const [id = '', version = '', requestId = '', ...label] = typeof value === 'string' ? value.split(' ') : []
  const seen = Number(version)
  return { id, requestId, label: fitted(label.join(' ')).slice(0, longestLabel), ...(Number.isInteger(seen) && seen > 0 ? { version: seen } : {}) }
}

/** The one action for one step on many records of a list. Each row is checked and taken as if it were sent alone. */
export async function submitMany(_: ManyState, form: FormData): Promise<ManyState> {
  const t = await getTranslations()
  const rows = form.getAll('$row').map(rowOf)
  const kept = { typed: typedOf(form), chosen: rows.map(({ id }) => id) }
  const { actor, refused } = await findWriter()
  if (!actor) return { ...kept, message: t((refused.reason ?? `errors.${refused.code}`) as never), signedOut: refused.code === 'signedOut' }
  const step = textOf(form, '$step') ?? ''
  const answer = await takeMany(actor, step, rows.map(({ label: _label, ...row }) => row), formToInput(form))
  if (!answer.ok) {
    const fields = Object.fromEntries(Object.entries(answer.fields ?? {}).map(([name, key]) => [name, t(key as never)]))
    return { ...kept, message: t(answer.reason as never), fields }
  }
  const labels = new Map(rows.map(({ id, label }) => [id, label]))
  const lines = await Promise.all(answer.rows.map(async ({ id, href, answer: one }) => ({
    id, label: labels.get(id) ?? '', done: one.ok, href: one.ok || one.code !== 'notFound' ? href : null, text: await wordsOf(step, one),
  })))
  refresh()
  const done = lines.filter((line) => line.done).length
  const failed = lines.length - done
  return { lines, summary: t('procedure.many.summary', { step: t(`${step}.name` as never), done, failed }), ...(failed > 0 ? { typed: kept.typed } : {}) }
}

async function wordsOf(step: string, answer: StepAnswer): Promise<string> {
  const t = await getTranslations()
  if (answer.ok) return t('procedure.many.done')
  const faults = Object.entries(answer.fields ?? {})
  if (faults.length > 0)
    return faults.map(([name, key]) => t('procedure.many.fault', { field: t(`${step.split('.')[0]}.fields.${name}.label` as never), text: t(key as never) })).join('')
  const why = `procedure.many.why.${answer.code}`
  return t((answer.reason ?? (t.has(why as never) ? why : `errors.${answer.code}`)) as never, (answer.params ?? {}) as never)
}
