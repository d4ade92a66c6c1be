import { dateColumn, type LocalDate } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import type { Scope } from '@/lib/platform/scope'
import { textArray } from '@/lib/platform/together'
import { Prisma } from '@/prisma/generated/client'
import type { Period } from '../rules'
import { type CaseCounts, caseMeasures, type FiguresFilter } from '../schema'
import { caseCondition, classOfCase } from './case-measures'

type Asked = { readonly period: Period | null; readonly today: LocalDate } & Pick<FiguresFilter, 'agency' | 'domain'>
type Raw = CaseCounts & { readonly domain: string | null; readonly class: string | null; readonly source: string | null; readonly days: number | null; readonly level: number }
export type CaseGroup = { readonly key: string; readonly counts: CaseCounts; readonly days: number | null }

const during = (day: Prisma.Sql, period: Period | null): Prisma.Sql =>
  period ? Prisma.sql`${day} BETWEEN ${dateColumn(period.from)}::date AND ${dateColumn(period.to)}::date` : Prisma.sql`true`

const countsOf = (row: CaseCounts): CaseCounts => ({ opened: row.opened, due: row.due, settled: row.settled, settledByTalk: row.settledByTalk })
const none: CaseCounts = { opened: 0, due: 0, settled: 0, settledByTalk: 0 }

type Narrowed = Pick<Asked, 'period' | 'agency' | 'domain'>

const within = (scope: Scope, { period, agency, domain }: Narrowed): Prisma.Sql => Prisma.sql`
  c.audience && ${textArray(scope.tokens)} AND ${during(Prisma.sql`c.opened_on`, period)}
  AND ${agency ? Prisma.sql`c.agency_id = ${agency}::uuid` : Prisma.sql`true`} AND ${domain ? Prisma.sql`c.domain = ${domain}` : Prisma.sql`true`}`

const measured = (scope: Scope, today: LocalDate): Prisma.Sql =>
  Prisma.join(caseMeasures.map((measure) => Prisma.sql`(${caseCondition(measure, scope, today)}) AS ${Prisma.raw(`"${measure}"`)}`))

/** Each measure counted over the rows below, and the middle length of those settled. */
const counted = Prisma.sql`${Prisma.join(caseMeasures.map((measure) => Prisma.raw(`count(*) FILTER (WHERE "${measure}")::int AS "${measure}"`)))},
  percentile_disc(0.5) WITHIN GROUP (ORDER BY closed_on - opened_on) FILTER (WHERE settled)::int AS days`

/** Cases by the day they were opened, in all; the dashboard asks no more, and classes and sources cost as much again for each case. */
export async function sumCaseFigures(scope: Scope, asked: Asked): Promise<{ total: CaseCounts; days: number | null }> {
  const rows = await db.$queryRaw<(CaseCounts & { days: number | null })[]>`
    SELECT ${counted} FROM (SELECT c.opened_on, c.closed_on, ${measured(scope, asked.today)} FROM case_file c WHERE ${within(scope, asked)}) c`
  return { total: rows[0] ? countsOf(rows[0]) : none, days: rows[0]?.days ?? null }
}

/** The same by class and field and by the source of their clue. */
export async function countCaseFigures(scope: Scope, asked: Asked) {
  const rows = await db.$queryRaw<Raw[]>`
    SELECT domain, class, source, ${counted}, grouping(domain, class, source)::int AS level
    FROM (
      SELECT c.domain, ${classOfCase} AS class, k.source, c.opened_on, c.closed_on, ${measured(scope, asked.today)}
      FROM case_file c LEFT JOIN clue k ON k.id = c.clue_id WHERE ${within(scope, asked)}
    ) c GROUP BY GROUPING SETS ((domain, class), (class), (source), ())`
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
