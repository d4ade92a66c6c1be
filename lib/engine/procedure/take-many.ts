import { log } from '@/lib/platform/log'
import type { Actor } from '@/lib/platform/scope'
import type { FieldErrors } from '@/lib/platform/errors'
import { fieldErrors } from './field-errors'
import { findStep } from './registry'
import { takeStep, type StepAnswer, type StepRequest } from './take-step'

/** More than one page of a list holds is nobody's choice of rows. */
export const mostAtOnce = 50

export type ChosenRow = { readonly id: string } & StepRequest

/** Either nothing was tried, and why; or each row with its own answer, in the order chosen. */
export type ManyAnswer =
  | { readonly ok: false; readonly reason: string; readonly fields?: FieldErrors }
  | { readonly ok: true; readonly rows: readonly { readonly id: string; readonly href: string; readonly answer: StepAnswer }[] }

/**
 * One step on many records: each in a transaction of its own, with its own checks and its own request, so that one refusal
 * holds up no other row. What is shared is read once before anything is tried.
 */
export async function takeMany(actor: Actor, name: string, chosen: readonly ChosenRow[], input: Readonly<Record<string, unknown>>): Promise<ManyAnswer> {
  const known = findStep(name)
  const shared = known?.step.bulk?.shared
  if (!known || !shared || Object.keys(input).some((field) => !shared.includes(field))) return { ok: false, reason: 'errors.refused' }
  const rows = [...new Map(chosen.map((row) => [row.id, row])).values()]
  if (rows.length === 0) return { ok: false, reason: 'procedure.many.none' }
  if (rows.length > mostAtOnce) return { ok: false, reason: 'procedure.many.tooMany' }
  const parsed = known.step.input.strict().safeParse(input)
  if (!parsed.success) return { ok: false, reason: 'errors.invalid', fields: fieldErrors(parsed.error) }
  const answers = []
  for (const { id, ...request } of rows) answers.push({ id, href: known.feature.href(id), answer: await takeOne(actor, name, id, input, request) })
  return { ok: true, rows: answers }
}

/** What broke on one row is unsure for that row alone. */
async function takeOne(actor: Actor, name: string, id: string, input: unknown, request: StepRequest): Promise<StepAnswer> {
  try {
    return await takeStep(actor, name, id, input, request)
  } catch (error) {
    log('error', 'step.broken', { step: name, error: error instanceof Error ? error.name : typeof error })
    return { ok: false, code: 'unsure' }
  }
}
