import { dateColumn, type LocalDate } from '@/lib/platform/clock'
import type { Scope } from '@/lib/platform/scope'
import { textArray } from '@/lib/platform/together'
import { Prisma } from '@/prisma/generated/client'
import type { Period } from '../rules'
import type { FiguresFilter } from '../schema'

/** Letters and cases are shared with units and offices; no inner zone, place or person ever counts one. */
export const readersOf = ({ tokens }: Scope): string[] => tokens.filter((token) => /^[ubg]:/.test(token))

export const subjectsOf = (tokens: readonly string[], kind: RegExp): string[] => tokens.filter((token) => kind.test(token)).map((token) => token.slice(2))

/** What several of one's tokens may see stands under each of them in a tally `t`, and counts under the first. */
export const once = (readers: readonly string[]): Prisma.Sql => readers.length === 1 ? Prisma.sql`true` : Prisma.sql`
  t.token = (SELECT own FROM unnest(${textArray(readers)}) WITH ORDINALITY o (own, place) WHERE own = ANY(string_to_array(t.readers, ',')) ORDER BY place LIMIT 1)`

/** The first day of the month: what ended before it ended, whatever the day. */
export const monthOf = (today: LocalDate): LocalDate => `${today.slice(0, 7)}-01`

export const during = (day: Prisma.Sql, period: Period | null): Prisma.Sql =>
  period ? Prisma.sql`${day} BETWEEN ${dateColumn(period.from)}::date AND ${dateColumn(period.to)}::date` : Prisma.sql`true`

/** Narrowed to an agency and a domain. */
export const about = ({ agency, domain }: Pick<FiguresFilter, 'agency' | 'domain'>): Prisma.Sql => Prisma.sql`
  ${agency ? Prisma.sql`agency_id = ${agency}::uuid` : Prisma.sql`true`} AND ${domain ? Prisma.sql`domain = ${domain}` : Prisma.sql`true`}`
