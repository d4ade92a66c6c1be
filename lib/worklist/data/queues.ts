import { rightRules } from '@/lib/engine/deadlines/rules'
import { dateColumn, today } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import type { Finding } from '@/lib/platform/integrity'
import { textArray } from '@/lib/platform/together'
import { workers } from '@/lib/handovers/schema'
import { runsOn } from '@/lib/duty-cycles/data'
import { Prisma } from '@/prisma/generated/client'

/** Where an open obligation is waited for: with one person, or with one unit whose people share it. */
export type Queue = {
  readonly clockId: string
  readonly duty: string
  readonly subjectType: string
  readonly subjectId: string
  /** Whose it is by name, and with whom it rests today; both null in a unit's queue. */
  readonly holderId: string | null
  readonly personId: string | null
  readonly unitId: string | null
  /** The unit has no account: the office that enters on its behalf keeps the queue. */
  readonly onBehalf: boolean
  /** That person has an account in the unit that owes it, that unit somebody who works. */
  readonly served: boolean
}

const day = () => Prisma.sql`${dateColumn(today())}::date`

// While somebody is seconded their roles at home rest: the days of a grant say where a person works.
const worksIn = (unit: Prisma.Sql, on: Date) => Prisma.sql`
  g.unit_id = ${unit} AND g.role = ANY(${textArray(workers)}) AND g.from_on <= ${on}::date AND (g.to_on IS NULL OR g.to_on >= ${on}::date)`

/** Whether a unit has somebody who works, with an account. */
export const peopled = (unit: Prisma.Sql, on: Date) => Prisma.sql`EXISTS (
  SELECT 1 FROM role_grant g JOIN app_user p ON p.id = g.user_id AND p.active WHERE ${worksIn(unit, on)})`

/** Whether the person `p` has an account and works in the unit. */
const works = (unit: Prisma.Sql) => Prisma.sql`p.active AND EXISTS (SELECT 1 FROM role_grant g WHERE g.user_id = p.id AND ${worksIn(unit, dateColumn(today()))})`

// By name where the record names somebody in the unit that owes: the same people the reminders go to.
const held = () => Prisma.sql`
  SELECT d.id, d.duty, d.subject_type, d.subject_id, d.owed_by_unit_id, coalesce(d.owed_to_unit_id, c.receiver_unit_id, f.procuratorate_id, r.procuratorate_id, n.procuratorate_id) AS office,
    CASE
      WHEN c.receiver_unit_id = d.owed_by_unit_id THEN c.handler_id
      WHEN f.procuratorate_id = d.owed_by_unit_id THEN f.lead_prosecutor_id
      WHEN r.procuratorate_id = d.owed_by_unit_id THEN r.author_id
      WHEN h.agency_id = d.owed_by_unit_id THEN h.handler_id
      WHEN e.receiver_id = d.owed_by_unit_id THEN e.handler_id
    END AS holder
  FROM deadline d
  LEFT JOIN clue c ON d.subject_type = 'clue' AND c.id = d.subject_id
  LEFT JOIN look_back l ON d.subject_type = 'lookBack' AND l.id = d.subject_id
  LEFT JOIN case_file f ON (d.subject_type = 'case' AND f.id = d.subject_id) OR f.id = l.case_id
  LEFT JOIN recommendation r ON d.subject_type = 'recommendation' AND r.id = d.subject_id
  LEFT JOIN letter e ON d.subject_type = 'letter' AND e.id = d.subject_id
  LEFT JOIN duty_cycle y ON d.subject_type = 'dutyCycle' AND y.id = d.subject_id
  LEFT JOIN handling h ON (d.subject_type = 'handling' AND h.id = d.subject_id) OR h.recommendation_id = r.id
    OR (h.recommendation_id = y.recommendation_id AND h.status NOT IN ('closed', 'withdrawn'))
  LEFT JOIN recommendation n ON n.id = h.recommendation_id
  WHERE d.status IN ('running', 'paused') AND (d.end_on >= ${day()} OR d.rule_key <> ALL(${textArray([...rightRules])}))`

/** Every open obligation with its queue; a right that lapsed obliges nobody. For the checks: it looks past all scopes and is no page's business. */
export const obligationQueues = async (): Promise<Queue[]> => db.$queryRaw<Queue[]>`
  WITH held AS (${held()}), resting AS (
    SELECT held.*, rests_with(holder, ${day()}) AS person, ${peopled(Prisma.sql`held.owed_by_unit_id`, dateColumn(today()))} AS peopled FROM held
  )
  SELECT q.id AS "clockId", q.duty, q.subject_type AS "subjectType", q.subject_id AS "subjectId", q.holder AS "holderId", q.person AS "personId",
    CASE WHEN q.person IS NULL THEN CASE WHEN q.peopled THEN q.owed_by_unit_id ELSE q.office END END AS "unitId",
    q.person IS NULL AND NOT q.peopled AS "onBehalf",
    CASE WHEN q.person IS NOT NULL THEN EXISTS (SELECT 1 FROM app_user p WHERE p.id = q.person AND ${works(Prisma.sql`q.owed_by_unit_id`)})
         WHEN q.peopled THEN true
         ELSE q.office IS NOT NULL AND ${peopled(Prisma.sql`q.office`, dateColumn(today()))} END AS served
  FROM resting q ORDER BY q.id`

/** An obligation nobody can see to: with a disabled account or one that moved away, or in a unit without people. */
export async function checkObligationQueues(): Promise<Finding[]> {
  const lost = (await obligationQueues()).filter(({ served }) => !served)
  return lost.map(({ duty, subjectType, subjectId, personId }) => ({
    check: personId ? 'restsWithNobody' : 'unservedUnit', subjectType, subjectId, detail: duty,
  }))
}

/** Open records in the name of a disabled account or of somebody who does not work in the unit today, clock or not. */
export async function checkNamedPeople(): Promise<Finding[]> {
  return (await db.$queryRaw<Omit<Finding, 'check'>[]>`
    SELECT work.type AS "subjectType", work.id AS "subjectId", p.login AS detail FROM (
      SELECT 'clue' AS type, id, handler_id AS holder, receiver_unit_id AS unit FROM clue WHERE status IN ('referred', 'returned', 'registered', 'proposed', 'reviewed')
      UNION ALL SELECT 'case', c.id, m.user_id, c.procuratorate_id FROM case_file c JOIN case_member m ON m.case_id = c.id AND m.to_on IS NULL WHERE c.status <> 'concluded'
      UNION ALL SELECT 'case', c.id, c.lead_prosecutor_id, c.procuratorate_id FROM case_file c WHERE c.status = 'concluded' AND ${runsOn(Prisma.sql`c.id`)}
      UNION ALL SELECT 'recommendation', id, author_id, procuratorate_id FROM recommendation WHERE status NOT IN ('closed', 'withdrawn')
      UNION ALL SELECT 'handling', id, handler_id, agency_id FROM handling WHERE status NOT IN ('closed', 'withdrawn')
      UNION ALL SELECT 'caseFamily', id, lead_id, procuratorate_id FROM case_family WHERE status <> 'closed'
      UNION ALL SELECT 'letter', id, handler_id, receiver_id FROM letter WHERE status NOT IN ('closed', 'withdrawn')
      UNION ALL SELECT 'absence', id, replacement_id, unit_id FROM absence WHERE status = 'entered' AND to_on >= ${day()}
    ) work JOIN app_user p ON p.id = work.holder AND NOT (${works(Prisma.sql`work.unit`)})
    ORDER BY 1, 2`).map((row) => ({ check: 'namedAccountGone', ...row }))
}
