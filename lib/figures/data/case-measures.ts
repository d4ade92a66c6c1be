import { listDomains } from '@/lib/clues/rules/dictionaries'
import { dateColumn, type LocalDate } from '@/lib/platform/clock'
import type { Scope } from '@/lib/platform/scope'
import { textArray } from '@/lib/platform/together'
import { Prisma } from '@/prisma/generated/client'
import type { CaseMeasure } from '../schema'

const domains = listDomains()

/** The fields with the law that opened them, as `d`. */
export const fields = Prisma.sql`unnest(${textArray(domains.map(({ key }) => key))}, ${textArray(domains.map(({ validFrom }) => validFrom))}, ${textArray(domains.map((domain) => domain.class))}) d(key, valid_from, class)`

/** 法定、新增、探索 on the day a case was opened, by its field `d`: before its law was in force a field was one to be explored. */
export const classIn = (row: Prisma.Sql): Prisma.Sql => Prisma.sql`CASE WHEN d.key IS NULL OR ${row}.opened_on < d.valid_from::date THEN 'exploratory' ELSE d.class END`

export const classOfCase = (row: Prisma.Sql): Prisma.Sql => Prisma.sql`coalesce((SELECT ${classIn(row)} FROM ${fields} WHERE d.key = ${row}.domain), 'exploratory')`

/** The one definition of each count: a condition on `x`, a case as it stands on a day for whoever reads. */
const conditions: Readonly<Record<CaseMeasure, Prisma.Sql>> = {
  opened: Prisma.sql`true`,
  // Decided, but for lack of any illegality; or the review month is over and nothing decided (办案规则 47).
  due: Prisma.sql`x.decided OR x.review_over`,
  settled: Prisma.sql`x.settled`,
  settledByTalk: Prisma.sql`x.settled_by_talk`,
}

export const caseCondition = (measure: CaseMeasure): Prisma.Sql => conditions[measure]

/** The review month is the office's own limit: for nobody else it is over. */
const seesReview = (scope: Scope, row: Prisma.Sql): Prisma.Sql => Prisma.sql`'u:' || ${row}.procuratorate_id = ANY(${textArray(scope.tokens)})`

export const caseStandingOn = (today: LocalDate, scope: Scope): Prisma.Sql => Prisma.sql`
  f.decided, f.settled, f.settled_by_talk, coalesce(f.review_end_on < ${dateColumn(today)}::date AND ${seesReview(scope, Prisma.sql`f`)}, false) AS review_over`

/** The same counts from sums `t`, with the reviews that were over before this month; those of this month wait for the day. */
export const countsOfCases = (month: LocalDate, scope: Scope): Readonly<Record<CaseMeasure, Prisma.Sql>> => ({
  opened: Prisma.sql`t.opened`,
  due: Prisma.sql`t.decided + CASE WHEN t.review_month_on < ${dateColumn(month)}::date AND ${seesReview(scope, Prisma.sql`t`)} THEN t.owes_review ELSE 0 END`,
  settled: Prisma.sql`t.settled`,
  settledByTalk: Prisma.sql`t.settled_by_talk`,
})

/** For the list of cases: those that a figure counted. */
export const isCountedCase = (caseId: Prisma.Sql, measure: CaseMeasure, scope: Scope, today: LocalDate): Prisma.Sql => Prisma.sql`
  EXISTS (SELECT 1 FROM (SELECT ${caseStandingOn(today, scope)} FROM case_fact f WHERE f.case_id = ${caseId}) x WHERE ${conditions[measure]})`
