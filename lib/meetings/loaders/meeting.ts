import '@/lib/procedures'
import { notFound } from 'next/navigation'
import { listItemsOf } from '@/lib/action-items/data'
import { deskKinds } from '@/lib/action-items/schema'
import { listPapers } from '@/lib/engine/papers/store'
import { awaitedSteps, offerSteps } from '@/lib/engine/procedure/offer'
import { listTimeLine } from '@/lib/engine/procedure/time-line'
import { countFigures } from '@/lib/figures/data/count'
import { requireActor } from '@/lib/platform/actor'
import { localDate, today } from '@/lib/platform/clock'
import { isId } from '@/lib/platform/id'
import { listFiles } from '@/lib/platform/files'
import { type Actor, scopeOf, type Scope } from '@/lib/platform/scope'
import { findUnitNames, listUnitChoices } from '@/lib/units/data'
import { type Candidate, listAgendaCandidates } from '../data/agenda'
import { findAttendanceMeeting, findMeeting, listAttendances, listCampaigns, listMeetings, type MeetingRecord, pageSize } from '../data/meeting'
import { findPreviousTally, type Previous } from '../data/previous'
import { attendanceFeature, meetingFeature } from '../mutations/feature'
import { meetingQuery } from '../schema/meeting'
import { draftedReport } from '../templates'

type Query = Readonly<Record<string, string | string[] | undefined>>

export async function loadMeetings(query: Query) {
  const actor = await requireActor()
  const scope = scopeOf(actor)
  const filter = meetingQuery.parse(query)
  const rows = await listMeetings(scope, filter)
  return {
    filter, rows: rows.slice(0, pageSize), hasNext: rows.length > pageSize, units: await findUnitNames(scope, rows.map(({ deskId }) => deskId)),
    mayBegin: offerSteps(meetingFeature, actor, null).length > 0, observes: deskKinds.includes(actor.unitKind),
  }
}
export type MeetingsView = Awaited<ReturnType<typeof loadMeetings>>

/** Desks of the place other than the own one. */
async function desksFor(scope: Scope, actor: Actor) {
  return (await listUnitChoices(scope, deskKinds)).filter(({ id }) => id !== actor.unitId).map(({ id, shortName }) => ({ value: id, label: shortName }))
}

export async function loadNewMeeting() {
  const actor = await requireActor()
  const steps = offerSteps(meetingFeature, actor, null)
  if (steps.length === 0) notFound()
  return { steps, desks: await desksFor(scopeOf(actor), actor) }
}
export type NewMeetingView = Awaited<ReturnType<typeof loadNewMeeting>>

export async function loadMeeting(id: string) {
  const actor = await requireActor()
  const scope = scopeOf(actor)
  if (!isId(id)) notFound()
  const [meeting, attendances] = await Promise.all([findMeeting(scope, id), listAttendances(scope, id)])
  if (!meeting) notFound()
  const subject = { type: 'meeting', id }
  const [timeLine, papers, files, items, previous, work, campaigns] = await Promise.all([
    listTimeLine(scope, [subject]), listPapers(scope, subject), listFiles(scope, { type: 'meeting', ids: [id] }), listItemsOf(scope, [id]),
    findPreviousTally(scope, { id, deskId: meeting.deskId, day: meeting.heldOn ? localDate(meeting.heldOn) : today() }), loadWork(scope, meeting),
    meeting.status === 'closed' ? listCampaigns(scope, id) : [],
  ])
  const unitIds = [
    meeting.deskId, meeting.coDeskId, meeting.proposerId, ...attendances.map(({ unitId }) => unitId), ...items.flatMap(({ ownerId, giverId }) => [ownerId, giverId]),
    ...timeLine.map(({ unitId }) => unitId), ...meeting.agenda.map(({ ownerId }) => ownerId), ...meeting.resolutions.map(({ ownerId }) => ownerId),
  ].filter((unit): unit is string => Boolean(unit))
  const [report, units] = await Promise.all([draftReport(scope, actor, meeting, previous, work.candidates), findUnitNames(scope, unitIds)])
  return {
    meeting, timeLine, papers, files, items, previous, campaigns, ...work, draftedReport: report, units, ownUnitId: actor.unitId,
    // The minutes are taken while the others are asked nothing: a member's own row, or all for the desk.
    attendances: attendances.map((row) => ({ ...row, steps: offerSteps(attendanceFeature, actor, { ...row, coDeskId: meeting.coDeskId } as never) })),
    steps: offerSteps(meetingFeature, actor, meeting), awaited: awaitedSteps(meetingFeature, meeting, meeting.clocks, meeting.desk),
  }
}
export type MeetingView = Awaited<ReturnType<typeof loadMeeting>>

/** What the desk needs for its forms. */
async function loadWork(scope: Scope, meeting: MeetingRecord) {
  const open = ['planned', 'convened', 'held'].includes(meeting.status)
  if (!meeting.desk || !open) return { candidates: [], choices: [] }
  const [gathered, choices] = await Promise.all([listAgendaCandidates(scope, meeting), listUnitChoices(scope)])
  const known = new Set(meeting.agenda.flatMap(({ sourceId }) => sourceId ?? []))
  return { candidates: gathered.filter(({ sourceId }) => !known.has(sourceId!)), choices: choices.map(({ id, shortName }) => ({ value: id, label: shortName })) }
}

/** S2-5: what the work report begins with, since the last meeting or the beginning of the year; until somebody has saved one. */
async function draftReport(scope: Scope, actor: Actor, meeting: MeetingRecord, previous: Previous | null, gathered: readonly Candidate[]): Promise<string | null> {
  if (!meeting.desk || meeting.report !== null || !['planned', 'convened'].includes(meeting.status)) return null
  const to = today()
  const from = previous ? `${previous.heldOn.slice(0, 7)}-01` : `${to.slice(0, 4)}-01-01`
  const { total } = await countFigures(scope, { period: { from, to }, today: to })
  return draftedReport({ place: actor.regionName, from, to, counts: total, previous: previous?.tally ?? null, gathered })
}

/** Where the row of one unit is shown: on the page of its meeting. */
export async function loadAttendance(id: string): Promise<string> {
  const meetingId = await findAttendanceMeeting(scopeOf(await requireActor()), id)
  if (!meetingId) notFound()
  return `/meetings/${meetingId}#own`
}
