import { z } from 'zod'
import { addDays, daysBetween } from '@/lib/engine/deadlines/local-date'
import { rightRules } from '@/lib/engine/deadlines/rules'
import { findFeature } from '@/lib/engine/procedure/registry'
import facts from '@/facts/reminders.json'
import { dateColumn, localDate, now, today, type LocalDate } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { heldOn } from '@/lib/platform/held-on'
import { contactRoles, type Role } from '@/lib/platform/roles'
import { recipientsOf } from './liaisons'
import { peopleWith, replacementsOf, writeNotices } from './write'

export const { daysBefore: rungs, leadersFrom } = z
  .object({ daysBefore: z.array(z.number().int()), leadersFrom: z.number().int() })
  .parse(facts)

const atHand: readonly Role[] = [...contactRoles, 'agencyHandler']
const leaders: readonly Role[] = ['agencyLeader', 'departmentHead']

/** Overdue clocks older than this were told long ago. */
const lookBehindDays = 30

/**
 * The rung that is due with so many days left, of a limit this long; null before the first one. Rungs as long as the
 * limit itself are skipped: nobody needs a 15-day warning of a 15-day limit.
 */
export function rungOf(daysLeft: number, lengthDays: number): number | null {
  const due = rungs.filter((rung) => daysLeft <= rung && (rung <= 0 || rung < lengthDays))
  return due.length === 0 ? null : Math.min(...due)
}

type Clock = {
  readonly id: string
  readonly regionCode: string
  readonly duty: string
  readonly subjectType: string
  readonly subjectId: string
  readonly subjectTitle: string
  readonly owedByUnitId: string
  readonly triggeredOn: Date
  readonly endOn: Date
}

/** One sweep over the running clocks near their end. May run at any time and any number of times. */
export async function sendReminders(): Promise<number> {
  const day = today()
  const clocks = await db.deadline.findMany({
    where: {
      status: 'running',
      ruleKey: { notIn: [...rightRules] },
      triggeredOn: { lte: dateColumn(day) },
      endOn: { gte: dateColumn(addDays(day, -lookBehindDays)), lte: dateColumn(addDays(day, Math.max(...rungs))) },
    },
    orderBy: [{ endOn: 'asc' }, { id: 'asc' }],
  })
  let sent = 0
  for (const clock of clocks) sent += await remind(clock, day)
  return sent
}

async function remind(clock: Clock, day: LocalDate): Promise<number> {
  const endOn = localDate(clock.endOn)
  const daysLeft = daysBetween(day, endOn)
  const rung = rungOf(daysLeft, daysBetween(localDate(clock.triggeredOn), endOn))
  if (rung === null) return 0
  const named = (await findFeature(clock.subjectType)?.responsible?.(clock.subjectId, clock.owedByUnitId)) ?? []
  // Where who is named has no account or no role there any more, whoever answers for the body is told as where nobody is named.
  const there = { unitId: clock.owedByUnitId, ...heldOn(day) }
  const responsible = named.length === 0 ? [] : (await db.user.findMany({ where: { id: { in: named }, active: true, grants: { some: there } }, select: { id: true } })).map(({ id }) => id)
  const told = new Set(responsible)
  if (told.size === 0) for (const id of await recipientsOf(clock.owedByUnitId, atHand, day)) told.add(id)
  if (rung <= leadersFrom) for (const id of await peopleWith(clock.owedByUnitId, leaders, day)) told.add(id)
  for (const id of await replacementsOf([...told], day)) told.add(id)
  return writeNotices([...told], {
    kind: rung > 0 ? 'reminder.ahead' : rung === 0 ? 'reminder.today' : 'reminder.overdue',
    subject: { type: clock.subjectType, id: clock.subjectId },
    title: clock.subjectTitle,
    regionCode: clock.regionCode,
    onceKey: `remind:${clock.id}:${endOn}:${rung}`,
    params: { duty: clock.duty, endOn, days: Math.abs(daysLeft) },
  }, now())
}
