import type { z } from 'zod'
import { addDays } from '@/lib/engine/deadlines/local-date'
import type { Outcome, StepContext } from '@/lib/engine/procedure/feature'
import { dateColumn, localDate } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { invalid } from '@/lib/platform/errors'
import { attachFiles } from '@/lib/platform/files'
import { newId } from '@/lib/platform/id'
import { regionToken, unitToken } from '@/lib/platform/scope'
import { signerOf } from '@/lib/units/data'
import type { SeatRecord } from '../data/row'
import type { abolishInput, confirmInput, confirmOnPaperInput, Holder, openSeatInput, replaceInput, vacateInput } from '../schema/group'
import { seatOutcome, type OnSeat } from './subject'

/** Taken by the desk that keeps the group. */
export async function open({ tx, input, now: at }: StepContext<never, z.infer<typeof openSeatInput>>): Promise<Outcome> {
  const { groupId, rank, post, unitId } = input
  const { name, deskId, regionCode } = await tx.leadingGroup.findUniqueOrThrow({ where: { id: groupId } })
  const ordinal = (await tx.groupSeat.count({ where: { groupId } })) + 1
  const row = await tx.groupSeat.create({
    data: {
      id: newId(), groupId, regionCode, ordinal, rank, post, unitId, status: 'open', audience: [...new Set([unitToken(unitId), unitToken(deskId), regionToken(regionCode)])],
      createdAt: at, updatedAt: at,
    },
  })
  return seatOutcome({ ...row, title: `${name} ${post}` }, { parties: { unit: unitId, desk: deskId }, after: { rank, post, unitId } })
}

/** A colleague of the own unit, or a name where the leader has no account. */
async function holderOf(tx: Tx, unitId: string, { holderId, holderName }: Pick<Holder, 'holderId' | 'holderName'>) {
  if (!holderId) {
    if (!holderName) throw invalid({ holderName: 'roster.invalid.holder' })
    return { userId: null, holderName }
  }
  const user = await tx.user.findFirst({ where: { id: holderId, unitId, active: true }, select: { name: true } })
  if (!user) throw invalid({ holderId: 'errors.field.choose' })
  return { userId: holderId, holderName: user.name }
}

const requireAfter = async (tx: Tx, seatId: string, fromOn: string): Promise<void> => {
  const last = await tx.seatHolding.findFirst({ where: { seatId }, orderBy: { fromOn: 'desc' }, select: { fromOn: true, toOn: true } })
  if (last && fromOn <= localDate(last.toOn ?? last.fromOn)) throw invalid({ fromOn: 'errors.field.order' })
}

type Sitting = { readonly userId: string | null; readonly holderName: string; readonly fromOn: string; readonly confirmedOn: string; readonly onPaper: boolean }

async function sit(tx: Tx, row: SeatRecord, { userId, holderName, fromOn, confirmedOn, onPaper }: Sitting, actorId: string): Promise<void> {
  await requireAfter(tx, row.id, fromOn)
  await tx.seatHolding.create({
    data: { id: newId(), seatId: row.id, userId, holderName, fromOn: dateColumn(fromOn), confirmedOn: dateColumn(confirmedOn), confirmedById: actorId, onPaper },
  })
  await tx.groupSeat.update({ where: { id: row.id }, data: { remindedOn: null } })
}

export async function confirm({ tx, actor, row, input, today }: OnSeat<z.infer<typeof confirmInput>>): Promise<Outcome> {
  const holder = await holderOf(tx, row.unitId, input)
  await sit(tx, row, { ...holder, fromOn: input.fromOn, confirmedOn: today, onPaper: false }, actor.userId)
  return seatOutcome(row, { flags: ['byUnit'], after: { holder: holder.holderName, fromOn: input.fromOn } })
}

const leave = (tx: Tx, seatId: string, toOn: string, reason: string | null) =>
  tx.seatHolding.updateMany({ where: { seatId, toOn: null }, data: { toOn: dateColumn(toOn), reason } })

/** 席位不变，人换: the one before ends the day before. */
export async function replace({ tx, actor, row, input, today }: OnSeat<z.infer<typeof replaceInput>>): Promise<Outcome> {
  const holder = await holderOf(tx, row.unitId, input)
  const before = await tx.seatHolding.findFirst({ where: { seatId: row.id, toOn: null }, select: { holderName: true } })
  await requireAfter(tx, row.id, input.fromOn)
  await leave(tx, row.id, addDays(input.fromOn, -1), input.reason ?? null)
  await sit(tx, row, { ...holder, fromOn: input.fromOn, confirmedOn: today, onPaper: false }, actor.userId)
  return seatOutcome(row, { before: { holder: before?.holderName }, after: { holder: holder.holderName, fromOn: input.fromOn } })
}

/** 代录, with the day on which the unit truly confirmed. */
export async function confirmOnPaper({ tx, actor, row, input }: OnSeat<z.infer<typeof confirmOnPaperInput>>): Promise<Outcome> {
  const { holderName, fromOn, confirmedOn, signerName, scanFileId } = input
  await attachFiles(tx, [scanFileId], { subject: { type: 'groupSeat', id: row.id }, audience: [unitToken(row.unitId), unitToken(row.deskId)], actor })
  await sit(tx, row, { userId: null, holderName, fromOn, confirmedOn, onPaper: true }, actor.userId)
  return seatOutcome(row, { dates: { confirmedOn }, onBehalfOf: await signerOf(tx, row.unitId, signerName), after: { holder: holderName, fromOn } })
}

export async function vacate({ tx, row, input: { leftOn, reason } }: OnSeat<z.infer<typeof vacateInput>>): Promise<Outcome> {
  const holding = await tx.seatHolding.findFirstOrThrow({ where: { seatId: row.id, toOn: null } })
  if (leftOn < localDate(holding.fromOn)) throw invalid({ leftOn: 'errors.field.order' })
  await leave(tx, row.id, leftOn, reason)
  return seatOutcome(row, { parties: { unit: row.unitId, desk: row.deskId }, before: { holder: holding.holderName }, after: { leftOn, reason } })
}

export async function remind({ tx, row, today }: OnSeat<unknown>): Promise<Outcome> {
  await tx.groupSeat.update({ where: { id: row.id }, data: { remindedOn: dateColumn(today) } })
  return seatOutcome(row)
}

async function close({ tx, row, today }: OnSeat<unknown>, reason: string | null): Promise<void> {
  await leave(tx, row.id, today, reason)
  await tx.groupSeat.update({ where: { id: row.id }, data: { endedOn: dateColumn(today), endReason: reason } })
}

export async function abolish(context: OnSeat<z.infer<typeof abolishInput>>): Promise<Outcome> {
  await close(context, context.input.reason)
  return seatOutcome(context.row, { after: { reason: context.input.reason } })
}

export async function release(context: OnSeat<unknown>): Promise<Outcome> {
  await close(context, null)
  return seatOutcome(context.row)
}
