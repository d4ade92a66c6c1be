import type { z } from 'zod'
import type { Outcome } from '@/lib/engine/procedure/feature'
import { dateColumn } from '@/lib/platform/clock'
import { invalid } from '@/lib/platform/errors'
import { checksOf } from '../data/row'
import type { confirmByCheckInput, confirmInput, rejectInput } from '../schema'
import { answered } from './points'
import { requireImpersonal, resultOf, type On } from './subject'

/** By another person, on the proof. */
export async function confirm({ tx, actor, row, input, today }: On<z.infer<typeof confirmInput>>): Promise<Outcome> {
  const { confirmation } = input
  requireImpersonal({ confirmation })
  await tx.outcome.update({ where: { id: row.id }, data: { confirmation, confirmedById: actor.userId, confirmedOn: dateColumn(today) } })
  return resultOf(row, { ...answered(row), after: { amount: row.amount?.toString(), confirmation } })
}

/** By what a check on the ground found (办案规则 77); two people were there. */
export async function confirmByCheck({ tx, actor, row, input }: On<z.infer<typeof confirmByCheckInput>>): Promise<Outcome> {
  const { checkId, confirmation } = input
  requireImpersonal({ confirmation })
  const check = (await checksOf(tx, row)).find(({ id }) => id === checkId)
  if (!check) throw invalid({ checkId: 'errors.field.choose' })
  await tx.outcome.update({ where: { id: row.id }, data: { confirmation, checkId, confirmedById: actor.userId, confirmedOn: check.checkedOn } })
  return resultOf(row, { ...answered(row), after: { amount: row.amount?.toString(), checkId } })
}

export async function reject({ tx, row, input }: On<z.infer<typeof rejectInput>>): Promise<Outcome> {
  await tx.outcome.update({ where: { id: row.id }, data: { confirmation: input.reason } })
  return resultOf(row, { ...answered(row), after: { reason: input.reason } })
}
