import { rightRules } from '@/lib/engine/deadlines/rules'
import { dateColumn, localDate, today } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { isId } from '@/lib/platform/id'
import type { Scope } from '@/lib/platform/scope'
import { nothing, read, textArray, type Read } from '@/lib/platform/together'
import { Prisma } from '@/prisma/generated/client'
import { spanOf } from '../rules'
import { type DeskClock, type DeskPage, mostCounted, urgencies, type Urgency, type WorklistView } from '../schema'
import { ownClocks } from './own'
import { peopled } from './queues'

type ClockRow = Omit<DeskClock, 'triggeredOn' | 'endOn' | 'satisfiedOn'> & { triggeredOn: Date; endOn: Date }
/** One of a group, with how many there are in it. */
export type GroupedRow = ClockRow & { readonly urgency: Urgency; readonly total: number }

const clockColumnsOf = (type: Prisma.Sql, id: Prisma.Sql) => Prisma.sql`
  d.id, d.duty, d.rule_key AS "ruleKey", ${type} AS "subjectType", ${id} AS "subjectId", d.subject_title AS title,
  d.owed_by_unit_id AS "owedByUnitId", d.owed_to_unit_id AS "owedToUnitId", d.triggered_on AS "triggeredOn", d.end_on AS "endOn", d.status, d.provisional`
const clockColumns = clockColumnsOf(Prisma.sql`d.subject_type`, Prisma.sql`d.subject_id`)

export const toDeskClock = <Row extends ClockRow>(row: Row) => ({ ...row, satisfiedOn: null, triggeredOn: localDate(row.triggeredOn), endOn: localDate(row.endOn) })

/** Neither a clock not yet begun nor a lapsed right is owed. */
const isOwed = (unit: Prisma.Sql, scope: Scope, day: Date) => Prisma.sql`${unit} = ${scope.unitId}::uuid AND d.status IN ('running', 'paused') AND d.triggered_on <= ${day}
  AND (d.end_on >= ${day} OR d.rule_key <> ALL(${textArray([...rightRules])}))`
const seen = (scope: Scope) => Prisma.sql`d.audience && ${textArray(scope.tokens)}`

const inGroup = (urgency: Urgency) => {
  const { status, from, to } = spanOf(urgency, today())
  return Prisma.join([
    Prisma.sql`d.status = ${status}`, ...(from ? [Prisma.sql`d.end_on >= ${dateColumn(from)}::date`] : []), ...(to ? [Prisma.sql`d.end_on <= ${dateColumn(to)}::date`] : []),
  ], ' AND ')
}

const owedBy = (scope: Scope) => isOwed(Prisma.sql`d.owed_by_unit_id`, scope, dateColumn(today()))

// Which clocks are in question, and in what order, the index alone tells; only as many as are counted are looked at, and scope is asked of each.
const lookedAt = (scope: Scope, keys: Prisma.Sql) => Prisma.sql`
  FROM (${keys} OFFSET 0) k CROSS JOIN LATERAL (SELECT d.* FROM deadline d WHERE d.id = k.id AND ${seen(scope)} OFFSET 0) d`

/** What the unit owes, each group along its index. */
function unitGroups(scope: Scope, groups: readonly Urgency[], { take, skip }: DeskPage): Prisma.Sql {
  return Prisma.join(groups.map((urgency) => {
    const keys = Prisma.sql`SELECT d.id, d.end_on FROM deadline d WHERE ${owedBy(scope)} AND ${inGroup(urgency)} ORDER BY d.end_on, d.id`
    const these = Prisma.sql`${lookedAt(scope, keys)} ORDER BY k.end_on, k.id`
    return Prisma.sql`(SELECT ${clockColumns}, ${urgency} AS urgency, (SELECT count(*) FROM (SELECT 1 ${these} LIMIT ${mostCounted + 1}) c)::int AS total ${these} LIMIT ${take} OFFSET ${skip})`
  }), ' UNION ALL ')
}

