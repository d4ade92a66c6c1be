import type { Recounted } from '@/lib/engine/deadlines/recount'
import { queueNotice } from '@/lib/engine/notices/queue'
import { isOpen } from '@/lib/engine/deadlines/phase'
import { findFeature } from '@/lib/engine/procedure/registry'
import type { StepContext } from '@/lib/engine/procedure/feature'
import { dateColumn } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import type { Role } from '@/lib/platform/roles'
import type { Deadline } from '@/prisma/generated/client'
import { moveFollowers } from './followers'

type Context = Pick<StepContext<never, unknown>, 'tx' | 'actor' | 'now'>
type Asked = {
  readonly step: 'publish' | 'adopt' | 'correct' | 'recount'
  readonly yearId: string
  readonly counted: number
  readonly day?: string
  readonly reason?: string
}

/** Shifts what follows, keeps what moved, before and after, and tells those who owe or are owed. */
export async function reportMoves({ tx, actor, now }: Context, recounted: readonly Recounted[], asked: Asked) {
  const moves = await moveFollowers(tx, recounted, actor.userId)
  const { step, yearId, counted, day, reason = '' } = asked
  const id = newId()
  await tx.calendarReport.create({
    data: {
      id, yearId, regionCode: actor.regionCode, step, day: day ? dateColumn(day) : null, reason, counted, moved: moves.length,
      madeById: actor.userId, madeAt: now,
    },
  })
  const clocks = new Map((await tx.deadline.findMany({ where: { id: { in: moves.map(({ deadlineId }) => deadlineId) } } })).map((clock) => [clock.id, clock]))
  await tx.calendarMove.createMany({ data: moves.map((move) => moveRow(id, move, clocks.get(move.deadlineId)!)) })
  for (const move of moves) await tell(tx, id, actor.userId, move, clocks.get(move.deadlineId)!)
  return { reportId: id, counted, moved: moves.map(({ deadlineId, before, after }) => ({ deadlineId, before, after })) }
}

const moveRow = (reportId: string, { before, after }: Recounted, clock: Deadline) => ({
  id: newId(), reportId, regionCode: clock.regionCode, deadlineId: clock.id, duty: clock.duty, subjectType: clock.subjectType, subjectId: clock.subjectId,
  subjectTitle: clock.subjectTitle, owedByUnitId: clock.owedByUnitId, beforeOn: dateColumn(before), afterOn: dateColumn(after),
  satisfiedOn: clock.satisfiedOn, audience: clock.audience,
})

const atHand: readonly Role[] = ['liaison', 'caseManager', 'courtClerk']

/** Those at work on the record and the liaisons of both sides; a duty already done needs nobody's attention. */
async function tell(tx: Tx, reportId: string, exceptUserId: string, { before, after }: Recounted, clock: Deadline): Promise<void> {
  if (!isOpen(clock.status)) return
  const units = [clock.owedByUnitId, ...(clock.owedToUnitId ? [clock.owedToUnitId] : [])]
  const feature = findFeature(clock.subjectType)
  const people = await Promise.all(units.map((unitId) => feature?.responsible?.(clock.subjectId, unitId) ?? []))
  await queueNotice(tx, {
    kind: 'calendar.moved', subject: { type: clock.subjectType, id: clock.subjectId }, title: clock.subjectTitle, regionCode: clock.regionCode,
    groups: units.map((unitId) => ({ unitId, roles: atHand })), people: [...new Set(people.flat())], exceptUserId,
    onceKey: `calendar:${reportId}:${clock.id}`, params: { duty: clock.duty, before, after },
  })
}
