import type { z } from 'zod'
import type { Outcome } from '@/lib/engine/procedure/feature'
import { dateColumn, localDate } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { invalid } from '@/lib/platform/errors'
import { newId } from '@/lib/platform/id'
import { decidingRoles } from '@/lib/platform/roles'
import { publicToken, type Actor } from '@/lib/platform/scope'
import type { UndertakingRecord } from '../data/row'
import { kindOf, targetsOf, type KindEntry, type UndertakingKind } from '../rules/kinds'
import type { addTargetsInput, recordInput, reviewInput, strikeOffInput } from '../schema'
import { attach, byOther, named, outcomeOf, requireDetails, requireImpersonal, requireLink, takenDown, type On } from './subject'

/** 调解优先 and the like: some entries want another one before them. */
async function requireBefore(tx: Tx, row: UndertakingRecord, { needs }: KindEntry, happenedOn: string): Promise<void> {
  if (needs === null) return
  const before = await tx.undertakingEntry.count({ where: { undertakingId: row.id, kind: needs, happenedOn: { lte: dateColumn(happenedOn) } } })
  if (before === 0) throw invalid({ entry: 'undertakings.invalid.needsBefore' })
}

/** 起草、核对、审批、公开: each after the one before and by another person; written anew, it begins anew. */
async function requireTurn(tx: Tx, actor: Actor, row: UndertakingRecord, { publishing }: UndertakingKind, { key, leader }: KindEntry): Promise<void> {
  if (leader && !actor.roles.some((role) => decidingRoles.includes(role))) throw invalid({ entry: 'undertakings.invalid.leader' })
  const turn = publishing.indexOf(key)
  if (turn < 1) return
  const made = await tx.undertakingEntry.findMany({ where: { undertakingId: row.id, kind: { in: publishing } }, orderBy: { id: 'asc' }, select: { kind: true, authorId: true } })
  const last = publishing.slice(0, turn).map((kind) => made.findLastIndex((each) => each.kind === kind))
  if (last.some((at, index) => at < 0 || at < (last[index - 1] ?? 0))) throw invalid({ entry: 'undertakings.invalid.needsBefore' })
  if (made[last.at(-1)!]?.authorId === actor.userId) throw invalid({ entry: 'undertakings.invalid.another' })
}

/** Open to everybody once published, until its words are written anew. */
function openedBy({ publishing }: UndertakingKind, { key }: KindEntry, audience: readonly string[]): string[] {
  if (key === publishing.at(-1)) return [...new Set([...audience, publicToken])]
  return key === publishing[0] ? takenDown(audience) : [...audience]
}

/** 记录: what a unit did in it, on which day, with numbers, proof, where it led, and the task that follows. */
export async function record({ tx, actor, scope, row, input, now: at, take }: On<z.infer<typeof recordInput>>): Promise<Outcome> {
  const kind = kindOf(row.kind)
  const entry = kind.entries.find(({ key }) => key === input.entry)
  if (!entry) throw invalid({ entry: 'errors.field.choose' })
  const { happenedOn, text, taskTitle, taskOwnerId, taskDueOn } = input
  const details = requireDetails(entry.fields, input.details)
  requireImpersonal(kind, { text, ...named(details) })
  await requireBefore(tx, row, entry, happenedOn)
  await requireTurn(tx, actor, row, kind, entry)
  if (entry.file && (input.fileIds ?? []).length === 0) throw invalid({ fileIds: 'errors.field.required' })
  if (Boolean(taskTitle) !== Boolean(taskOwnerId)) throw invalid(taskTitle ? { taskOwnerId: 'errors.field.required' } : { taskTitle: 'errors.field.required' })
  const files = await attach(tx, row, input.fileIds, actor)
  await tx.undertakingEntry.create({
    data: {
      id: newId(), undertakingId: row.id, kind: entry.key, unitId: actor.unitId, authorId: actor.userId, happenedOn: dateColumn(happenedOn), text, details,
      ...(await requireLink(tx, scope, input.link)), fileIds: files.map(({ id }) => id), writtenAt: at,
    },
  })
  if (kind.publishing.length > 0) await tx.undertaking.update({ where: { id: row.id }, data: { audience: openedBy(kind, entry, row.audience) } })
  if (taskTitle && taskOwnerId) {
    if ((await tx.unit.count({ where: { id: taskOwnerId, regionCode: row.regionCode } })) === 0) throw invalid({ taskOwnerId: 'errors.field.choose' })
    await take('actionItem.open', null, {
      title: taskTitle, content: text.slice(0, 2000), ownerId: taskOwnerId, ...(taskDueOn ? { dueOn: taskDueOn } : {}), sourceType: 'undertaking', sourceId: row.id, sourceTitle: row.title,
    })
  }
  return outcomeOf(row, { flags: [row.kind, ...byOther(actor, row)], after: { entry: entry.key, happenedOn, ...(taskTitle ? { task: taskTitle } : {}) } })
}

export async function addTargets({ tx, row, input }: On<z.infer<typeof addTargetsInput>>): Promise<Outcome> {
  const targets = targetsOf(input.targets)
  if (targets.length === 0) throw invalid({ targets: 'errors.field.required' })
  const before = await tx.undertakingTarget.count({ where: { undertakingId: row.id } })
  await tx.undertakingTarget.createMany({
    data: targets.map(({ name, unitName }, index) => ({ id: newId(), undertakingId: row.id, ordinal: before + index + 1, name, unitName, fileIds: [] })),
  })
  return outcomeOf(row, { after: { targets: targets.length } })
}

/** 销号: once, with what proves it. */
export async function strikeOff({ tx, actor, row, input }: On<z.infer<typeof strikeOffInput>>): Promise<Outcome> {
  const { targetId, struckOn, proof } = input
  const target = await tx.undertakingTarget.findFirst({ where: { id: targetId, undertakingId: row.id, struckOn: null } })
  if (!target) throw invalid({ targetId: 'errors.field.choose' })
  if (row.begunOn && struckOn < localDate(row.begunOn)) throw invalid({ struckOn: 'errors.field.order' })
  const files = await attach(tx, row, input.fileIds, actor)
  await tx.undertakingTarget.update({
    where: { id: targetId }, data: { struckOn: dateColumn(struckOn), proof, struckById: actor.unitId, fileIds: files.map(({ id }) => id) },
  })
  return outcomeOf(row, { after: { target: target.ordinal, struckOn } })
}

/** 年度检视; the next one is due a year on. */
export async function review({ tx, actor, row, input, today, now: at }: On<z.infer<typeof reviewInput>>): Promise<Outcome> {
  await tx.undertakingEntry.create({
    data: { id: newId(), undertakingId: row.id, kind: 'review', unitId: actor.unitId, authorId: actor.userId, happenedOn: dateColumn(today), text: input.text, details: {}, fileIds: [], writtenAt: at },
  })
  return outcomeOf(row, { flags: [row.kind] })
}
