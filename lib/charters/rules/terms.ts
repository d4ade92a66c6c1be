import type { FieldErrors } from '@/lib/platform/errors'
import { readKeeper } from './keepers'
import type { ObligationInput, ObligationKind, Terms } from '../schema'

/** One of the alternatives a kind may be filled in by. */
const needs: Readonly<Record<ObligationKind, readonly (readonly (keyof Terms)[])[]>> = {
  recurring: [['cycle']],
  event: [['duty'], ['startStep', 'amount', 'unit']],
  designation: [['amount', 'unit']],
  gate: [['effect'], ['startStep', 'keptBy']],
  right: [['effect'], ['startStep']],
  visibility: [['effect']],
  indicator: [['duty']],
}

/** What is missing or names no step or duty there is, by field. */
export function termFaults(kind: ObligationKind, terms: Terms, known: { readonly steps: ReadonlySet<string>; readonly duties: ReadonlySet<string> }): FieldErrors {
  const faults: FieldErrors = {}
  const ways = needs[kind]
  const filled = ways.find((way) => way.every((field) => terms[field] !== undefined))
  // The last way is the general one: its fields are what the form asks for.
  if (!filled) for (const field of ways.at(-1)!) if (terms[field] === undefined) faults[field] = 'errors.field.required'
  for (const field of ['startStep', 'keptBy'] as const) if (terms[field] && !known.steps.has(terms[field])) faults[field] = 'errors.field.choose'
  if (terms.duty && !known.duties.has(terms.duty)) faults.duty = 'errors.field.choose'
  if (kind === 'gate' && terms.startStep && terms.startStep === terms.keptBy) faults.keptBy = 'charters.refuse.gateItself'
  return faults
}

/** The terms in what a form sends: the step that keeps it and its occasion come as one choice. */
export function readTerms({ provisionId: _provision, kind: _kind, title: _title, owedBy: _owedBy, keptBy, ...terms }: ObligationInput): Terms {
  return keptBy === undefined ? terms : { ...terms, ...readKeeper(keptBy) }
}

/** Steps whose taking may concern it. */
export const watchesOf = ({ startStep, keptBy }: Terms): string[] => [...new Set([startStep, keptBy].filter((step) => step !== undefined))]
