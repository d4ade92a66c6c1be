import { loadCalendar } from '@/lib/engine/deadlines/overlay'
import { dateColumn, type LocalDate, localDate } from '@/lib/platform/clock'
import { db, type Tx } from '@/lib/platform/db'
import type { Scope } from '@/lib/platform/scope'

export const pageSize = 20

/** The calendar that counts: shipped facts with what was entered. Which days are days of rest is no secret. */
export const findCalendar = (_scope: Scope, client: Tx = db) => loadCalendar(client)

export const listYears = (_scope: Scope, client: Tx = db) =>
  client.calendarYear.findMany({ orderBy: { year: 'desc' }, include: { reports: { orderBy: { madeAt: 'desc' }, select: { counted: true, moved: true, madeAt: true } } } })

export const findYear = (_scope: Scope, year: number) => db.calendarYear.findUnique({ where: { year } })

/** Clocks whose count waits for the arrangement of this year. */
export async function countWaiting(_scope: Scope, year: number, client: Tx = db): Promise<number> {
  const warned = JSON.stringify([{ code: 'provisional', params: { year } }])
  const rows = await client.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM deadline
    WHERE provisional AND status <> 'cancelled' AND explanation->'warnings' @> ${warned}::jsonb`
  return rows[0]?.count ?? 0
}

/** Clocks that ran over this day. */
export async function countOver(_scope: Scope, day: LocalDate, client: Tx = db): Promise<number> {
  const on = dateColumn(day)
  return client.deadline.count({
    where: { status: { not: 'cancelled' }, OR: [{ triggeredOn: { lte: on }, endOn: { gte: on } }, { triggeredOn: { gte: on }, endOn: { lte: on } }] },
  })
}

/** The recounts of a year, newest first, with who made them. */
export async function listReports(_scope: Scope, yearId: string) {
  const rows = await db.calendarReport.findMany({ where: { yearId }, orderBy: [{ madeAt: 'desc' }, { id: 'desc' }] })
  const people = await db.user.findMany({ where: { id: { in: rows.map(({ madeById }) => madeById) } }, select: { id: true, name: true } })
  return rows.map(({ day, madeById, ...row }) => ({
    ...row, day: day && localDate(day), madeBy: people.find(({ id }) => id === madeById)?.name ?? '',
  }))
}

const moveFacts = { id: true, regionCode: true, duty: true, owedByUnitId: true, beforeOn: true, afterOn: true, satisfiedOn: true } as const

type MoveRow = { beforeOn: Date; afterOn: Date; satisfiedOn: Date | null }
const datesOf = ({ beforeOn, afterOn, satisfiedOn }: MoveRow) =>
  ({ beforeOn: localDate(beforeOn), afterOn: localDate(afterOn), satisfiedOn: satisfiedOn && localDate(satisfiedOn) })

/** What moved, for the administrator: obligation and unit, never the matter itself. */
export async function listMoves(_scope: Scope, yearId: string, page: number) {
  const where = { report: { yearId } }
  const [rows, total] = await Promise.all([
    db.calendarMove.findMany({
      where, orderBy: [{ report: { madeAt: 'desc' } }, { afterOn: 'asc' }, { id: 'asc' }], skip: (page - 1) * pageSize, take: pageSize,
      select: { ...moveFacts, report: { select: { step: true, day: true, madeAt: true } } },
    }),
    db.calendarMove.count({ where }),
  ])
  return { rows: rows.map((row) => ({ ...row, ...datesOf(row) })), total }
}

const mostOwnMoves = 50

/** What moved among the matters this person may see. */
export async function listOwnMoves(scope: Scope, year: number) {
  const rows = await db.calendarMove.findMany({
    where: { report: { year: { year } }, audience: { hasSome: [...scope.tokens] } },
    orderBy: [{ afterOn: 'asc' }, { id: 'asc' }], take: mostOwnMoves,
    select: { ...moveFacts, subjectType: true, subjectId: true, subjectTitle: true },
  })
  return rows.map((row) => ({ ...row, ...datesOf(row) }))
}
