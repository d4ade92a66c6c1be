import { dateColumn, type LocalDate } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import type { Scope } from '@/lib/platform/scope'
import { idArray, nothing, read, readTogether, textArray, type Read } from '@/lib/platform/together'
import { Prisma } from '@/prisma/generated/client'
import type { Group, Period } from '../rules'
import { type Counts, type FiguresFilter, type Measure, measures } from '../schema'
import { conditionOf, countsOfSums, standingOn } from './measures'
import { about, during, monthOf, once, readersOf, subjectsOf } from './readers'

type Asked = { readonly period: Period | null; readonly today: LocalDate } & Pick<FiguresFilter, 'agency' | 'domain'>
type Raw = { agency_id: string | null; domain: string | null; month: string | null } & Counts

const matching = (asked: Asked, day: Prisma.Sql): Prisma.Sql => Prisma.sql`${during(day, asked.period)} AND ${about(asked)}`

const each = (of: (measure: Measure, name: Prisma.Sql) => Prisma.Sql): Prisma.Sql =>
  Prisma.join(measures.map((measure) => of(measure, Prisma.raw(`"${measure}"`))))

/** Letters of one's own side, each once: read along the index of that side, past nobody else's. */
function sidesOf(readers: readonly string[], when: Prisma.Sql): Prisma.Sql {
  const units = idArray(subjectsOf(readers, /^u:/))
  const sides = [
    Prisma.sql`procuratorate_id = ANY(${units})`, Prisma.sql`agency_id = ANY(${units})`, Prisma.sql`region_code = ANY(${textArray(subjectsOf(readers, /^[bg]:/))})`,
  ]
  return Prisma.join(sides.map((side, at) => Prisma.sql`
    SELECT * FROM letter_fact WHERE ${Prisma.join([side, when, ...sides.slice(0, at).map((before) => Prisma.sql`NOT ${before}`)], ' AND ')}`), ' UNION ALL ')
}

/**
 * What ended before this month, and what ends after it, is read from the tally; letter by letter only where a limit ends in this
 * month: few rows, however many letters there are, and none of them knows what day it is.
 */
function groupsOf(scope: Scope, asked: Asked): Read<Raw> {
  const readers = readersOf(scope)
  if (readers.length === 0) return nothing()
  const thisMonth = monthOf(asked.today)
  const month = Prisma.sql`${dateColumn(thisMonth)}::date`
  const sums = countsOfSums(thisMonth)
  return read(Prisma.sql`
    SELECT agency_id, domain, to_char(month, 'YYYY-MM') AS month, ${each((_, name) => Prisma.sql`coalesce(sum(${name}), 0)::int AS ${name}`)} FROM (
      SELECT t.agency_id, t.domain, t.received_month_on AS month, ${each((measure, name) => Prisma.sql`${sums[measure]} AS ${name}`)}
      FROM letter_tally t
      WHERE t.token = ANY(${textArray(readers)}) AND (t.end_month_on < ${month} OR t.first_month_on > ${month})
        AND ${matching(asked, Prisma.sql`t.received_month_on`)} AND ${once(readers)}
      UNION ALL
      SELECT x.agency_id, x.domain, x.month, ${each((measure, name) => Prisma.sql`count(*) FILTER (WHERE ${conditionOf(measure)})::int AS ${name}`)} FROM (
        SELECT f.agency_id, f.domain, date_trunc('month', f.received_on::timestamp)::date AS month, ${standingOn(asked.today)}
        FROM (${sidesOf(readers, Prisma.sql`last_end_on >= ${month} AND first_end_on < (${month} + interval '1 month')::date`)}) f
        WHERE f.audience && ${textArray(readers)} AND ${matching(asked, Prisma.sql`f.received_on`)}
      ) x GROUP BY x.agency_id, x.domain, x.month
    ) parts GROUP BY GROUPING SETS ((agency_id), (domain), (month), ())`)
}

const firstMonth = (scope: Scope): Read<{ month: string | null }> => read(Prisma.sql`
  SELECT to_char(min(received_month_on), 'YYYY-MM') AS month FROM letter_tally WHERE token = ANY(${textArray(readersOf(scope))})`)

const agencies = (scope: Scope): Read<{ id: string; name: string }> => read(Prisma.sql`
  SELECT u.id, u.short_name AS name FROM unit u
  WHERE EXISTS (SELECT 1 FROM letter_tally t WHERE t.token = ANY(${textArray(readersOf(scope))}) AND t.agency_id = u.id) ORDER BY u.short_name, u.id`)

const none = Object.fromEntries(measures.map((measure) => [measure, 0])) as Record<Measure, number>

/** Letters within scope in all, by agency, by domain and by month of receipt; whole months only. */
export async function countFigures(scope: Scope, asked: Asked, client?: Tx) {
  const found = await readTogether({ groups: groupsOf(scope, asked), first: firstMonth(scope), agencies: agencies(scope) }, client)
  const by = (key: 'agency_id' | 'domain' | 'month'): Group[] => found.groups.flatMap((row) => {
    const value = row[key]
    return value === null ? [] : [{ key: value, counts: countsOf(row) }]
  }).filter(({ counts }) => counts.received + counts.withdrawn > 0)
  const whole = found.groups.find((row) => row.agency_id === null && row.domain === null && row.month === null)
  return {
    total: whole ? countsOf(whole) : none, byAgency: by('agency_id'), byDomain: by('domain'), byMonth: by('month'),
    firstYear: found.first[0]?.month?.slice(0, 4) ?? null, agencies: found.agencies,
  }
}

const countsOf = ({ agency_id: _agency, domain: _domain, month: _month, ...counts }: Raw): Counts => counts
