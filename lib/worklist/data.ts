import { rightRules } from '@/lib/engine/deadlines/rules'
import { dateColumn, localDate, today } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { isId } from '@/lib/platform/id'
import type { Scope } from '@/lib/platform/scope'
import { everywhere } from '@/lib/platform/settings'
import { idArray, nothing, read, readAlone, textArray, type Read } from '@/lib/platform/together'
import { Prisma } from '@/prisma/generated/client'
import { peopled } from './data/queues'
import { closedStates, waitsForSender } from '@/lib/letters/rules'
import { waitingStates } from './rules'
import type { DeskClock, DeskItem } from './schema'

const longest = 100

type ClockRow = Omit<DeskClock, 'triggeredOn' | 'endOn' | 'satisfiedOn'> & { triggeredOn: Date; endOn: Date }

// Who is at work on the record a clock belongs to: what is open on a person's desk, and the closed case a look-back is owed for.
const mySubjects = (people: readonly string[]) => Prisma.sql`
  SELECT 'clue' AS type, id FROM clue WHERE handler_id = ANY(${idArray(people)}) AND status IN ('referred', 'returned', 'registered', 'proposed', 'reviewed')
  UNION SELECT 'case', id FROM case_file WHERE lead_prosecutor_id = ANY(${idArray(people)}) AND status <> 'concluded'
  UNION SELECT 'case', case_id FROM case_member WHERE user_id = ANY(${idArray(people)}) AND to_on IS NULL
  UNION SELECT 'recommendation', id FROM recommendation WHERE author_id = ANY(${idArray(people)}) AND status NOT IN ('closed', 'withdrawn')
  UNION SELECT 'recommendation', recommendation_id FROM handling WHERE handler_id = ANY(${idArray(people)})
  UNION SELECT 'handling', id FROM handling WHERE handler_id = ANY(${idArray(people)})
  UNION SELECT 'dutyCycle', y.id FROM handling h JOIN duty_cycle y ON y.recommendation_id = h.recommendation_id
    WHERE h.handler_id = ANY(${idArray(people)}) AND h.status NOT IN ('closed', 'withdrawn') AND y.status IN ('open', 'askedAgain')
  UNION SELECT 'letter', id FROM letter WHERE handler_id = ANY(${idArray(people)}) AND status NOT IN ('closed', 'withdrawn')
  UNION SELECT 'lookBack', l.id FROM case_file c CROSS JOIN LATERAL (SELECT b.id FROM look_back b WHERE b.case_id = c.id AND b.status = 'planned' OFFSET 0) l
    WHERE c.lead_prosecutor_id = ANY(${idArray(people)})`

const clockColumnsOf = (type: Prisma.Sql, id: Prisma.Sql) => Prisma.sql`
  d.id, d.duty, d.rule_key AS "ruleKey", ${type} AS "subjectType", ${id} AS "subjectId", d.subject_title AS title,
  d.owed_by_unit_id AS "owedByUnitId", d.owed_to_unit_id AS "owedToUnitId", d.triggered_on AS "triggeredOn", d.end_on AS "endOn", d.status, d.provisional`
const clockColumns = clockColumnsOf(Prisma.sql`d.subject_type`, Prisma.sql`d.subject_id`)

/**
 * Open clocks this unit owes, or that others owe it; most urgent first. Neither a clock not yet begun nor a lapsed right is owed. What is
 * the person's own is there however much is more urgent in the unit.
 */
