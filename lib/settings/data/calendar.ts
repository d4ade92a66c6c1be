import { loadCalendar } from '@/lib/engine/deadlines/overlay'
import { dateColumn, type LocalDate, localDate } from '@/lib/platform/clock'
import { db, type Tx } from '@/lib/platform/db'
import type { Scope } from '@/lib/platform/scope'
import { columnsOf, read, readAlone, readTogether } from '@/lib/platform/together'
import { type CalendarMove, type CalendarReport, type CalendarYear, Prisma } from '@/prisma/generated/client'

export const pageSize = 20

/** The calendar that counts: shipped facts with what was entered. Which days are days of rest is no secret. */
export const findCalendar = (_scope: Scope, client: Tx = db) => loadCalendar(client)

export type YearRow = CalendarYear & { readonly recounts: number; readonly moved: number }

/** The years entered, the latest first, with how often clocks were counted anew for one and how many moved. */
export const listYears = (_scope: Scope, client: Tx = db): Promise<YearRow[]> => readAlone(read<YearRow>(Prisma.sql`
  SELECT ${columnsOf(Prisma.CalendarYearScalarFieldEnum, 'y')}, r.recounts, r.moved FROM calendar_year y
  LEFT JOIN LATERAL (SELECT count(*)::int AS recounts, coalesce(sum(r.moved), 0)::int AS moved FROM calendar_report r WHERE r.year_id = y.id) r ON true ORDER BY y.year DESC`), client)

export const findYear = (_scope: Scope, year: number) => db.calendarYear.findUnique({ where: { year } })

/** Clocks whose count waits for the arrangement of this year. */
export async function countWaiting(_scope: Scope, year: number, client: Tx = db): Promise<number> {
  const warned = JSON.stringify([{ code: 'provisional', params: { year } }])
  const rows = await readAlone(read<{ count: number }>(Prisma.sql`
    SELECT count(*)::int AS count FROM deadline
    WHERE provisional AND status <> 'cancelled' AND explanation->'warnings' @> ${warned}::jsonb`), client)
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
  const { day: _cast, ...fields } = Prisma.CalendarReportScalarFieldEnum
  return readAlone(read<Omit<CalendarReport, 'day'> & { day: LocalDate | null; madeBy: string }>(Prisma.sql`
    SELECT ${columnsOf(fields, 'r')}, r.day::text AS day, coalesce((SELECT p.name FROM app_user p WHERE p.id = r.made_by_id), '') AS "madeBy"
    FROM calendar_report r WHERE r.year_id = ${yearId}::uuid ORDER BY r.made_at DESC, r.id DESC`))
}

const moveFacts = { id: true, regionCode: true, duty: true, owedByUnitId: true, beforeOn: true, afterOn: true, satisfiedOn: true } as const

type MoveRow = { beforeOn: Date; afterOn: Date; satisfiedOn: Date | null }
const datesOf = ({ beforeOn, afterOn, satisfiedOn }: MoveRow) =>
  ({ beforeOn: localDate(beforeOn), afterOn: localDate(afterOn), satisfiedOn: satisfiedOn && localDate(satisfiedOn) })

/** What moved, for the administrator: obligation and unit, never the matter itself. */
export async function listMoves(_scope: Scope, yearId: string, page: number) {
  const ofYear = Prisma.sql`calendar_move m JOIN calendar_report r ON r.id = m.report_id WHERE r.year_id = ${yearId}::uuid`
  const { rows, totals } = await readTogether({
    rows: read<Pick<CalendarMove, keyof typeof moveFacts> & { step: string; madeAt: Date }>(Prisma.sql`
      SELECT ${columnsOf(Object.fromEntries(Object.keys(moveFacts).map((name) => [name, name])), 'm')}, r.step, r.made_at AS "madeAt" FROM ${ofYear}
      ORDER BY r.made_at DESC, m.after_on, m.id LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}`),
    totals: read<{ total: number }>(Prisma.sql`SELECT count(*)::int AS total FROM ${ofYear}`),
  })
  return { rows: rows.map((row) => ({ ...row, ...datesOf(row) })), total: totals[0]!.total }
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
