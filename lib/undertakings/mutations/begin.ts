import type { z } from 'zod'
import type { Outcome, StepContext } from '@/lib/engine/procedure/feature'
import { dateColumn, localDate } from '@/lib/platform/clock'
import { json, type Tx } from '@/lib/platform/db'
import { readDetails } from '@/lib/platform/details'
import { invalid, refuse } from '@/lib/platform/errors'
import { widenFiles } from '@/lib/platform/files'
import { newId } from '@/lib/platform/id'
import type { UnitKind } from '@/lib/platform/roles'
import { innerToken, unitToken, type Actor } from '@/lib/platform/scope'
import type { UndertakingRecord } from '../data/row'
import { detailFaults, isOtherSide, kindOf, kindsFor, type UndertakingKind } from '../rules/kinds'
import type { discardInput, draftInput, editInput, inviteInput, prepareInput, publishInput, Writing } from '../schema'
import { attach, outcomeOf, requireDetails, requireImpersonal, requireLink, sharedAudience, type On } from './subject'

/** Bodies of the own place this kind goes to. */
async function requireInvitees(tx: Tx, { regionCode, unitId }: Pick<Actor, 'regionCode' | 'unitId'>, kind: UndertakingKind, ids: readonly string[], field: string): Promise<string[]> {
  const wanted = [...new Set(ids)]
  const found = await tx.unit.count({ where: { id: { in: wanted, not: unitId }, regionCode, active: true, kind: { in: [...kind.with] } } })
  if (found !== wanted.length) throw invalid({ [field]: 'errors.field.choose' })
  return wanted
}

async function written(tx: Tx, actor: Actor, kind: UndertakingKind, input: Writing) {
  const { title, content, startsOn, endsOn } = input
  requireImpersonal(kind, { title, content })
  if (kind.period && !(startsOn && endsOn)) throw invalid({ ...(startsOn ? {} : { startsOn: 'errors.field.required' }), ...(endsOn ? {} : { endsOn: 'errors.field.required' }) })
  if (startsOn && endsOn && endsOn < startsOn) throw invalid({ endsOn: 'errors.field.order' })
  return {
    title, content, details: requireDetails(kind.fields, input.details), inviteeIds: await requireInvitees(tx, actor, kind, input.inviteeIds ?? [], 'inviteeIds'),
    startsOn: startsOn ? dateColumn(startsOn) : null, endsOn: endsOn ? dateColumn(endsOn) : null,
  }
}

/** 拟定: the writers' own until it is begun. */
export async function draft({ tx, actor, scope, input, now: at }: StepContext<never, z.infer<typeof draftInput>>): Promise<Outcome> {
  const kind = kindsFor(actor.unitKind).find(({ key }) => key === input.kind)
  if (!kind) throw invalid({ kind: 'errors.field.choose' })
  const { linkType: aboutType, linkId: aboutId } = await requireLink(tx, scope, input.about, 'about')
  const row = await tx.undertaking.create({
    data: {
      ...(await written(tx, actor, kind, input)), aboutType, aboutId, id: newId(), regionCode: actor.regionCode, kind: kind.key, ownerId: actor.unitId, authorId: actor.userId,
      drawnFrom: [], status: 'draft', audience: [innerToken(actor.unitId)], createdAt: at, updatedAt: at,
    },
  })
  await attach(tx, row, input.fileIds, actor)
  return outcomeOf(row, { after: { kind: kind.key } })
}

/** What a meeting resolved becomes a plan at once: the members it suits are down as invited, the rest is for its owner to write. */
export async function prepare({ tx, actor, input, now: at }: StepContext<never, z.infer<typeof prepareInput>>): Promise<Outcome> {
  const { endsOn, inviteeIds, ...values } = input
  const kind = kindOf(input.kind)
  const members = await tx.unit.findMany({
    where: { id: { in: [...inviteeIds], not: input.ownerId }, regionCode: actor.regionCode, active: true, kind: { in: [...kind.with] } }, orderBy: { id: 'asc' }, select: { id: true },
  })
  const row = await tx.undertaking.create({
    data: {
      ...values, id: newId(), regionCode: actor.regionCode, details: {}, inviteeIds: members.map(({ id }) => id), endsOn: endsOn ? dateColumn(endsOn) : null, authorId: actor.userId,
      drawnFrom: [], status: 'draft', audience: [innerToken(input.ownerId)], createdAt: at, updatedAt: at,
    },
  })
  return outcomeOf(row, { after: { kind: kind.key, meetingId: input.meetingId } })
}

export async function edit({ tx, actor, row, input }: On<z.infer<typeof editInput>>): Promise<Outcome> {
  const { details, ...values } = await written(tx, actor, kindOf(row.kind), input)
  await tx.undertaking.update({ where: { id: row.id }, data: { ...values, details: json(details) } })
  await attach(tx, row, input.fileIds, actor)
  return outcomeOf({ ...row, title: values.title })
}

