import type { z } from 'zod'
import { voidPaper } from '@/lib/engine/papers/store'
import type { Outcome } from '@/lib/engine/procedure/feature'
import { dateColumn } from '@/lib/platform/clock'
import { invalid } from '@/lib/platform/errors'
import { kindOf } from '../rules'
import type { askAgainInput, closeInput, recordFindingInput, withdrawInput } from '../schema'
import { letterOutcome, type On } from './subject'

export async function askAgain({ tx, row, input, today }: On<z.infer<typeof askAgainInput>>): Promise<Outcome> {
  await tx.letter.update({ where: { id: row.id }, data: { askedAgainOn: dateColumn(today), question: input.question } })
  return letterOutcome(row, { tell: row.handlerId ? [row.handlerId] : [], after: { question: input.question } })
}

/** 现场参与情况: what was found on the ground, and whether it was solved there. */
export async function recordFinding({ tx, row, input }: On<z.infer<typeof recordFindingInput>>): Promise<Outcome> {
  const { findingOn, finding, findingResult } = input
  await tx.letter.update({ where: { id: row.id }, data: { findingOn: dateColumn(findingOn), finding, findingResult } })
  return letterOutcome(row, { dates: { findingOn }, tell: [row.authorId], after: { findingOn, findingResult } })
}

/** Where an opinion was asked for, the body that gave it hears whether it was of use. */
export async function close({ tx, scope, row, input, today }: On<z.infer<typeof closeInput>>): Promise<Outcome> {
  const { used, usedCaseId, closingNote } = input
  const asked = kindOf(row.kind).used && row.outcome !== null
  if (asked && !used) throw invalid({ used: 'errors.field.choose' })
  if (usedCaseId && (await tx.caseFile.count({ where: { id: usedCaseId, audience: { hasSome: [...scope.tokens] } } })) === 0) throw invalid({ usedCaseId: 'errors.field.choose' })
  await tx.letter.update({
    where: { id: row.id },
    data: { used: asked ? (used ?? null) : null, usedCaseId: asked ? (usedCaseId ?? null) : null, closingNote, closedOn: dateColumn(today) },
  })
  return letterOutcome(row, { tell: row.handlerId ? [row.handlerId] : [], after: { used, closingNote } })
}

/** The number stays on record; what was owed has lost its object. */
export async function withdraw({ tx, row, input, today }: On<z.infer<typeof withdrawInput>>): Promise<Outcome> {
  await tx.letter.update({ where: { id: row.id }, data: { closingNote: input.reason, closedOn: dateColumn(today) } })
  const papers = await tx.paper.findMany({ where: { subjectType: 'letter', subjectId: row.id, kind: 'cooperationLetter', status: { in: ['issued', 'sealed'] } }, select: { id: true } })
  for (const { id } of papers) await voidPaper(tx, id, input.reason)
  return letterOutcome(row, { tell: row.handlerId ? [row.handlerId] : [], after: { reason: input.reason } })
}
