import type { z } from 'zod'
import type { Outcome, StepContext } from '@/lib/engine/procedure/feature'
import { dateColumn, localDate } from '@/lib/platform/clock'
import { json, type Tx } from '@/lib/platform/db'
import { invalid, refuse } from '@/lib/platform/errors'
import type { UnitKind } from '@/lib/platform/roles'
import type { Scope } from '@/lib/platform/scope'
import { kindOf as undertakingKindOf } from '@/lib/undertakings/rules/kinds'
import { findPreviousTally } from '../data/previous'
import { agendaList, resolutionList, type closeInput, type holdInput, type ResolutionText, type writeMinutesInput } from '../schema/meeting'
import { meetingMinutes } from '../templates'
import { meetingOutcome, peopleOfMembers, type Meeting } from './subject'

type On<Input> = StepContext<Meeting, Input>

const mayBegin = undertakingKindOf('campaign').by

/** Held on this day, with who came for each unit that was invited: none may be left out. */
export async function hold({ tx, row, input, take }: On<z.infer<typeof holdInput>>): Promise<Outcome> {
  const { heldOn, startsAt, endsAt, place, hostName, hostPost, recorder, rows } = input
  const invited = await tx.attendance.findMany({ where: { meetingId: row.id }, select: { id: true } })
  const told = new Map(rows.map((each) => [each.attendanceId, each]))
  if (told.size !== rows.length || rows.length !== invited.length || invited.some(({ id }) => !told.has(id))) throw refuse('meetings.refuse.everyMember')
  await tx.jointMeeting.update({
    where: { id: row.id },
    data: { heldOn: dateColumn(heldOn), startsAt: startsAt ?? row.startsAt, endsAt: endsAt ?? row.endsAt, place, hostName, hostPost, recorder },
  })
  for (const { attendanceId, ...came } of rows) await take('attendance.record', attendanceId, came)
  return meetingOutcome(row, { dates: { heldOn }, flags: [row.kind], after: { heldOn, place, hostName, came: rows.filter(({ came }) => came !== 'absent').length, of: rows.length } })
}

/** As often as the sitting goes on; the last one counts. */
export async function writeMinutes({ tx, scope, row, input }: On<z.infer<typeof writeMinutesInput>>): Promise<Outcome> {
  const { summary, resolutions = [] } = input
  const members = new Set((await tx.attendance.findMany({ where: { meetingId: row.id }, select: { unitId: true } })).map(({ unitId }) => unitId))
  for (const [index, { ownerId, dueOn }] of resolutions.entries()) {
    if (ownerId && !members.has(ownerId) && ownerId !== row.deskId && ownerId !== row.coDeskId) throw invalid({ [`resolutions.${index}.ownerId`]: 'errors.field.choose' })
    if (dueOn && !ownerId) throw invalid({ [`resolutions.${index}.ownerId`]: 'errors.field.required' })
  }
  const fault = await issueFault(tx, scope, resolutions)
  if (fault) throw invalid({ [`resolutions.${fault.index}.issueId`]: fault.field })
  await tx.jointMeeting.update({ where: { id: row.id }, data: { summary, resolutions: json(resolutions) } })
  return meetingOutcome(row, { after: { resolutions: resolutions.length } })
}

/** The first resolution that names an issue nobody may decide any more: out of reach, decided meanwhile, or named twice. */
async function issueFault(tx: Tx, { tokens }: Scope, resolutions: readonly ResolutionText[]): Promise<{ index: number; field: string } | null> {
  const named = resolutions.flatMap(({ issueId }, index) => (issueId ? [{ issueId, index }] : []))
  const found = new Map((await tx.issue.findMany({ where: { id: { in: named.map(({ issueId }) => issueId) }, audience: { hasSome: [...tokens] } } })).map((issue) => [issue.id, issue.status]))
  for (const { issueId, index } of named) {
    const status = found.get(issueId)
    if (!status) return { index, field: 'errors.field.choose' }
    if (status === 'decided') return { index, field: 'meetings.invalid.issueOver' }
    if (named.some((other) => other.index < index && other.issueId === issueId)) return { index, field: 'meetings.invalid.issueTwice' }
  }
  return null
}

