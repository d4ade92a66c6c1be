import { dateColumn, type LocalDate } from '@/lib/platform/clock'
import { Prisma } from '@/prisma/generated/client'
import type { Measure } from '../schema'

/** The one definition of each count: a condition on `x`, a letter as it stands on a day. */
const conditions: Readonly<Record<Measure, Prisma.Sql>> = {
  received: Prisma.sql`NOT x.withdrawn`,
  withdrawn: Prisma.sql`x.withdrawn`,
  replied: Prisma.sql`NOT x.withdrawn AND x.replied`,
  inTime: Prisma.sql`NOT x.withdrawn AND x.in_time`,
  replyDue: Prisma.sql`NOT x.withdrawn AND x.reply_due`,
  repliedOfDue: Prisma.sql`NOT x.withdrawn AND x.reply_due AND x.replied`,
  inTimeOfDue: Prisma.sql`NOT x.withdrawn AND x.reply_due AND x.in_time`,
  replyPending: Prisma.sql`NOT x.withdrawn AND NOT x.reply_due AND NOT x.reply_waived`,
  replyWaived: Prisma.sql`NOT x.withdrawn AND x.reply_waived`,
  rectified: Prisma.sql`NOT x.withdrawn AND x.rectified`,
  performDue: Prisma.sql`NOT x.withdrawn AND x.perform_due`,
  rectifiedOfDue: Prisma.sql`NOT x.withdrawn AND x.perform_due AND x.rectified`,
  performPending: Prisma.sql`NOT x.withdrawn AND NOT x.perform_due AND NOT x.perform_waived AND NOT x.suspended`,
  performWaived: Prisma.sql`NOT x.withdrawn AND x.perform_waived AND NOT x.suspended`,
  // 中止审查 takes a letter out of the rate of rectification, and out of no other.
  suspended: Prisma.sql`NOT x.withdrawn AND x.suspended`,
  overdue: Prisma.sql`NOT x.withdrawn AND (x.reply_overdue OR x.perform_overdue)`,
  replyOverdue: Prisma.sql`NOT x.withdrawn AND x.reply_overdue`,
  performOverdue: Prisma.sql`NOT x.withdrawn AND x.perform_overdue`,
  overdueUnrectified: Prisma.sql`NOT x.withdrawn AND (x.reply_overdue OR x.perform_overdue) AND NOT x.rectified`,
  relapsed: Prisma.sql`NOT x.withdrawn AND x.look_back = 'relapsed'`,
  lookedBack: Prisma.sql`NOT x.withdrawn AND x.look_back IN ('held', 'relapsed')`,
  lookBackPlanned: Prisma.sql`NOT x.withdrawn AND x.look_back = 'planned'`,
}

export const conditionOf = (measure: Measure): Prisma.Sql => conditions[measure]

/** A letter as it stands on a day: its last day counts until 24:00 (民法典 203), so a limit has ended on the day after. */
export const standingOn = (today: LocalDate): Prisma.Sql => Prisma.sql`
  f.withdrawn, f.replied, f.in_time, f.reply_waived, f.rectified, f.perform_waived, f.suspended, f.look_back,
  f.reply_end_on < ${dateColumn(today)}::date AND NOT f.reply_waived AS reply_due,
  f.perform_end_on < ${dateColumn(today)}::date AND NOT f.perform_waived AND NOT f.suspended AS perform_due,
  coalesce(f.owed_reply_end_on < ${dateColumn(today)}::date, false) AS reply_overdue,
  f.owes_performance AND f.perform_end_on < ${dateColumn(today)}::date AS perform_overdue`

/**
 * The same counts from sums `t` of letters whose limits all ended in months before this one, or all end in months after it: none of
 * them depends on the day within the month.
 */
export const countsOfSums = (month: LocalDate): Readonly<Record<Measure, Prisma.Sql>> => {
  const ended = Prisma.sql`t.end_month_on < ${dateColumn(month)}::date`
  const ifEnded = (then: Prisma.Sql) => Prisma.sql`CASE WHEN ${ended} THEN ${then} ELSE 0 END`
  const ifAhead = (then: Prisma.Sql) => Prisma.sql`CASE WHEN ${ended} THEN 0 ELSE ${then} END`
  const [owing, performing] = [Prisma.sql`t.received - t.reply_waived`, Prisma.sql`t.received - t.perform_waived - t.suspended`]
  return {
    received: Prisma.sql`t.received`, withdrawn: Prisma.sql`t.withdrawn`, replied: Prisma.sql`t.replied`, inTime: Prisma.sql`t.in_time`,
    replyDue: ifEnded(owing), repliedOfDue: ifEnded(Prisma.sql`t.replied`), inTimeOfDue: ifEnded(Prisma.sql`t.in_time`), replyPending: ifAhead(owing),
    replyWaived: Prisma.sql`t.reply_waived`, rectified: Prisma.sql`t.rectified`, performDue: ifEnded(performing),
    rectifiedOfDue: ifEnded(Prisma.sql`t.rectified - t.rectified_suspended`), performPending: ifAhead(performing), performWaived: Prisma.sql`t.perform_waived`,
    suspended: Prisma.sql`t.suspended`, overdue: ifEnded(Prisma.sql`t.owes_any`), replyOverdue: ifEnded(Prisma.sql`t.owes_reply`),
    performOverdue: ifEnded(Prisma.sql`t.owes_performance`), overdueUnrectified: ifEnded(Prisma.sql`t.owes_any_unrectified`), relapsed: Prisma.sql`t.relapsed`,
    lookedBack: Prisma.sql`t.looked_back`, lookBackPlanned: Prisma.sql`t.look_back_planned`,
  }
}

/** For the list of letters: those that a figure counted. */
export const isCounted = (letterId: Prisma.Sql, measure: Measure, today: LocalDate): Prisma.Sql => Prisma.sql`
  EXISTS (SELECT 1 FROM (SELECT ${standingOn(today)} FROM letter_fact f WHERE f.letter_id = ${letterId}) x WHERE ${conditions[measure]})`
