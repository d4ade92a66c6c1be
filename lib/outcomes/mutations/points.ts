import type { z } from 'zod'
import type { Outcome } from '@/lib/engine/procedure/feature'
import { dateColumn, localDate } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { invalid, refuse } from '@/lib/platform/errors'
import { newId } from '@/lib/platform/id'
import type { TargetItem } from '@/prisma/generated/client'
import type { OutcomeRecord } from '../data/row'
import { pointsOf } from '../rules/points'
import type { addPointsInput, reportPointInput, returnPointInput, strikeOffInput } from '../schema'
import { attach, fromAgency, isPicture, requireImpersonal, resultOf, type On } from './subject'

function requirePoint({ points }: OutcomeRecord, id: string, ...states: string[]): TargetItem {
  const point = points.find((each) => each.id === id && states.includes(each.status))
  if (!point) throw invalid({ pointId: 'errors.field.choose' })
  return point
}

export async function addPoints({ tx, row, input }: On<z.infer<typeof addPointsInput>>): Promise<Outcome> {
  requireImpersonal({ points: input.points })
  const points = pointsOf(input.points)
  if (points === null) throw invalid({ points: 'outcomes.invalid.points' })
  const last = row.points.at(-1)?.ordinal ?? 0
  await tx.targetItem.createMany({ data: points.map(({ name, count }, index) => ({ id: newId(), outcomeId: row.id, ordinal: last + index + 1, name, count, status: 'open' })) })
  return resultOf(row, { after: { points: points.length } })
}

/** Put right, says whoever did it, and shows a photograph: that counts for nothing yet. */
export async function reportPoint({ tx, actor, row, input }: On<z.infer<typeof reportPointInput>>): Promise<Outcome> {
  const point = requirePoint(row, input.pointId, 'open')
  const { fixedOn, beforeFileId, afterFileId } = input
  const files = await attach(tx, row, [...(beforeFileId ? [beforeFileId] : []), afterFileId], actor)
  const wrong = files.find((file) => !isPicture(file))
  if (wrong) throw invalid({ [wrong.id === afterFileId ? 'afterFileId' : 'beforeFileId']: 'outcomes.invalid.picture' })
  await tx.targetItem.update({
    where: { id: point.id },
    data: { status: 'reported', fixedOn: dateColumn(fixedOn), beforeFileId: beforeFileId ?? point.beforeFileId, afterFileId, reportedById: actor.userId, finding: null },
  })
  return resultOf(row, { flags: fromAgency(actor.unitId, row), tell: actor.unitId === row.agencyId ? [row.leadProsecutorId] : [], after: { point: point.ordinal, fixedOn } })
}

/** 销号: by somebody else than who reported it, on the day it was looked at; the last one ends the list. */
export async function strikeOff({ tx, actor, row, input }: On<z.infer<typeof strikeOffInput>>): Promise<Outcome> {
  const point = requirePoint(row, input.pointId, 'reported')
  const { struckOn, finding } = input
  if (point.reportedById === actor.userId) throw refuse('outcomes.deny.own')
  if (point.fixedOn && struckOn < localDate(point.fixedOn)) throw invalid({ struckOn: 'errors.field.order' })
  requireImpersonal({ finding })
  await tx.targetItem.update({ where: { id: point.id }, data: { status: 'struck', struckOn: dateColumn(struckOn), struckById: actor.userId, finding } })
  const open = await countOpen(tx, row.id)
  return resultOf(row, { to: open === 0 ? 'confirmed' : 'listed', ...answered(row), after: { point: point.ordinal, count: point.count, struckOn, open } })
}

/** Not put right, or there again: it counts no more. */
export async function returnPoint({ tx, row, input }: On<z.infer<typeof returnPointInput>>): Promise<Outcome> {
  const point = requirePoint(row, input.pointId, 'reported', 'struck')
  await tx.targetItem.update({
    where: { id: point.id }, data: { status: 'open', struckOn: null, struckById: null, fixedOn: null, afterFileId: null, reportedById: null, finding: input.reason },
  })
  return resultOf(row, { to: 'listed', ...answered(row), before: { state: point.status, afterFileId: point.afterFileId }, after: { point: point.ordinal, reason: input.reason } })
}

const countOpen = (tx: Tx, outcomeId: string): Promise<number> => tx.targetItem.count({ where: { outcomeId, status: { not: 'struck' } } })

/** Whoever entered it hears what was found. */
export const answered = (row: OutcomeRecord): Pick<Outcome, 'flags' | 'tell'> => ({ flags: fromAgency(row.enteredUnitId, row), tell: [row.enteredById] })
