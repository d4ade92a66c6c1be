import { dateColumn, type LocalDate } from '@/lib/platform/clock'
import type { Scope } from '@/lib/platform/scope'
import { read, readTogether, textArray, type Read } from '@/lib/platform/together'
import { Prisma } from '@/prisma/generated/client'
import type { Group, Period } from '../rules'
import { type Counts, type FiguresFilter, measures } from '../schema'
import { conditionOf, standingOfEnded, standingOn } from './measures'

type Asked = { readonly period: Period | null; readonly today: LocalDate } & Pick<FiguresFilter, 'agency' | 'domain'>
type Raw = { agency_id: string; agency: string; domain: string; month: string } & Counts

const matching = (scope: Scope, { period, agency, domain }: Asked, day: Prisma.Sql): Prisma.Sql => Prisma.join([
  Prisma.sql`audience && ${textArray(scope.tokens)}`,
  ...(period ? [Prisma.sql`${day} BETWEEN ${dateColumn(period.from)}::date AND ${dateColumn(period.to)}::date`] : []),
  ...(agency ? [Prisma.sql`agency_id = ${agency}::uuid`] : []),
  ...(domain ? [Prisma.sql`domain = ${domain}`] : []),
], ' AND ')

const columns = Prisma.join(
  measures.map((measure) => Prisma.sql`coalesce(sum(x.letters) FILTER (WHERE ${conditionOf(measure)}), 0)::int AS ${Prisma.raw(`"${measure}"`)}`))

/**
 * What ended before this month is read from the tally, the rest letter by letter: few rows, however many letters there are,
 * and none of them knows what day it is.
 */
function groupsOf(scope: Scope, asked: Asked): Read<Raw> {
  const month = dateColumn(`${asked.today.slice(0, 7)}-01`)
  return read(Prisma.sql`
    SELECT g.*, u.short_name AS agency FROM (
      SELECT x.agency_id, x.domain, to_char(x.received_month, 'YYYY-MM') AS month, ${columns} FROM (
        SELECT t.agency_id, t.domain, t.received_month_on AS received_month, t.letters, ${standingOfEnded} FROM letter_tally t
        WHERE t.letters > 0 AND t.end_month_on < ${month}::date AND ${matching(scope, asked, Prisma.sql`t.received_month_on`)}
        UNION ALL
        SELECT f.agency_id, f.domain, date_trunc('month', f.received_on)::date, 1, ${standingOn(asked.today)} FROM letter_fact f
        WHERE f.last_end_on >= ${month}::date AND ${matching(scope, asked, Prisma.sql`f.received_on`)}
      ) x GROUP BY x.agency_id, x.domain, x.received_month
    ) g JOIN unit u ON u.id = g.agency_id`)
}

const firstMonth = (scope: Scope): Read<{ month: string | null }> => read(Prisma.sql`
  SELECT to_char(min(received_month_on), 'YYYY-MM') AS month FROM letter_tally WHERE letters > 0 AND audience && ${textArray(scope.tokens)}`)

const agencies = (scope: Scope): Read<{ id: string; name: string }> => read(Prisma.sql`
  SELECT id, short_name AS name FROM unit
  WHERE id IN (SELECT agency_id FROM letter_tally WHERE letters > 0 AND audience && ${textArray(scope.tokens)}) ORDER BY name, id`)

/** Letters within scope by agency, domain and month of receipt; whole months only. */
export async function countFigures(scope: Scope, asked: Asked) {
  const found = await readTogether({ groups: groupsOf(scope, asked), first: firstMonth(scope), agencies: agencies(scope) })
  const groups: Group[] = found.groups.map(({ agency_id: agencyId, agency: _, domain, month, ...counts }) => ({ agencyId, domain, month, counts }))
  return { groups, firstYear: found.first[0]?.month?.slice(0, 4) ?? null, agencies: found.agencies }
}
