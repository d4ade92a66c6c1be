import type { z } from 'zod'
import type { Outcome, StepContext } from '@/lib/engine/procedure/feature'
import { dateColumn, localDate } from '@/lib/platform/clock'
import { json } from '@/lib/platform/db'
import { invalid } from '@/lib/platform/errors'
import { attachFiles, widenFiles } from '@/lib/platform/files'
import { unitToken } from '@/lib/platform/scope'
import type { addMaterialInput, cancelInput, inviteInput, rescheduleInput, setAgendaInput, writeReportInput } from '../schema/meeting'
import { meetingOutcome, peopleOfMembers, type Meeting } from './subject'

type On<Input> = StepContext<Meeting, Input>

const last = 100

/** The whole list as it now stands: taken ones in their order, parked ones behind, what was left out is gathered again. */
export async function setAgenda({ tx, row, input }: On<z.infer<typeof setAgendaInput>>): Promise<Outcome> {
  const sorted = input.items.map((item, index) => ({ item, at: (item.order ?? last) * last + index })).sort((a, b) => a.at - b.at).map(({ item: { order: _, ...item } }) => item)
  const agenda = [...sorted.filter(({ decision }) => decision === 'take'), ...sorted.filter(({ decision }) => decision === 'park')]
  await tx.jointMeeting.update({ where: { id: row.id }, data: { agenda: json(agenda) } })
  return meetingOutcome(row, { before: { items: (row.agenda as unknown[]).length }, after: { agenda: agenda.map(({ title, decision }) => `${decision} ${title}`) } })
}

/** From now on the members see the meeting, its agenda and materials; each unit is asked on its own who will come. */
export async function invite({ tx, row, input, today, take }: On<z.infer<typeof inviteInput>>): Promise<Outcome> {
  const { plannedOn, opinionsBy, unitIds, startsAt, endsAt, place, hostName, hostPost } = input
  if (plannedOn < today) throw invalid({ plannedOn: 'meetings.invalid.past' })
  if (opinionsBy && (opinionsBy < today || opinionsBy > plannedOn)) throw invalid({ opinionsBy: 'errors.field.order' })
  const members = await tx.unit.findMany({ where: { id: { in: unitIds }, regionCode: row.regionCode, active: true }, select: { id: true } })
  if (members.length !== new Set(unitIds).size) throw invalid({ unitIds: 'errors.field.choose' })
  const audience = [...new Set([...row.audience, ...members.map(({ id }) => unitToken(id))])]
  await tx.jointMeeting.update({
    where: { id: row.id },
    data: { audience, plannedOn: dateColumn(plannedOn), startsAt, endsAt: endsAt ?? null, place, hostName, hostPost, opinionsDueOn: opinionsBy ? dateColumn(opinionsBy) : null },
  })
  for (const { id } of members) await take('attendance.invite', null, { meetingId: row.id, unitId: id })
  await widenFiles(tx, { type: 'meeting', id: row.id }, audience)
  return meetingOutcome({ ...row, audience }, { after: { plannedOn, startsAt, place, units: members.length } })
}

export async function reschedule({ tx, row, input, today }: On<z.infer<typeof rescheduleInput>>): Promise<Outcome> {
  const { plannedOn, startsAt, endsAt, place, reason } = input
  if (plannedOn < today) throw invalid({ plannedOn: 'meetings.invalid.past' })
  await tx.jointMeeting.update({ where: { id: row.id }, data: { plannedOn: dateColumn(plannedOn), startsAt, endsAt: endsAt ?? null, place } })
  return meetingOutcome(row, {
    tell: await peopleOfMembers(tx, row.id), before: { plannedOn: row.plannedOn && localDate(row.plannedOn), startsAt: row.startsAt, place: row.place },
    after: { plannedOn, startsAt, place, reason },
  })
}

export async function addMaterial({ tx, actor, row, input }: On<z.infer<typeof addMaterialInput>>): Promise<Outcome> {
  if (input.fileIds.length === 0) throw invalid({ fileIds: 'errors.field.required' })
  const files = await attachFiles(tx, input.fileIds, { subject: { type: 'meeting', id: row.id }, audience: row.audience, actor })
  return meetingOutcome(row, { after: { files: files.map(({ name }) => name) } })
}

/** 工作报告: the desks write on what the figures begin; members read it with the invitation. */
export async function writeReport({ tx, row, input, today }: On<z.infer<typeof writeReportInput>>): Promise<Outcome> {
  await tx.jointMeeting.update({ where: { id: row.id }, data: { report: input.report, reportOn: dateColumn(today) } })
  return meetingOutcome(row, { after: { characters: input.report.length } })
}

export async function cancelMeeting({ tx, row, input, take }: On<z.infer<typeof cancelInput>>): Promise<Outcome> {
  for (const { id } of await tx.attendance.findMany({ where: { meetingId: row.id }, select: { id: true } })) await take('attendance.release', id, {})
  return meetingOutcome(row, { after: { reason: input.reason } })
}
