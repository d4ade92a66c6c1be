import { rightRules } from '@/lib/engine/deadlines/rules'
import { dateColumn, localDate, today } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import type { Scope } from '@/lib/platform/scope'
import { Prisma } from '@/prisma/generated/client'
import { waitingStates } from './rules'
import type { DeskClock, DeskItem } from './schema'

const longest = 100

type ClockRow = {
  id: string
  duty: string
  rule_key: string
  subject_type: string
  subject_id: string
  subject_title: string
  owed_by_unit_id: string
  owed_to_unit_id: string | null
  triggered_on: Date
  end_on: Date
  status: string
  provisional: boolean
  mine: boolean
}

// Who is at work on the record a clock belongs to. A person is on at most some dozens of open records.
const mySubjects = (userId: string) => Prisma.sql`
  SELECT id FROM clue WHERE handler_id = ${userId}::uuid
  UNION ALL SELECT id FROM case_file WHERE lead_prosecutor_id = ${userId}::uuid
  UNION ALL SELECT case_id FROM case_member WHERE user_id = ${userId}::uuid AND to_on IS NULL
  UNION ALL SELECT id FROM recommendation WHERE author_id = ${userId}::uuid
  UNION ALL SELECT recommendation_id FROM handling WHERE handler_id = ${userId}::uuid
  UNION ALL SELECT id FROM handling WHERE handler_id = ${userId}::uuid
  UNION ALL SELECT l.id FROM look_back l JOIN case_file c ON c.id = l.case_id WHERE c.lead_prosecutor_id = ${userId}::uuid`

/** Open clocks this unit owes, or that others owe it; most urgent first. Neither a clock not yet begun nor a lapsed right is owed. */
export async function listDeskClocks(scope: Scope, side: 'owedBy' | 'owedTo'): Promise<DeskClock[]> {
  const unit = side === 'owedBy' ? Prisma.sql`owed_by_unit_id` : Prisma.sql`owed_to_unit_id`
  const day = dateColumn(today())
  const rows = await db.$queryRaw<ClockRow[]>`
    SELECT id, duty, rule_key, subject_type, subject_id, subject_title, owed_by_unit_id, owed_to_unit_id, triggered_on, end_on, status,
           provisional, subject_id IN (${mySubjects(scope.userId)}) AS mine
    FROM deadline
    WHERE ${unit} = ${scope.unitId}::uuid AND status IN ('running', 'paused') AND triggered_on <= ${day}
      AND (end_on >= ${day} OR rule_key <> ALL(${[...rightRules]}::text[])) AND audience && ${[...scope.tokens]}::text[]
    ORDER BY end_on, id LIMIT ${longest}`
  return rows.map((row) => ({
    id: row.id, duty: row.duty, ruleKey: row.rule_key, satisfiedOn: null, subjectType: row.subject_type, subjectId: row.subject_id, title: row.subject_title,
    owedByUnitId: row.owed_by_unit_id, owedToUnitId: row.owed_to_unit_id, triggeredOn: localDate(row.triggered_on),
    endOn: localDate(row.end_on), status: row.status, provisional: row.provisional, mine: row.mine,
  }))
}

/** Records in a state that waits for one of this person's roles, longest waiting first. */
export async function listDeskItems(scope: Scope): Promise<DeskItem[]> {
  const states = waitingStates(scope.roles)
  const tokens = [...scope.tokens]
  const of = (type: string) => states[type] ?? []
  return db.$queryRaw<DeskItem[]>`
    SELECT * FROM (
      SELECT 'clue' AS type, id, title, status, updated_at AS since, handler_id = ${scope.userId}::uuid AS mine
        FROM clue WHERE audience && ${tokens}::text[] AND status = ANY(${of('clue')})
      UNION ALL
      SELECT 'case', id, title, status, updated_at, lead_prosecutor_id = ${scope.userId}::uuid
        FROM case_file WHERE audience && ${tokens}::text[] AND status = ANY(${of('case')})
      UNION ALL
      SELECT 'recommendation', id, title, status, updated_at, author_id = ${scope.userId}::uuid
        FROM recommendation WHERE audience && ${tokens}::text[] AND status = ANY(${of('recommendation')})
      UNION ALL
      SELECT 'handling', h.id, h.title, h.status, h.updated_at, h.handler_id = ${scope.userId}::uuid
        FROM handling h JOIN recommendation r ON r.id = h.recommendation_id
        WHERE h.audience && ${tokens}::text[] AND h.status = ANY(${of('handling')})
          AND (r.status IN ('received', 'askedAgain') OR (r.status = 'replied' AND h.status <> 'signed'))
          AND (h.status <> 'signed' OR r.status = 'askedAgain')
    ) waiting ORDER BY coalesce(mine, false) DESC, since, id LIMIT ${longest}`
}