/** 纪要印发: the paper, a task for each resolution somebody owes, and the issues of the agenda decided by it. */
export async function close({ tx, row, today, take, scope }: On<z.infer<typeof closeInput>>): Promise<Outcome> {
  if (!row.summary || !row.heldOn) throw refuse('meetings.refuse.noMinutes')
  const resolutions = resolutionList.parse(row.resolutions)
  for (const [index, { dueOn }] of resolutions.entries()) if (dueOn && dueOn <= today) throw refuse('meetings.refuse.dueOver', { n: index + 1 })
  const fault = await issueFault(tx, scope, resolutions)
  if (fault) throw refuse('meetings.refuse.issueOver', { n: fault.index + 1 })
  const rows = await tx.attendance.findMany({ where: { meetingId: row.id }, orderBy: { createdAt: 'asc' } })
  const units = await tx.unit.findMany({ where: { id: { in: [row.deskId, ...rows.map(({ unitId }) => unitId), ...resolutions.flatMap(({ ownerId }) => ownerId ?? [])] } } })
  const nameOf = new Map(units.map(({ id, shortName }) => [id, shortName]))
  const beginners = new Set(units.filter(({ kind }) => mayBegin.includes(kind as UnitKind)).map(({ id }) => id))
  await openTasks(row, resolutions, { memberIds: rows.map(({ unitId }) => unitId), beginners }, take)
  const agenda = agendaList.parse(row.agenda).filter(({ decision }) => decision === 'take')
  const proposals = agenda.flatMap(({ source, sourceId }) => (source === 'proposal' && sourceId ? [sourceId] : []))
  await tx.jointMeeting.updateMany({ where: { id: { in: proposals }, status: 'adopted', takenIntoId: null }, data: { takenIntoId: row.id } })
  const heldOn = localDate(row.heldOn)
  return meetingOutcome(row, {
    tell: await peopleOfMembers(tx, row.id), after: { resolutions: resolutions.length, tasks: resolutions.filter(({ ownerId }) => ownerId).length },
    papers: [{
      kind: 'meetingMinutes', issuerUnitId: row.deskId, audience: row.audience,
      data: meetingMinutes({
        title: row.title, heldOn, startsAt: row.startsAt, place: row.place!, host: [row.hostName, row.hostPost].filter(Boolean).join(' '), recorder: row.recorder!,
        present: rows.filter(({ status }) => status !== 'absent').map((each) => [nameOf.get(each.unitId), each.cameName].filter(Boolean).join(' ')),
        absent: rows.filter(({ status }) => status === 'absent').map(({ unitId }) => nameOf.get(unitId)!),
        previous: (await findPreviousTally(scope, { ...row, day: heldOn }, tx))?.tally ?? null, agenda: agenda.map(({ title }) => title), summary: row.summary,
        resolutions: resolutions.map(({ text, ownerId, dueOn }) => ({ text, unit: ownerId && nameOf.get(ownerId), dueOn })),
      }),
    }],
    onPapers: async ([paper]) => {
      await tx.jointMeeting.update({ where: { id: row.id }, data: { paperId: paper!.id } })
    },
  })
}

type Sitting = { readonly memberIds: readonly string[]; /** Units that may run a campaign themselves. */ readonly beginners: ReadonlySet<string> }

/** Whatever was resolved goes its way: a task, a campaign's plan, an issue decided. */
async function openTasks(row: Meeting, resolutions: readonly ResolutionText[], { memberIds, beginners }: Sitting, take: On<unknown>['take']): Promise<void> {
  const readerIds = [...memberIds, row.deskId, ...(row.coDeskId ? [row.coDeskId] : [])]
  for (const { text, ownerId, dueOn, issueId, campaign } of resolutions) {
    if (ownerId)
      await take('actionItem.open', null, {
        title: text.slice(0, 200), content: text, ownerId, giverId: row.deskId, ...(dueOn ? { dueOn } : {}), sourceType: 'meeting', sourceId: row.id, sourceTitle: row.title, readerIds,
      })
    if (campaign)
      await take('undertaking.prepare', null, {
        kind: 'campaign', title: text.slice(0, 80), content: text, ownerId: ownerId && beginners.has(ownerId) ? ownerId : row.deskId, ...(dueOn ? { endsOn: dueOn } : {}),
        inviteeIds: [...readerIds], meetingId: row.id, meetingTitle: row.title,
      })
    if (issueId) await take('issue.resolve', issueId, { decision: text, meetingId: row.id })
  }
}