export async function discard({ tx, row, input, today }: On<z.infer<typeof discardInput>>): Promise<Outcome> {
  await tx.undertaking.update({ where: { id: row.id }, data: { report: input.reason, closedOn: dateColumn(today) } })
  return outcomeOf(row, { after: { reason: input.reason } })
}

/** S2-32: without a body of the other side among those invited it takes a reason. */
async function requireInvitation(tx: Tx, { unitKind }: Actor, row: UndertakingRecord, reason: string | undefined): Promise<void> {
  if (kindOf(row.kind).invitation !== 'needed' || reason) return
  const units = await tx.unit.findMany({ where: { id: { in: row.inviteeIds } }, select: { kind: true } })
  if (!units.some(({ kind }) => isOtherSide(unitKind, kind as UnitKind))) throw invalid({ noInviteReason: 'undertakings.invalid.noInvitation' })
}

/** Counted once: the same matter is not begun a second time. */
async function requireOnce(tx: Tx, row: UndertakingRecord): Promise<void> {
  const { once, key } = kindOf(row.kind)
  const value = once ? readDetails(row.details)[once] : undefined
  if (!once || !value) return
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`undertaking ${row.regionCode} ${key} ${value}`}))`
  const same = await tx.$queryRaw<unknown[]>`SELECT 1 FROM undertaking WHERE region_code = ${row.regionCode} AND kind = ${key} AND details ->> ${once} = ${value}
    AND id <> ${row.id}::uuid AND status NOT IN ('draft', 'withdrawn') LIMIT 1`
  if (same.length > 0) throw refuse('undertakings.refuse.twice')
}

const standingOf = async (tx: Tx, row: UndertakingRecord): Promise<string[]> => {
  const kinds = kindOf(row.kind).standing
  if (kinds.length === 0) return []
  return (await tx.unit.findMany({ where: { regionCode: row.regionCode, active: true, kind: { in: [...kinds] }, id: { not: row.ownerId } }, select: { id: true } })).map(({ id }) => id)
}

/** Begun: whoever was invited is asked, whoever always takes part is in it. */
export async function publish({ tx, actor, row, input, today, take }: On<z.infer<typeof publishInput>>): Promise<Outcome> {
  const kind = kindOf(row.kind)
  if (Object.keys(detailFaults(kind.fields, readDetails(row.details))).length > 0 || (kind.period && !(row.startsOn && row.endsOn))) throw refuse('undertakings.refuse.unwritten')
  await requireInvitation(tx, actor, row, input.noInviteReason)
  await requireOnce(tx, row)
  const endsOn = row.endsOn ? localDate(row.endsOn) : null
  if (endsOn && endsOn < today) throw refuse('undertakings.refuse.over')
  const standing = await standingOf(tx, row)
  const invited = (await requireInvitees(tx, { regionCode: row.regionCode, unitId: row.ownerId }, kind, row.inviteeIds, 'noInviteReason')).filter((id) => !standing.includes(id))
  const audience = sharedAudience(row, [...standing, ...invited])
  await tx.undertaking.update({ where: { id: row.id }, data: { audience, begunOn: dateColumn(today), noInviteReason: input.noInviteReason ?? null } })
  await widenFiles(tx, { type: 'undertaking', id: row.id }, audience)
  for (const unitId of [...standing, ...invited]) await take('participation.ask', null, { undertakingId: row.id, unitId, standing: standing.includes(unitId) })
  return outcomeOf({ ...row, audience }, {
    dates: { begunOn: today, ...(endsOn ? { endsOn } : {}) }, flags: [kind.key, ...(kind.limit ? [kind.limit.rule] : []), ...(kind.yearly ? ['yearly'] : [])],
    after: { invited, ...(input.noInviteReason ? { noInviteReason: input.noInviteReason } : {}) },
  })
}

export async function invite({ tx, row, input, take }: On<z.infer<typeof inviteInput>>): Promise<Outcome> {
  const [unitId] = await requireInvitees(tx, { regionCode: row.regionCode, unitId: row.ownerId }, kindOf(row.kind), [input.inviteeId], 'inviteeId')
  if ((await tx.participation.count({ where: { undertakingId: row.id, unitId } })) > 0) throw invalid({ inviteeId: 'undertakings.invalid.asked' })
  const audience = [...new Set([...row.audience, unitToken(unitId!)])]
  await tx.undertaking.update({ where: { id: row.id }, data: { audience } })
  await widenFiles(tx, { type: 'undertaking', id: row.id }, audience)
  await take('participation.ask', null, { undertakingId: row.id, unitId, standing: false })
  return outcomeOf({ ...row, audience }, { after: { invited: unitId } })
}