function ownGroups(scope: Scope, groups: readonly Urgency[], { take, skip }: DeskPage): Prisma.Sql {
  const urgency = Prisma.sql`CASE ${Prisma.join(urgencies.map((each) => Prisma.sql`WHEN ${inGroup(each)} THEN ${each}`), ' ')} END`
  const place = Prisma.sql`row_number() OVER (PARTITION BY urgency ORDER BY end_on, id) AS place`
  return Prisma.sql`
    SELECT ${clockColumns}, r.urgency, r.total FROM (
      SELECT id, urgency, ${place}, count(*) OVER (PARTITION BY urgency)::int AS total
      FROM (SELECT d.id, d.end_on, k.urgency ${lookedAt(scope, Prisma.sql`
        SELECT id, end_on, urgency FROM (SELECT id, end_on, urgency, ${place} FROM (SELECT d.id, d.end_on, ${urgency} AS urgency FROM (${ownClocks(scope, owedBy(scope))}) d) o) p
        WHERE urgency = ANY(${textArray(groups)}) AND place <= ${Math.max(mostCounted + 1, skip + take)}`)}) g
    ) r JOIN deadline d ON d.id = r.id
    WHERE r.place > ${skip} AND r.place <= ${skip + take} ORDER BY d.end_on, d.id`
}

/** Open clocks the unit owes, or the person's own of them: of each group the most urgent, and how many there are. */
export const clockGroupsOf = (scope: Scope, view: WorklistView, groups: readonly Urgency[], page: DeskPage): Read<GroupedRow> =>
  groups.length === 0 ? nothing() : read((view === 'mine' ? ownGroups : unitGroups)(scope, groups, page))

const countOf = (scope: Scope, keys: Prisma.Sql): Read<{ count: number }> => read(Prisma.sql`SELECT count(*)::int AS count FROM (SELECT 1 ${lookedAt(scope, keys)} LIMIT ${mostCounted + 1}) counted`)

/** How many clocks a view holds; one more than `mostCounted` means more than that. */
export const clockCountOf = (scope: Scope, view: WorklistView): Read<{ count: number }> =>
  countOf(scope, view === 'mine' ? ownClocks(scope, owedBy(scope)) : Prisma.sql`SELECT d.id, d.end_on FROM deadline d WHERE ${owedBy(scope)}`)

/** How many of the clocks the unit owes are overdue, whoever's they are by name. */
export const overdueCountOf = (scope: Scope): Read<{ count: number }> =>
  countOf(scope, Prisma.sql`SELECT d.id, d.end_on FROM deadline d WHERE ${owedBy(scope)} AND ${inGroup('overdue')}`)

// What a body without accounts owes within itself is entered by the office whose letter it is, on the letter's page.
const onBehalf = (scope: Scope, day: Date, most: number) => Prisma.sql`
  SELECT ${clockColumnsOf(Prisma.sql`'recommendation'`, Prisma.sql`r.id`)}
    FROM deadline d JOIN handling h ON h.id = d.subject_id JOIN recommendation r ON r.id = h.recommendation_id
    WHERE d.subject_type = 'handling' AND d.status IN ('running', 'paused') AND d.region_code = ${scope.regionCode} AND d.triggered_on <= ${day}
      AND r.procuratorate_id = ${scope.unitId}::uuid AND r.audience && ${textArray(scope.tokens)} AND NOT ${peopled(Prisma.sql`d.owed_by_unit_id`, day)}
    ORDER BY d.end_on, d.id LIMIT ${most}`

/** What others owe the unit, the most urgent first, and how much of it there is. */
export function owingOf(scope: Scope, { take, skip }: DeskPage): Read<ClockRow & { total: number }> {
  const day = dateColumn(today())
  const most = Math.max(mostCounted + 1, skip + take)
  return read(Prisma.sql`
    SELECT c.*, count(*) OVER ()::int AS total FROM (
      (SELECT ${clockColumns} FROM deadline d WHERE ${isOwed(Prisma.sql`d.owed_to_unit_id`, scope, day)} AND ${seen(scope)} ORDER BY d.end_on, d.id LIMIT ${most})
      UNION (${onBehalf(scope, day, most)})
    ) c ORDER BY c."endOn", c.id LIMIT ${take} OFFSET ${skip}`)
}

const longest = 100

/** What one body owes anybody, as far as this person may see it; most urgent first. */
export async function listClocksOf(scope: Scope, unitId: string): Promise<DeskClock[]> {
  if (!isId(unitId)) return []
  const rows = await db.$queryRaw<ClockRow[]>`
    SELECT ${clockColumns} FROM deadline d
    WHERE d.owed_by_unit_id = ${unitId}::uuid AND d.status IN ('running', 'paused') AND d.triggered_on <= ${dateColumn(today())}
      AND d.rule_key <> ALL(${textArray([...rightRules])}) AND ${seen(scope)}
    ORDER BY d.end_on, d.id LIMIT ${longest}`
  return rows.map(toDeskClock)
}
