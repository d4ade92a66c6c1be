import type { z } from 'zod'
import type { Outcome } from '@/lib/engine/procedure/feature'
import { dateColumn } from '@/lib/platform/clock'
import { invalid } from '@/lib/platform/errors'
import { newId } from '@/lib/platform/id'
import { linesOf } from '@/lib/platform/lines'
import { drawSample } from '../rules/draw'
import { targetOf } from '../rules/kinds'
import { isCheck, scoreOf } from '../rules/marks'
import type { agreeInput, assessInput, drawInput, rateInput } from '../schema'
import { byOther, outcomeOf, type On } from './subject'

/** 随机抽取: the list and the seed stay on record, so that anybody can draw again. */
export async function draw({ tx, row, input }: On<z.infer<typeof drawInput>>): Promise<Outcome> {
  const population = [...new Set(linesOf(input.population))]
  if (input.count > population.length) throw invalid({ count: 'undertakings.invalid.tooMany' })
  const seed = input.seed ?? newId()
  const drawn = drawSample(population, input.count, seed)
  await tx.undertaking.update({ where: { id: row.id }, data: { drawSeed: seed, drawnFrom: population } })
  await tx.undertakingTarget.createMany({
    data: drawn.map((line, index) => ({ ...targetOf(line), id: newId(), undertakingId: row.id, ordinal: index + 1, fileIds: [] })),
  })
  return outcomeOf(row, { after: { seed, of: population.length, drawn: drawn.length } })
}

/** 评查: each reviewer reads a file once. */
export async function assess({ tx, actor, row, input, today }: On<z.infer<typeof assessInput>>): Promise<Outcome> {
  const target = await tx.undertakingTarget.findFirst({ where: { id: input.targetId, undertakingId: row.id }, include: { verdicts: { select: { reviewerId: true } } } })
  if (!target) throw invalid({ targetId: 'errors.field.choose' })
  if (target.verdicts.some(({ reviewerId }) => reviewerId === actor.userId)) throw invalid({ targetId: 'undertakings.invalid.readOnce' })
  const faults = [...new Set(input.faults ?? [])]
  if (!faults.every(isCheck)) throw invalid({ faults: 'errors.field.choose' })
  const score = scoreOf(faults)
  await tx.fileVerdict.create({
    data: { id: newId(), targetId: target.id, reviewerId: actor.userId, unitId: actor.unitId, faults, score, comment: input.comment, readOn: dateColumn(today) },
  })
  return outcomeOf(row, { after: { file: target.ordinal, score, faults } })
}

/** 评定: each side its own; rated again, the last one counts. */
export async function rate({ tx, actor, row, input, today }: On<z.infer<typeof rateInput>>): Promise<Outcome> {
  const rating = { ...input, ratedOn: dateColumn(today) }
  await tx.riskRating.upsert({
    where: { undertakingId_unitId: { undertakingId: row.id, unitId: actor.unitId } }, update: rating, create: { id: newId(), undertakingId: row.id, unitId: actor.unitId, ...rating },
  })
  return outcomeOf(row, { flags: byOther(actor, row), after: input })
}

export async function agree({ tx, row, input }: On<z.infer<typeof agreeInput>>): Promise<Outcome> {
  await tx.undertaking.update({ where: { id: row.id }, data: input })
  return outcomeOf(row, { before: { likelihood: row.likelihood, harm: row.harm }, after: { likelihood: input.likelihood, harm: input.harm } })
}
