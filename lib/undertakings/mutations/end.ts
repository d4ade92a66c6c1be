import type { z } from 'zod'
import type { Outcome, StepContext } from '@/lib/engine/procedure/feature'
import { dateColumn } from '@/lib/platform/clock'
import { json, type Tx } from '@/lib/platform/db'
import { invalid, refuse } from '@/lib/platform/errors'
import { widenFiles } from '@/lib/platform/files'
import { newId } from '@/lib/platform/id'
import { unitToken } from '@/lib/platform/scope'
import type { UndertakingRecord } from '../data/row'
import { kindOf } from '../rules/kinds'
import { readersNeeded } from '../rules/marks'
import type { closeInput, raiseInput, revisitInput, withdrawInput } from '../schema'
import { attach, byOther, outcomeOf, requireDetails, takenDown, type On } from './subject'

/** 上报: to the first body of the place that the kind names. */
export async function raise({ tx, row, input, today }: On<z.infer<typeof raiseInput>>): Promise<Outcome> {
  const kinds = kindOf(row.kind).raisesTo
  const units = await tx.unit.findMany({ where: { regionCode: row.regionCode, active: true, kind: { in: [...kinds] } }, select: { id: true, kind: true } })
  const board = kinds.flatMap((kind) => units.find((unit) => unit.kind === kind) ?? [])[0]
  if (!board) throw refuse('undertakings.refuse.noBoard')
  const audience = [...new Set([...row.audience, unitToken(board.id)])]
  await tx.undertaking.update({ where: { id: row.id }, data: { boardId: board.id, raisedReason: input.reason, raisedOn: dateColumn(today), audience } })
  await widenFiles(tx, { type: 'undertaking', id: row.id }, audience)
  return outcomeOf({ ...row, boardId: board.id, audience }, { after: { boardId: board.id, reason: input.reason } })
}

/** What has to be on record before it may end. */
async function requireRecords(tx: Tx, row: UndertakingRecord): Promise<void> {
  const { end: { needs }, targets, rated } = kindOf(row.kind)
  const there = await tx.undertakingEntry.groupBy({ by: ['kind'], where: { undertakingId: row.id } })
  if (!needs.every((key) => there.some(({ kind }) => kind === key))) throw refuse('undertakings.refuse.endNeeds')
  if (rated && row.likelihood === null) throw refuse('undertakings.refuse.notAgreed')
  if (targets !== 'sample') return
  const files = await tx.undertakingTarget.findMany({ where: { undertakingId: row.id }, select: { _count: { select: { verdicts: true } } } })
  if (files.length === 0 || files.some(({ _count }) => _count.verdicts < readersNeeded)) throw refuse('undertakings.refuse.unread')
}

async function requireTargets(tx: Tx, row: UndertakingRecord, openReason: string | undefined): Promise<void> {
  if (openReason || kindOf(row.kind).targets !== 'list') return
  if ((await tx.undertakingTarget.count({ where: { undertakingId: row.id, struckOn: null } })) > 0) throw invalid({ openReason: 'undertakings.invalid.openTargets' })
}

/** Invitations nobody answered lose their object with it. */
async function endInvitations(tx: Tx, row: UndertakingRecord, take: StepContext<never, never>['take']): Promise<void> {
  for (const { id } of await tx.participation.findMany({ where: { undertakingId: row.id, status: 'asked' }, orderBy: { id: 'asc' }, select: { id: true } })) await take('participation.end', id, {})
}

/** 结束: with the result and what the kind must show; where it is re-visited, only then it is over. */
export async function close({ tx, actor, row, input, today, take }: On<z.infer<typeof closeInput>>): Promise<Outcome> {
  const { end, revisit } = kindOf(row.kind)
  const outcome = end.outcomes.find(({ key }) => key === input.outcome)
  if (!outcome) throw invalid({ outcome: 'errors.field.choose' })
  const endDetails = requireDetails(end.fields, input.details)
  await requireRecords(tx, row)
  await requireTargets(tx, row, input.openReason)
  if (end.file && (input.fileIds ?? []).length === 0) throw invalid({ fileIds: 'errors.field.required' })
  await attach(tx, row, input.fileIds, actor)
  await endInvitations(tx, row, take)
  const again = revisit && outcome.solved
  await tx.undertaking.update({
    where: { id: row.id }, data: { audience: takenDown(row.audience), outcome: outcome.key, report: input.report, endDetails: json(endDetails), openReason: input.openReason ?? null, closedOn: dateColumn(today) },
  })
  return outcomeOf(row, { to: again ? 'settled' : 'closed', flags: [row.kind, ...byOther(actor, row), ...(again ? ['revisit'] : [])], after: { outcome: outcome.key } })
}

/** 回访: what came back goes on being worked at. */
export async function revisit({ tx, actor, row, input, now: at }: On<z.infer<typeof revisitInput>>): Promise<Outcome> {
  const { revisitedOn, result, text } = input
  await tx.undertakingEntry.create({
    data: { id: newId(), undertakingId: row.id, kind: 'revisit', unitId: actor.unitId, authorId: actor.userId, happenedOn: dateColumn(revisitedOn), text, details: {}, fileIds: [], writtenAt: at },
  })
  const held = result === 'held'
  await tx.undertaking.update({
    where: { id: row.id }, data: { revisitedOn: dateColumn(revisitedOn), revisit: text, ...(held ? {} : { outcome: null, closedOn: null }) },
  })
  return outcomeOf(row, { to: held ? 'closed' : 'running', dates: { revisitedOn }, after: { result } })
}

export async function withdraw({ tx, row, input, today, take }: On<z.infer<typeof withdrawInput>>): Promise<Outcome> {
  await endInvitations(tx, row, take)
  await tx.undertaking.update({ where: { id: row.id }, data: { audience: takenDown(row.audience), report: input.reason, closedOn: dateColumn(today) } })
  return outcomeOf(row, { after: { reason: input.reason } })
}
