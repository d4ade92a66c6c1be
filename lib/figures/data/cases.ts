import { dateColumn, type LocalDate } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import type { Scope } from '@/lib/platform/scope'
import { idArray, read, type Read, readTogether, textArray } from '@/lib/platform/together'
import { Prisma } from '@/prisma/generated/client'
import type { Period } from '../rules'
import { type CaseCounts, caseMeasures, type FiguresFilter } from '../schema'
import { caseCondition, caseStandingOn, classIn, countsOfCases, fields } from './case-measures'
import { about, during, monthOf, once, readersOf, subjectsOf } from './readers'

type Asked = { readonly period: Period | null; readonly today: LocalDate } & Pick<FiguresFilter, 'agency' | 'domain'>
type Raw = CaseCounts & { readonly domain: string | null; readonly class: string | null; readonly source: string | null; readonly days: number | null; readonly level: number }
export type CaseGroup = { readonly key: string; readonly counts: CaseCounts; readonly days: number | null }

const countsOf = (row: CaseCounts): CaseCounts => ({ opened: row.opened, due: row.due, settled: row.settled, settledByTalk: row.settledByTalk })
const none: CaseCounts = { opened: 0, due: 0, settled: 0, settledByTalk: 0 }

/** What the sums say of cases by the month they were opened. */
function sums(scope: Scope, asked: Asked, readers: readonly string[]): Read<CaseCounts> {
  const counts = countsOfCases(monthOf(asked.today), scope)
  return read(Prisma.sql`
    SELECT ${Prisma.join(caseMeasures.map((measure) => Prisma.sql`coalesce(sum(${counts[measure]}), 0)::int AS ${Prisma.raw(`"${measure}"`)}`))} FROM case_tally t
    WHERE t.token = ANY(${textArray(readers)}) AND ${during(Prisma.sql`t.opened_month_on`, asked.period)} AND ${about(asked)} AND ${once(readers)}`)
}

/** Cases whose review month ended in this month and before today: the only ones that are looked at one by one. */
const overThisMonth = (asked: Asked, readers: readonly string[]): Read<{ due: number }> => read(Prisma.sql`
  SELECT count(*)::int AS due FROM case_fact f
  WHERE f.procuratorate_id = ANY(${idArray(subjectsOf(readers, /^u:/))}) AND f.review_end_on >= ${dateColumn(monthOf(asked.today))}::date
    AND f.review_end_on < ${dateColumn(asked.today)}::date AND f.audience && ${textArray(readers)} AND ${during(Prisma.sql`f.opened_on`, asked.period)} AND ${about(asked)}`)

/** The middle length of the settled ones, as `percentile_disc` would find it: the first number of days that half of them did not pass. */
const middleDays = ({ period, agency, domain }: Asked, readers: readonly string[]): Read<{ days: number }> => read(Prisma.sql`
  SELECT days FROM (
    SELECT t.days, sum(sum(t.cases)) OVER (ORDER BY t.days) AS upto, sum(sum(t.cases)) OVER () AS whole FROM case_days t
    WHERE t.token = ANY(${textArray(readers)}) AND t.part = ${`${agency ?? ''} ${domain ?? ''}`} AND ${during(Prisma.sql`t.opened_month_on`, period)} AND ${once(readers)}
    GROUP BY t.days HAVING sum(t.cases) > 0
  ) d WHERE upto * 2 >= whole ORDER BY days LIMIT 1`)

/** Cases by the day they were opened, in all; whole months only. */
export async function sumCaseFigures(scope: Scope, asked: Asked): Promise<{ total: CaseCounts; days: number | null }> {
  const readers = readersOf(scope)
  if (readers.length === 0) return { total: none, days: null }
  const found = await readTogether({ sums: sums(scope, asked, readers), over: overThisMonth(asked, readers), middle: middleDays(asked, readers) })
  const [total, over, middle] = [found.sums[0] ?? none, found.over[0]?.due ?? 0, found.middle[0]]
  return { total: { ...total, due: total.due + over }, days: middle?.days ?? null }
}

/** Each measure counted over the rows below, and the middle length of those settled. */
const counted = Prisma.sql`${Prisma.join(caseMeasures.map((measure) => Prisma.sql`count(*) FILTER (WHERE ${caseCondition(measure)})::int AS ${Prisma.raw(`"${measure}"`)}`))},
  percentile_disc(0.5) WITHIN GROUP (ORDER BY x.days)::int AS days`

/** The same one by one, by class and field and by the source of their clue. */
export async function countCaseFigures(scope: Scope, asked: Asked) {
  const rows = await db.$queryRaw<Raw[]>`
    SELECT domain, class, source, ${counted}, grouping(domain, class, source)::int AS level
    FROM (
      SELECT f.domain, ${classIn(Prisma.sql`f`)} AS class, f.source, f.days, ${caseStandingOn(asked.today, scope)}
      FROM (SELECT * FROM case_fact WHERE audience && ${textArray(scope.tokens)} AND ${during(Prisma.sql`opened_on`, asked.period)} AND ${about(asked)}) f
      LEFT JOIN ${fields} ON d.key = f.domain
    ) x GROUP BY GROUPING SETS ((domain, class), (class), (source), ())`
  const groups = (level: number, key: (row: Raw) => string | null): CaseGroup[] =>
    rows.filter((row) => row.level === level).map((row) => ({ key: key(row) ?? '', counts: countsOf(row), days: row.days }))
  const whole = rows.find(({ level }) => level === 7)
  return {
    total: whole ? countsOf(whole) : none, days: whole?.days ?? null,
    byClass: groups(5, (row) => row.class), byDomain: groups(1, (row) => `${row.domain} ${row.class}`), bySource: groups(6, (row) => row.source),
  }
}

export type SourceClues = { readonly source: string; readonly clues: number }

/** Clues by where they came from and the day they were discovered. */
export async function countClueSources(scope: Scope, { period, domain }: Pick<Asked, 'period' | 'domain'>): Promise<SourceClues[]> {
  return db.$queryRaw<SourceClues[]>`
    SELECT c.source, count(*)::int AS clues FROM clue c
    WHERE c.audience && ${textArray(scope.tokens)} AND ${during(Prisma.sql`c.discovered_on`, period)} AND ${domain ? Prisma.sql`c.domain = ${domain}` : Prisma.sql`true`}
    GROUP BY c.source ORDER BY c.source`
}
