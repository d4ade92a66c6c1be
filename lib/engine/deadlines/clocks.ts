import { dateColumn, type LocalDate, localDate, now, today } from '@/lib/platform/clock'
import { json, type Tx } from '@/lib/platform/db'
import { notFound, refuse } from '@/lib/platform/errors'
import { newId } from '@/lib/platform/id'
import {
  changeClock, type ClockSubject, countColumns, findClock, lengthOf, listClocks, pausesOf, recordEvent, recountRow, storeRecount,
} from './clock-row'
import { countRule } from './count-rule'
import { explainCount } from './explanation'
import { calendarOf, findLength } from './overlay'
import { type Basis, getRuleVersion, periodOf, requireRule } from './rules'

export type StartClock = {
  readonly rule: string
  /** The obligation, e.g. `recommendation.reply`. */
  readonly duty: string
  readonly subject: ClockSubject
  readonly subjectTitle: string
  readonly regionCode: string
  readonly owedBy: string
  readonly owedTo?: string | null
  /** May lie ahead: the clock then has not yet begun. */
  readonly triggeredOn: LocalDate
  /** For limits in hours: the moment from which they run. */
  readonly triggeredAt?: Date
  readonly audience: readonly string[]
  /** A length written in the document, in the rule's unit; else the place's, else the shipped one. */
  readonly amount?: number
  /** What a place's own article calls the limit, and on what it stands; else the rule's own words. */
  readonly named?: { readonly name: string; readonly trigger?: string; readonly basis: readonly Basis[] }
  readonly actorId?: string
}

export type StartedClock = { readonly id: string; readonly triggeredOn: LocalDate; readonly endOn: LocalDate; readonly dueAt: Date; readonly provisional: boolean }

export async function startClock(tx: Tx, start: StartClock): Promise<StartedClock> {
  const known = requireRule(start.rule, start.triggeredOn)
  const rule = start.named ? { ...known, ...start.named, basis: [...start.named.basis] } : known
  const amount = start.amount ?? (await findLength(tx, rule, start.regionCode, start.triggeredOn))
  if (!periodOf(rule, amount) || amount === null) throw new RangeError(`${rule.key} has no countdown`)
  const calendar = await calendarOf(tx)
  const options = { amount, ...(start.triggeredAt ? { triggeredAt: start.triggeredAt } : {}) }
  const count = countRule(rule, start.triggeredOn, calendar, options)
  const columns = countColumns(count, explainCount(rule, count, calendar, options))
  const id = newId()
  await tx.deadline.create({
    data: {
      id, regionCode: start.regionCode, ruleKey: rule.key, ruleVersion: rule.version, duty: start.duty,
      subjectType: start.subject.type, subjectId: start.subject.id, subjectTitle: start.subjectTitle,
      owedByUnitId: start.owedBy, owedToUnitId: start.owedTo ?? null, ...columns,
      status: 'running', extendedAmount: 0, basis: json(rule.basis), audience: [...start.audience], createdAt: now(),
    },
  })
  await recordEvent(tx, id, {
    verb: 'start', version: 1, on: start.triggeredOn, basis: rule.basis, actorId: start.actorId,
    detail: { end: count.end, amount, ...(start.triggeredAt ? { triggeredAt: start.triggeredAt.toISOString() } : {}) },
  })
  return { id, triggeredOn: count.trigger, endOn: count.end, dueAt: columns.dueAt, provisional: count.provisional }
}

type OfDuty = { readonly subject: ClockSubject; readonly duty: string; readonly on: LocalDate; readonly actorId?: string }

/** The duty was kept on this day (a reply posted in time is in time: 民诉法 85); late or not follows from the dates. */
export async function satisfyClocks(tx: Tx, { subject, duty, on, actorId }: OfDuty): Promise<string[]> {
  const rows = await listClocks(tx, subject, duty, ['running', 'paused'])
  for (const row of rows) {
    await changeClock(tx, row, { status: 'satisfied', satisfiedOn: dateColumn(on), satisfiedAt: now() }, {
      verb: 'satisfy', on, actorId, detail: { end: localDate(row.endOn) },
    })
  }
  return rows.map(({ id }) => id)
}

/** The duty lost its object; without a duty, all open clocks of the subject. */
export async function cancelClocks(
  tx: Tx, { subject, duty, reason, actorId }: { subject: ClockSubject; duty?: string; reason: string; actorId?: string },
): Promise<string[]> {
  const rows = await listClocks(tx, subject, duty, ['running', 'paused'])
  for (const row of rows) {
    await changeClock(tx, row, { status: 'cancelled' }, { verb: 'cancel', on: today(), actorId, detail: { reason } })
  }
  return rows.map(({ id }) => id)
}

type PauseClocks = OfDuty & { readonly reason?: string; readonly basis?: readonly Basis[]; readonly approverId?: string }

/**
 * Stops running clocks from this day on (办案规则 48, 78). One that has already ended stays overdue: nothing stops a
 * period that is over.
 */