export function deskClocksOf(scope: Scope, side: 'owedBy' | 'owedTo'): Read<ClockRow> {
  const unit = side === 'owedBy' ? Prisma.sql`d.owed_by_unit_id` : Prisma.sql`d.owed_to_unit_id`
  const day = dateColumn(today())
  const open = Prisma.sql`${unit} = ${scope.unitId}::uuid AND d.status IN ('running', 'paused') AND d.triggered_on <= ${day}
    AND (d.end_on >= ${day} OR d.rule_key <> ALL(${textArray([...rightRules])})) AND d.audience && ${textArray(scope.tokens)}`
  const behalf = side === 'owedBy' ? Prisma.empty : Prisma.sql`UNION (${onBehalf(scope, day)})`
  return read(Prisma.sql`
    WITH mine AS MATERIALIZED (${mySubjects(scope.people)})
    SELECT c.*, EXISTS (SELECT 1 FROM mine m WHERE m.type = c."subjectType" AND m.id = c."subjectId") AS mine FROM (
      (SELECT ${clockColumns} FROM deadline d WHERE ${open} ORDER BY d.end_on, d.id LIMIT ${longest})
      UNION
      (SELECT ${clockColumns} FROM mine m JOIN deadline d ON d.subject_type = m.type AND d.subject_id = m.id
        WHERE ${open} ORDER BY d.end_on, d.id LIMIT ${longest})
      ${behalf}
    ) c ORDER BY c."endOn", c.id`)
}

// What a body without accounts owes within itself is entered by the office whose letter it is, on the letter's page.
const onBehalf = (scope: Scope, day: Date) => Prisma.sql`
  SELECT ${clockColumnsOf(Prisma.sql`'recommendation'`, Prisma.sql`r.id`)}
    FROM deadline d JOIN handling h ON h.id = d.subject_id JOIN recommendation r ON r.id = h.recommendation_id
    WHERE d.subject_type = 'handling' AND d.status IN ('running', 'paused') AND d.region_code = ${scope.regionCode} AND d.triggered_on <= ${day}
      AND r.procuratorate_id = ${scope.unitId}::uuid AND r.audience && ${textArray(scope.tokens)} AND NOT ${peopled(Prisma.sql`d.owed_by_unit_id`, day)}
    ORDER BY d.end_on, d.id LIMIT ${longest}`

export const toDeskClock = (row: ClockRow): DeskClock => ({ ...row, satisfiedOn: null, triggeredOn: localDate(row.triggeredOn), endOn: localDate(row.endOn) })

export const listDeskClocks = async (scope: Scope, side: 'owedBy' | 'owedTo'): Promise<DeskClock[]> => (await readAlone(deskClocksOf(scope, side))).map(toDeskClock)

/** What one body owes anybody, as far as this person may see it; most urgent first. */
export async function listClocksOf(scope: Scope, unitId: string): Promise<DeskClock[]> {
  if (!isId(unitId)) return []
  const rows = await db.$queryRaw<ClockRow[]>`
    SELECT ${clockColumns}, false AS mine FROM deadline d
    WHERE d.owed_by_unit_id = ${unitId}::uuid AND d.status IN ('running', 'paused') AND d.triggered_on <= ${dateColumn(today())}
      AND d.rule_key <> ALL(${textArray([...rightRules])}) AND d.audience && ${textArray(scope.tokens)}
    ORDER BY d.end_on, d.id LIMIT ${longest}`
  return rows.map(toDeskClock)
}

type Source = {
  readonly type: string
  readonly table: Prisma.Sql
  readonly mine: Prisma.Sql
  /** Which states are open; what narrows them by more than the state stands as a condition. */
  readonly isOpen?: (status: string) => boolean
  readonly open?: Prisma.Sql
  /** Whose turn it is, where a record passes to and fro between two offices. */
  readonly turn?: Prisma.Sql
  /** Where it is the administrators' of a place, and no party's: which of them. */
  readonly administered?: (scope: Scope) => Prisma.Sql
  /** For whoever is not at work on it by name, it waits only where something was put before them. */
  readonly asked?: Prisma.Sql
}

