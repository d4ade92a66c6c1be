import type { z } from 'zod'
import { harmLevel, harmScore } from '@/lib/clues/rules/harm'
import type { Outcome, StepContext } from '@/lib/engine/procedure/feature'
import type { weighHarmInput } from '../schema'
import { caseOutcome, type LockedCase } from './subject'

/** 危害程度: orders the office's own work and says nothing to anybody outside; what it was before stays in the trail. */
export async function weighHarm({ tx, row, input }: StepContext<LockedCase, z.infer<typeof weighHarmInput>>): Promise<Outcome> {
  const score = harmScore(input.harmSigns)
  await tx.caseFile.update({ where: { id: row.id }, data: { harmSigns: input.harmSigns, harmScore: score, harmReason: input.harmReason } })
  const before = { signs: row.harmSigns, level: row.harmScore === null ? null : harmLevel(row.harmScore) }
  return caseOutcome(row, { before, after: { signs: input.harmSigns, level: harmLevel(score), reason: input.harmReason } })
}
