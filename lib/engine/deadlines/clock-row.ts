import { z } from 'zod'
import { Prisma } from '@/prisma/generated/client'
import { dateColumn, type LocalDate, localDate, now, today } from '@/lib/platform/clock'
import { json, type Tx } from '@/lib/platform/db'
import { Failure } from '@/lib/platform/errors'
import { newId } from '@/lib/platform/id'
import type { Calendar } from './calendar'
import type { Count, Pause } from './count'
import { countRule } from './count-rule'
import { explainCount, explanationSchema } from './explanation'
import { addDays } from './local-date'
import { type Basis, getRuleVersion } from './rules'

export type ClockVerb = 'start' | 'pause' | 'resume' | 'extend' | 'satisfy' | 'reopen' | 'cancel' | 'recount'
export type ClockSubject = { readonly type: string; readonly id: string }

const withEvents = { events: true } satisfies Prisma.DeadlineInclude
export type ClockRow = Prisma.DeadlineGetPayload<{ include: typeof withEvents }>

/** The clocks of one duty, or of all, in one of these states; a new round of a duty starts a new clock. */
export function listClocks(tx: Tx, subject: ClockSubject, duty: string | undefined, statuses: readonly string[]): Promise<ClockRow[]> {
  return tx.deadline.findMany({
    where: { subjectType: subject.type, subjectId: subject.id, ...(duty ? { duty } : {}), status: { in: [...statuses] } },
    include: withEvents,
    orderBy: { id: 'asc' },
  })
}

export function findClock(tx: Tx, deadlineId: string): Promise<ClockRow | null> {
  return tx.deadline.findUnique({ where: { id: deadlineId }, include: withEvents })
}

/** Clocks whose counts wait for a calendar year, a page at a time. */
export function listProvisional(tx: Tx, after: string | null, take: number): Promise<ClockRow[]> {
  return tx.deadline.findMany({
    where: { provisional: true, status: { not: 'cancelled' }, ...(after ? { id: { gt: after } } : {}) },
    include: withEvents,
    orderBy: { id: 'asc' },
    take,
  })
}

/** Clocks that ran over a day, a page at a time; one counted back has its end before its trigger. */
export function listOver(tx: Tx, day: LocalDate, after: string | null, take: number): Promise<ClockRow[]> {
  const on = dateColumn(day)
  return tx.deadline.findMany({
    where: {
      status: { not: 'cancelled' }, ...(after ? { id: { gt: after } } : {}),
      OR: [{ triggeredOn: { lte: on }, endOn: { gte: on } }, { triggeredOn: { gte: on }, endOn: { lte: on } }],
    },
    include: withEvents,
    orderBy: { id: 'asc' },
    take,
  })
}

type NewEvent = {
  readonly verb: ClockVerb
  readonly on: LocalDate
  /** The clock's version it made: the order of events, also of those of one moment. */
  readonly version: number
  readonly detail?: Readonly<Record<string, unknown>>
  readonly basis?: readonly Basis[]
  readonly actorId?: string | undefined
  readonly approverId?: string | undefined
}

export async function recordEvent(tx: Tx, deadlineId: string, event: NewEvent): Promise<void> {
  await tx.deadlineEvent.create({
    data: {
      id: newId(), deadlineId, verb: event.verb, onDate: dateColumn(event.on), detail: json({ ...event.detail, version: event.version }),
      basis: event.basis ? json(event.basis) : Prisma.DbNull, actorId: event.actorId ?? null,
      approverId: event.approverId ?? null, at: now(),
    },
  })
}

/** Changes a clock only in the version that was read, and writes the line of its history. */
export async function changeClock(
  tx: Tx, row: ClockRow, data: Prisma.DeadlineUpdateManyMutationInput, event: Omit<NewEvent, 'version'>,
): Promise<void> {
  const { count } = await tx.deadline.updateMany({
    where: { id: row.id, version: row.version },
    data: { ...data, version: row.version + 1 },
  })
  if (count !== 1) throw new Failure('conflict')
  await recordEvent(tx, row.id, { ...event, version: row.version + 1 })
}

const eventDetail = z.object({ version: z.int().catch(0), reason: z.string().optional() })

/** Excluded days: from the day of the pause to the day before it resumed; `resumedOn` closes one still open. */
export function pausesOf(row: ClockRow, resumedOn?: LocalDate): Pause[] {
  const pauses: Pause[] = []
  let open: { from: LocalDate; reason?: string } | null = null
  const close = (on: LocalDate) => {
    if (open && on > open.from) pauses.push({ ...open, to: addDays(on, -1) })
    open = null
  }
  const events = row.events.map((event) => ({ ...event, ...eventDetail.parse(event.detail) })).sort((a, b) => a.version - b.version)
  for (const { verb, onDate, reason } of events) {
    if (verb === 'pause') open = { from: localDate(onDate), ...(reason === undefined ? {} : { reason }) }
    if (verb === 'resume') close(localDate(onDate))
  }
  if (resumedOn) close(resumedOn)
  return pauses
}

export type Recount = { readonly trigger?: LocalDate; readonly amount?: number; readonly extension?: number; readonly pauses?: readonly Pause[] }

/** The length it counts with, as written in the document or as the rule has it. */
export const lengthOf = (row: ClockRow): number => explanationSchema.parse(row.explanation).amount

/** Counts a clock anew under the rule version it started with, and says its new columns. */
export function recountRow(row: ClockRow, calendar: Calendar, change: Recount = {}): ReturnType<typeof countColumns> {
  const told = explanationSchema.parse(row.explanation)
  // A place's own article may have given it other words than the rule's.
  const rule = { ...getRuleVersion(row.ruleKey, row.ruleVersion), name: told.name, trigger: told.triggerName }
  const options = {
    amount: change.amount ?? lengthOf(row),
    extension: change.extension ?? row.extendedAmount,
    pauses: change.pauses ?? pausesOf(row),
  }
  const count = countRule(rule, change.trigger ?? localDate(row.triggeredOn), calendar, options)
  return countColumns(count, explainCount(rule, count, calendar, options))
}

export function countColumns(count: Count, explanation: ReturnType<typeof explainCount>) {
  return {
    triggeredOn: dateColumn(count.trigger),
    rawEndOn: dateColumn(count.rawEnd),
    endOn: dateColumn(count.end),
    dueAt: new Date(count.dueAt),
    provisional: count.provisional,
    explanation: json(explanation),
  }
}

/** Stores a new count and what it was before. */
export async function storeRecount(
  tx: Tx, row: ClockRow, columns: ReturnType<typeof countColumns>,
  event: Partial<Omit<NewEvent, 'version'>> & { data?: Prisma.DeadlineUpdateManyMutationInput } = {},
): Promise<{ before: LocalDate; after: LocalDate }> {
  const before = localDate(row.endOn)
  const after = localDate(columns.endOn)
  const { data, ...told } = event
  await changeClock(tx, row, { ...columns, ...data }, { verb: 'recount', on: today(), ...told, detail: { ...told.detail, before, after } })
  return { before, after }
}
