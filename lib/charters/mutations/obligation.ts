import type { z } from 'zod'
import type { Outcome, StepContext } from '@/lib/engine/procedure/feature'
import { listFeatures } from '@/lib/engine/procedure/registry'
import { json } from '@/lib/platform/db'
import { invalid } from '@/lib/platform/errors'
import { newId } from '@/lib/platform/id'
import { readTerms, termFaults, watchesOf } from '../rules/terms'
import type { changeObligationInput, dropObligationInput, ObligationInput, Terms } from '../schema'
import { charterOutcome, type CharterRecord } from './subject'

type On<Input> = StepContext<CharterRecord, Input>

/** Every step and every duty with a clock that any procedure declares. */
export function knownTerms() {
  const features = listFeatures()
  return {
    steps: new Set(features.flatMap(({ procedure }) => Object.keys(procedure.steps).map((key) => `${procedure.name}.${key}`))),
    duties: new Set(features.flatMap(({ procedure }) => Object.values(procedure.steps).flatMap((step) => (step.clocks?.starts ?? []).map(({ duty }) => duty)))),
  }
}

function checked(row: CharterRecord, input: ObligationInput): { readonly terms: Terms; readonly columns: { provisionId: string; kind: string; title: string; owedBy: string } } {
  const { provisionId, kind, title, owedBy } = input
  const terms = readTerms(input)
  const faults = termFaults(kind, terms, knownTerms())
  if (!row.provisions.some(({ id }) => id === provisionId)) faults.provisionId = 'errors.field.choose'
  if (Object.keys(faults).length > 0) throw invalid(faults)
  return { terms, columns: { provisionId, kind, title, owedBy } }
}

export async function addObligation({ tx, row, input }: On<ObligationInput>): Promise<Outcome> {
  const { terms, columns } = checked(row, input)
  const id = newId()
  await tx.obligation.create({ data: { id, charterId: row.id, key: keyOf(id), ...columns, terms: json(terms), watches: watchesOf(terms) } })
  return charterOutcome(row, { after: { obligation: id, ...columns, terms } })
}

// Stays the same in later versions of the text.
const keyOf = (id: string) => `o${id.replaceAll('-', '')}`

export async function changeObligation({ tx, row, input }: On<z.infer<typeof changeObligationInput>>): Promise<Outcome> {
  const { obligationId, ...rest } = input
  const before = row.obligations.find(({ id }) => id === obligationId)
  if (!before) throw invalid({ obligationId: 'errors.field.choose' })
  const { terms, columns } = checked(row, rest)
  await tx.obligation.update({ where: { id: before.id }, data: { ...columns, terms: json(terms), watches: watchesOf(terms) } })
  return charterOutcome(row, { before: { title: before.title, terms: before.terms }, after: { obligation: before.id, ...columns, terms } })
}

export async function dropObligation({ tx, row, input }: On<z.infer<typeof dropObligationInput>>): Promise<Outcome> {
  const before = row.obligations.find(({ id }) => id === input.obligationId)
  if (!before) throw invalid({ obligationId: 'errors.field.choose' })
  await tx.obligation.update({ where: { id: before.id }, data: { dropped: true } })
  return charterOutcome(row, { after: { obligation: before.id, title: before.title, reason: input.reason } })
}
