import type { z } from 'zod'
import type { Outcome, StepContext, Subject } from '@/lib/engine/procedure/feature'
import { dateColumn, now as clockNow } from '@/lib/platform/clock'
import { invalid, notFound } from '@/lib/platform/errors'
import { newId } from '@/lib/platform/id'
import { unitToken } from '@/lib/platform/scope'
import type { Attendance } from '@/prisma/generated/client'
import { keepsDesk } from '../policy/meeting'
import type { answerOpinionInput, giveOpinionInput, inviteUnitInput, nameInput, recordInput, releaseInput } from '../schema/attendance'

export type LockedAttendance = Attendance & { readonly coDeskId: string | null }

export const attendanceSubject: Subject<LockedAttendance> = {
  type: 'attendance',
  async lock(tx, id, scope) {
    const found = await tx.$queryRaw<unknown[]>`SELECT 1 FROM attendance WHERE id = ${id}::uuid AND audience && ${[...scope.tokens]}::text[] FOR UPDATE`
    if (found.length === 0) return null
    const { meeting, ...row } = await tx.attendance.findUniqueOrThrow({ where: { id }, include: { meeting: { select: { coDeskId: true } } } })
    return { ...row, coDeskId: meeting.coDeskId }
  },
  async move(tx, id, version, status) {
    return (await tx.attendance.updateMany({ where: { id, version }, data: { status, version: { increment: 1 }, updatedAt: clockNow() } })).count
  },
}

type Told = Pick<Attendance, 'id' | 'regionCode' | 'title' | 'audience' | 'unitId' | 'deskId' | 'meetingId'>

const told = (row: Told, more: Partial<Outcome> = {}): Outcome => ({
  id: row.id, regionCode: row.regionCode, title: row.title, audience: row.audience, parties: { unit: row.unitId, desk: row.deskId }, href: `/meetings/${row.meetingId}`, ...more,
})

export async function inviteUnit({ tx, actor, input, today, now }: StepContext<never, z.infer<typeof inviteUnitInput>>): Promise<Outcome> {
  const meeting = await tx.jointMeeting.findUnique({ where: { id: input.meetingId } })
  if (!meeting || !keepsDesk(actor, meeting)) throw notFound()
  const { deskId, coDeskId, regionCode, title } = meeting
  const audience = [...new Set([input.unitId, deskId, ...(coDeskId ? [coDeskId] : [])])].map(unitToken)
  const row = { id: newId(), regionCode, meetingId: meeting.id, title, unitId: input.unitId, deskId, audience }
  await tx.attendance.create({ data: { ...row, invitedOn: dateColumn(today), status: 'invited', createdAt: now, updatedAt: now } })
  return told(row, { dates: { invitedOn: today } })
}

type On<Input> = StepContext<LockedAttendance, Input>

export async function name({ tx, row, input }: On<z.infer<typeof nameInput>>): Promise<Outcome> {
  const { post, personName, standInPost = null, standInName = null } = input
  if ((standInPost === null) !== (standInName === null)) throw invalid({ [standInPost === null ? 'standInPost' : 'standInName']: 'errors.field.required' })
  await tx.attendance.update({ where: { id: row.id }, data: { post, personName, standInPost, standInName } })
  return told(row, { before: { personName: row.personName }, after: input })
}

export async function giveOpinion({ tx, row, input, today }: On<z.infer<typeof giveOpinionInput>>): Promise<Outcome> {
  await tx.attendance.update({ where: { id: row.id }, data: { opinion: input.opinion, opinionOn: dateColumn(today) } })
  return told(row, { after: input })
}

export async function answerOpinion({ tx, row, input }: On<z.infer<typeof answerOpinionInput>>): Promise<Outcome> {
  await tx.attendance.update({ where: { id: row.id }, data: { opinionAnswer: input.opinionAnswer } })
  return told(row, { after: input })
}

/** The name is the one named beforehand, unless somebody else came. */
export async function recordAttendance({ tx, row, input }: On<z.infer<typeof recordInput>>): Promise<Outcome> {
  const { came, name: given, reason } = input
  const cameName = came === 'absent' ? null : (given ?? (came === 'present' ? row.personName : row.standInName))
  await tx.attendance.update({ where: { id: row.id }, data: { cameName, absenceReason: reason ?? null } })
  return told(row, { to: came, after: { came, cameName, reason } })
}

export const release = ({ row }: On<z.infer<typeof releaseInput>>): Promise<Outcome> => Promise.resolve(told(row))