export async function pauseClocks(tx: Tx, { subject, duty, on, reason, basis, actorId, approverId }: PauseClocks): Promise<string[]> {
  const paused: string[] = []
  for (const row of await listClocks(tx, subject, duty, ['running'])) {
    if (!getRuleVersion(row.ruleKey, row.ruleVersion).suspension) throw refuse('deadlines.refuse.noPause')
    if (on > localDate(row.endOn)) continue
    await changeClock(tx, row, { status: 'paused' }, {
      verb: 'pause', on, actorId, approverId, ...(basis ? { basis } : {}), detail: reason ? { reason } : {},
    })
    paused.push(row.id)
  }
  return paused
}

/** Runs on from this day; the days since the pause are excluded and move the end. */
export async function resumeClocks(tx: Tx, { subject, duty, on, actorId }: OfDuty): Promise<string[]> {
  const rows = await listClocks(tx, subject, duty, ['paused'])
  const calendar = await calendarOf(tx)
  for (const row of rows) {
    const pauses = pausesOf(row, on)
    await storeRecount(tx, row, recountRow(row, calendar, { pauses }), { verb: 'resume', on, ...(actorId ? { actorId } : {}), data: { status: 'running' } })
  }
  return rows.map(({ id }) => id)
}

export type ExtendClock = {
  /** In the rule's unit, added to the unrolled end. */
  readonly amount: number
  readonly basis: readonly Basis[]
  readonly approverId: string
  readonly actorId?: string
  readonly on?: LocalDate
} & ({ readonly deadlineId: string } | { readonly subject: ClockSubject; readonly duty: string })

export async function extendClock(tx: Tx, extend: ExtendClock): Promise<{ deadlineId: string; before: LocalDate; after: LocalDate }> {
  const row = 'deadlineId' in extend
    ? await findClock(tx, extend.deadlineId)
    : (await listClocks(tx, extend.subject, extend.duty, ['running', 'paused'])).at(-1)
  if (!row) throw notFound()
  const on = extend.on ?? today()
  if (!getRuleVersion(row.ruleKey, row.ruleVersion).extension) throw refuse('deadlines.refuse.noExtension')
  if (!['running', 'paused'].includes(row.status) || (row.status === 'running' && on > localDate(row.endOn))) {
    throw refuse('deadlines.refuse.ended')
  }
  const extension = row.extendedAmount + extend.amount
  const moved = await storeRecount(tx, row, recountRow(row, await calendarOf(tx), { extension }), {
    verb: 'extend', on, basis: extend.basis, approverId: extend.approverId, detail: { amount: extend.amount },
    ...(extend.actorId ? { actorId: extend.actorId } : {}), data: { extendedAmount: extension },
  })
  return { deadlineId: row.id, ...moved }
}

/** The duty was not kept after all: the clock satisfied last is owed again, by the end it always had. */
export async function reopenClocks(tx: Tx, { subject, duty, on, actorId }: OfDuty): Promise<string[]> {
  const row = (await listClocks(tx, subject, duty, ['satisfied'])).at(-1)
  if (!row) return []
  await changeClock(tx, row, { status: 'running', satisfiedOn: null, satisfiedAt: null }, {
    verb: 'reopen', on, actorId, detail: { end: localDate(row.endOn), satisfiedOn: row.satisfiedOn && localDate(row.satisfiedOn) },
  })
  return [row.id]
}

type RecountClocks = Omit<OfDuty, 'on'> & {
  readonly trigger?: LocalDate
  /** In the rule's unit. */
  readonly amount?: number
  readonly reason?: string
  readonly basis?: readonly Basis[]
}

/**
 * The trigger or the length changed: the clock is counted anew, and its history says from what. One already satisfied
 * stays satisfied on its day; whether that was in time follows from the end the law gives it.
 */
export async function recountClocks(
  tx: Tx, { subject, duty, trigger, amount, reason, basis, actorId }: RecountClocks,
): Promise<{ deadlineId: string; before: LocalDate; after: LocalDate }[]> {
  const calendar = await calendarOf(tx)
  const moved = []
  for (const row of await listClocks(tx, subject, duty, ['running', 'paused', 'satisfied'])) {
    const [from, length] = [localDate(row.triggeredOn), lengthOf(row)]
    const detail = {
      ...(trigger && trigger !== from ? { triggerBefore: from, triggerAfter: trigger } : {}),
      ...(amount && amount !== length ? { amountBefore: length, amountAfter: amount } : {}),
    }
    if (Object.keys(detail).length === 0) continue
    const ends = await storeRecount(tx, row, recountRow(row, calendar, { ...(trigger ? { trigger } : {}), ...(amount ? { amount } : {}) }), {
      detail: { ...detail, ...(reason ? { reason } : {}) }, ...(basis ? { basis } : {}), ...(actorId ? { actorId } : {}),
    })
    moved.push({ deadlineId: row.id, ...ends })
  }
  return moved
}
