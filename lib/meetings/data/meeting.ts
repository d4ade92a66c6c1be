import { listClocksAbout } from '@/lib/engine/deadlines/record-clocks'
import { db } from '@/lib/platform/db'
import { isId } from '@/lib/platform/id'
import type { Scope } from '@/lib/platform/scope'
import { columnsOf, read, readAlone, textArray } from '@/lib/platform/together'
import { type Attendance, type JointMeeting, Prisma } from '@/prisma/generated/client'
import { listLeadingUnitIds } from '@/lib/roster/data/group'
import { keepsDesk } from '../policy/meeting'
import { agendaList, beforeLeaders, resolutionList, type MeetingFilter } from '../schema/meeting'

export const pageSize = 20

const inScope = (scope: Scope) => ({ audience: { hasSome: [...scope.tokens] } })

const shows = {
  coming: { status: { in: ['planned', 'convened', 'held'] } }, past: { status: { in: ['closed', 'cancelled'] } },
  asked: { status: 'proposed' },
  proposals: { status: { in: ['proposed', 'adopted', 'refused', 'withdrawn'] } }, all: {},
}

/** Meetings this person may see: what comes next stands first, what is over with the last one first. */
export async function listMeetings(scope: Scope, { show, kind, page }: MeetingFilter) {
  const later = show === 'coming' ? 'asc' : 'desc'
  return db.jointMeeting.findMany({
    where: { ...inScope(scope), ...shows[show], ...(kind ? { kind } : {}) },
    orderBy: [{ heldOn: { sort: later, nulls: 'last' } }, { plannedOn: { sort: later, nulls: 'last' } }, { createdAt: 'desc' }], skip: (page - 1) * pageSize, take: pageSize + 1,
    select: { id: true, kind: true, title: true, deskId: true, proposerId: true, status: true, plannedOn: true, startsAt: true, place: true, heldOn: true, proposedOn: true },
  })
}

/** What is still a draft stays with the desks, the agenda also with whoever leads: the agenda before the invitation, the resolutions before the minutes are issued. */
export async function findMeeting(scope: Scope, id: string) {
  if (!isId(id)) return null
  const [[found], clocks, leading] = await Promise.all([
    readAlone(read<JointMeeting>(Prisma.sql`SELECT ${columnsOf(Prisma.JointMeetingScalarFieldEnum, 'm')} FROM joint_meeting m WHERE m.id = ${id}::uuid AND m.audience && ${textArray(scope.tokens)}`)),
    listClocksAbout(scope, { type: 'meeting', id }), listLeadingUnitIds(scope),
  ])
  if (!found) return null
  const desk = keepsDesk(scope, found)
  const { agenda, resolutions, summary, report, ...row } = found
  const ahead = desk || row.status !== 'planned' || (beforeLeaders.includes(row.kind) && leading.includes(scope.unitId))
  const issued = desk || row.status === 'closed'
  return {
    ...row, desk, clocks, agenda: ahead ? agendaList.parse(agenda) : [], report: ahead ? report : null, summary: issued ? summary : null, resolutions: issued ? resolutionList.parse(resolutions) : [],
  }
}
export type MeetingRecord = NonNullable<Awaited<ReturnType<typeof findMeeting>>>

/** A member sees its own row, the desks see all. */
export const listAttendances = (scope: Scope, meetingId: string): Promise<Attendance[]> => readAlone(read<Attendance>(Prisma.sql`
  SELECT ${columnsOf(Prisma.AttendanceScalarFieldEnum, 'a')} FROM attendance a WHERE a.meeting_id = ${meetingId}::uuid AND a.audience && ${textArray(scope.tokens)} ORDER BY a.created_at, a.id`))

/** For a link that names the row of one unit: the meeting it belongs to. */
export async function findAttendanceMeeting(scope: Scope, id: string): Promise<string | null> {
  const row = isId(id) ? await db.attendance.findFirst({ where: { id, ...inScope(scope) }, select: { meetingId: true } }) : null
  return row?.meetingId ?? null
}

/** What came of its resolutions in the room of joint undertakings, as far as this reader may see it. */
export const listCampaigns = (scope: Scope, meetingId: string): Promise<{ id: string; title: string }[]> => readAlone(read(Prisma.sql`
  SELECT x.id, x.title FROM undertaking x WHERE x.meeting_id = ${meetingId}::uuid AND x.audience && ${textArray(scope.tokens)} ORDER BY x.created_at, x.id`))
