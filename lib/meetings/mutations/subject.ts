import { toldRoles } from '@/lib/action-items/schema'
import { validToday } from '@/lib/identity/data'
import type { Outcome, Subject } from '@/lib/engine/procedure/feature'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import type { JointMeeting } from '@/prisma/generated/client'

export type Meeting = JointMeeting

export const meetingSubject: Subject<Meeting> = {
  type: 'meeting',
  async lock(tx, id, scope) {
    const found = await tx.$queryRaw<unknown[]>`SELECT 1 FROM joint_meeting WHERE id = ${id}::uuid AND audience && ${[...scope.tokens]}::text[] FOR UPDATE`
    return found.length === 0 ? null : tx.jointMeeting.findUniqueOrThrow({ where: { id } })
  },
  async move(tx, id, version, status) {
    return (await tx.jointMeeting.updateMany({ where: { id, version }, data: { status, version: { increment: 1 }, updatedAt: now() } })).count
  },
}

type Told = Pick<Meeting, 'id' | 'regionCode' | 'title' | 'audience' | 'deskId' | 'proposerId'>

export const meetingOutcome = (row: Told, more: Partial<Outcome> = {}): Outcome => ({
  id: row.id, regionCode: row.regionCode, title: row.title, audience: row.audience,
  parties: { desk: row.deskId, ...(row.proposerId ? { proposer: row.proposerId } : {}) }, ...more,
})

/** Whoever answers for the units that were invited. */
export async function peopleOfMembers(tx: Tx, meetingId: string): Promise<string[]> {
  const rows = await tx.attendance.findMany({ where: { meetingId, status: { not: 'released' } }, select: { unitId: true } })
  const unitIds = rows.map(({ unitId }) => unitId)
  const people = await tx.user.findMany({
    where: { active: true, grants: { some: { ...validToday(), unitId: { in: unitIds }, role: { in: [...toldRoles] } } } }, select: { id: true },
  })
  return people.map(({ id }) => id)
}