// As the partial indexes say it: what is open is little beside what is closed. Said once: told of the state twice, the planner expects a
// tenth of what is there and goes through all of it.
const openClue = ['awaitingApproval', 'referred', 'returned', 'registered', 'proposed', 'reviewed']
const sources: readonly Source[] = [
  {
    type: 'clue', table: Prisma.sql`clue x`, mine: Prisma.sql`x.handler_id`,
    isOpen: (status) => openClue.includes(status),
  },
  {
    type: 'case', table: Prisma.sql`case_file x`, mine: Prisma.sql`x.lead_prosecutor_id`, isOpen: (status) => status !== 'concluded',
    asked: Prisma.sql`(x.status NOT IN ('following', 'suspended') OR x.proposal IS NOT NULL)`,
  },
  { type: 'recommendation', table: Prisma.sql`recommendation x`, mine: Prisma.sql`x.author_id`, isOpen: (status) => !['closed', 'withdrawn'].includes(status) },
  {
    type: 'handling', table: Prisma.sql`handling x JOIN recommendation r ON r.id = x.recommendation_id`, mine: Prisma.sql`x.handler_id`,
    open: Prisma.sql`(r.status IN ('received', 'askedAgain') OR (r.status = 'replied' AND x.status <> 'signed')) AND (x.status <> 'signed' OR r.status = 'askedAgain')`,
  },
  // A report wants an answer; until there is one, its clock says what is owed.
  {
    type: 'dutyCycle', table: Prisma.sql`(SELECT y.*, c.lead_prosecutor_id FROM duty_cycle y JOIN recommendation r ON r.id = y.recommendation_id JOIN case_file c ON c.id = r.case_id) x`,
    mine: Prisma.sql`x.lead_prosecutor_id`, isOpen: (status) => status === 'reported', turn: Prisma.sql`x.procuratorate_id`,
  },
  ...(['filing', 'superiorRequest', 'supervision'] as const).map((type) => ({
    type, table: Prisma.sql`oversight_matter x`, mine: Prisma.sql`NULL::uuid`, open: Prisma.sql`x.kind = ${type}`,
    turn: Prisma.sql`CASE WHEN x.status IN ('received', 'asked', 'reported') THEN x.superior_id ELSE x.inferior_id END`,
  })),
  {
    type: 'actionItem', table: Prisma.sql`action_item x`, mine: Prisma.sql`NULL::uuid`, isOpen: (status) => ['open', 'reported'].includes(status),
    turn: Prisma.sql`CASE WHEN x.status = 'reported' THEN x.giver_id ELSE x.owner_id END`,
  },
  { type: 'meeting', table: Prisma.sql`joint_meeting x`, mine: Prisma.sql`NULL::uuid`, turn: Prisma.sql`x.desk_id` },
  { type: 'appointment', table: Prisma.sql`appointment x`, mine: Prisma.sql`NULL::uuid`, isOpen: (status) => status === 'proposed', turn: Prisma.sql`x.host_id` },
  { type: 'engagement', table: Prisma.sql`engagement x`, mine: Prisma.sql`CASE WHEN x.status = 'asked' THEN x.expert_id ELSE x.asked_by_id END`, asked: Prisma.sql`false` },
  {
    type: 'groupSeat', table: Prisma.sql`(SELECT s.*, g.name || ' ' || s.post AS title FROM group_seat s JOIN leading_group g ON g.id = s.group_id) x`, mine: Prisma.sql`NULL::uuid`,
    isOpen: (status) => status === 'open', turn: Prisma.sql`x.unit_id`,
  },
  { type: 'attendance', table: Prisma.sql`attendance x`, mine: Prisma.sql`NULL::uuid`, turn: Prisma.sql`x.unit_id` },
  { type: 'bulletin', table: Prisma.sql`bulletin x`, mine: Prisma.sql`x.author_id`, isOpen: (status) => ['draft', 'approved'].includes(status), turn: Prisma.sql`x.issuer_id` },
  // What runs has its clocks; what waits is a plan not begun and what went up.
  {
    type: 'undertaking', table: Prisma.sql`undertaking x`, mine: Prisma.sql`x.author_id`, isOpen: (status) => ['draft', 'raised'].includes(status),
    turn: Prisma.sql`CASE WHEN x.status = 'raised' THEN x.board_id ELSE x.owner_id END`,
  },
  {
    type: 'participation', table: Prisma.sql`(SELECT p.*, u.title FROM participation p JOIN undertaking u ON u.id = p.undertaking_id) x`, mine: Prisma.sql`NULL::uuid`,
    isOpen: (status) => status === 'asked', turn: Prisma.sql`x.unit_id`,
  },
  {
    type: 'dataRequest', table: Prisma.sql`data_request x`, mine: Prisma.sql`NULL::uuid`, isOpen: (status) => status === 'asked', turn: Prisma.sql`x.provider_id`,
  },
  // What was entered waits for somebody else; of points those that are reported.
  {
    type: 'outcome', table: Prisma.sql`(SELECT o.*, c.audience, c.lead_prosecutor_id, c.procuratorate_id FROM outcome o JOIN case_file c ON c.id = o.case_id) x`,
    mine: Prisma.sql`x.lead_prosecutor_id`, isOpen: (status) => ['entered', 'listed'].includes(status), turn: Prisma.sql`x.procuratorate_id`,
    open: Prisma.sql`(x.status = 'entered' OR EXISTS (SELECT 1 FROM target_item t WHERE t.outcome_id = x.id AND t.status = 'reported'))`,
  },
  // Studied by its lead until an opinion goes out, and again once every body it went to has answered.
  {
    type: 'caseFamily', table: Prisma.sql`case_family x`, mine: Prisma.sql`x.lead_id`, asked: Prisma.sql`false`,
    open: Prisma.sql`NOT EXISTS (SELECT 1 FROM bulletin b WHERE b.family_id = x.id AND (b.status IN ('draft', 'approved')
      OR (b.status = 'issued' AND EXISTS (SELECT 1 FROM bulletin_reading r WHERE r.bulletin_id = b.id AND r.outcome IS NULL))))`,
  },
  { type: 'observerAttendance', table: Prisma.sql`observer_attendance x`, mine: Prisma.sql`NULL::uuid`, turn: Prisma.sql`x.host_id` },
  {
    type: 'letter', table: Prisma.sql`letter x`, mine: Prisma.sql`x.handler_id`, isOpen: (status) => !closedStates.includes(status),
    turn: Prisma.sql`CASE WHEN x.status = ANY(${textArray(waitsForSender)}) THEN x.sender_id ELSE x.receiver_id END`,
  },
  {
    type: 'setting', table: Prisma.sql`(SELECT *, proposed_at AS updated_at FROM setting_proposal) x`, mine: Prisma.sql`NULL::uuid`,
    open: Prisma.sql`x.status = 'proposed'`,
    administered: ({ regionCode, userId }) => Prisma.sql`x.proposed_by_id <> ${userId}::uuid AND (x.region_code = ${regionCode}
      OR x.region_code = ${everywhere} AND EXISTS (SELECT 1 FROM region r WHERE r.code = ${regionCode} AND r.parent_code IS NULL))`,
  },
]

