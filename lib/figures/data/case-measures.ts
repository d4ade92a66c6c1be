import { listDomains } from '@/lib/clues/rules/dictionaries'
import { dateColumn, type LocalDate } from '@/lib/platform/clock'
import type { Scope } from '@/lib/platform/scope'
import { textArray } from '@/lib/platform/together'
import { Prisma } from '@/prisma/generated/client'
import type { CaseMeasure } from '../schema'

const domains = listDomains()

/** 法定、新增、探索 on the day the case `c` was opened: before its law was in force a field was one to be explored. */
export const classOfCase = Prisma.sql`coalesce((
  SELECT CASE WHEN c.opened_on < d.valid_from::date THEN 'exploratory' ELSE d.class END
  FROM unnest(${textArray(domains.map(({ key }) => key))}, ${textArray(domains.map(({ validFrom }) => validFrom))}, ${textArray(domains.map((domain) => domain.class))}) d(key, valid_from, class)
  WHERE d.key = c.domain), 'exploratory')`

const settled = Prisma.sql`(c.closing_ground IS NOT NULL AND c.closing_ground IN ('dutyPerformed', 'interestProtected'))`

/** The one definition of each count: a condition on the case `c`, as it stands on a day for whoever reads. */
export function caseCondition(measure: CaseMeasure, scope: Scope, today: LocalDate): Prisma.Sql {
  switch (measure) {
    case 'settled':
      return settled
    case 'settledByTalk':
      return Prisma.sql`(${settled} AND NOT EXISTS (SELECT 1 FROM recommendation r WHERE r.case_id = c.id AND r.received_on IS NOT NULL))`
    case 'due':
      // Decided, but for lack of any illegality; or the review month is over and nothing decided (办案规则 47).
      return Prisma.sql`((c.closed_on IS NOT NULL AND c.closing_ground IS DISTINCT FROM 'noIllegality') OR (c.closed_on IS NULL AND EXISTS (
        SELECT 1 FROM deadline d WHERE d.subject_type = 'case' AND d.subject_id = c.id AND d.duty = 'case.decideReview' AND d.status = 'running'
          AND d.end_on < ${dateColumn(today)}::date AND d.audience && ${textArray(scope.tokens)})))`
    case 'opened':
      return Prisma.sql`true`
  }
}