/** Records in a state that waits for one of this person's roles: the person's own first, longest waiting first. */
export function deskItemsOf(scope: Scope): Read<DeskItem> {
  const states = waitingStates(scope.roles)
  const parts = sources.flatMap(({ type, table, mine, isOpen = () => true, open, turn, asked, administered }) => {
    const wanted = (states[type] ?? []).filter(isOpen)
    if (wanted.length === 0) return []
    const own = Prisma.sql`${mine} = ANY(${idArray(scope.people)})`
    const whose = administered?.(scope) ?? Prisma.sql`x.audience && ${textArray(scope.tokens)}`
    const part = (which: Prisma.Sql) => Prisma.sql`
      (SELECT ${type} AS type, x.id, x.title, x.status, x.updated_at AS since, coalesce(${own}, false) AS mine FROM ${table}
        WHERE ${which} ${whose} AND x.status = ANY(${textArray(wanted)})
          ${open ? Prisma.sql`AND ${open}` : Prisma.empty}
          ${turn ? Prisma.sql`AND ${turn} = ${scope.unitId}::uuid` : Prisma.empty}
        ORDER BY x.updated_at, x.id LIMIT ${longest})`
    return administered ? [part(Prisma.empty)] : [part(Prisma.sql`${own} AND`), part(asked ? Prisma.sql`${asked} AND` : Prisma.empty)]
  })
  if (parts.length === 0) return nothing()
  return read(Prisma.sql`SELECT * FROM (${Prisma.join(parts, ' UNION ')}) waiting ORDER BY mine DESC, since, id LIMIT ${longest}`)
}

export const toDeskItem = (row: DeskItem): DeskItem => ({ ...row, since: new Date(row.since) })

export const listDeskItems = async (scope: Scope): Promise<DeskItem[]> => (await readAlone(deskItemsOf(scope))).map(toDeskItem)
