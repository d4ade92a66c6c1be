import { seesInner } from '@/lib/cases/policy'
import { shownStage } from '@/lib/cases/rules'
import { shownState } from '@/lib/clues/rules/audience'
import { shownState as shownLetterState } from '@/lib/letters/rules'
import { seesInside } from '@/lib/clues/policy'
import type { ClueState } from '@/lib/clues/schema'
import { dateColumn, today } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { holdsYet } from '@/lib/powers/data/list'
import { Prisma } from '@/prisma/generated/client'
import type { Scope } from '@/lib/platform/scope'
import { innerSearchQuery, searchQuery } from '@/lib/platform/search'
import { mostFound, type Found } from './schema'

type Raw = Found & { readonly keeper_id: string; readonly proposal: unknown }

/** What the units of a place do together has a title and no number. */
const plain = [
  { type: 'actionItem', table: 'action_item', keeper: 'giver_id' }, { type: 'meeting', table: 'joint_meeting', keeper: 'desk_id' }, { type: 'undertaking', table: 'undertaking', keeper: 'owner_id' },
  { type: 'caseFamily', table: 'case_family', keeper: 'procuratorate_id' },
] as const

// What is to be revised or ended one day stands until then.
const heldAs = Prisma.sql`CASE WHEN status = 'doubted' THEN status ELSE 'registered' END`

/** Records within scope that hold all the words, newest first; one more than shown tells that there are more. */
export async function searchRecords(scope: Scope, words: string): Promise<Found[]> {
  const query = searchQuery(scope, words)
  const caseQuery = innerSearchQuery(scope, words)
  if (query === null || caseQuery === null) return []
  const rows = await db.$queryRaw<Raw[]>`
    SELECT type, id, number, title, status, keeper_id, proposal FROM (
      (SELECT 'clue' AS type, id, number, title, status, receiver_unit_id AS keeper_id, NULL::jsonb AS proposal, created_at FROM clue
        WHERE search @@ ${query}::tsquery ORDER BY created_at DESC LIMIT ${mostFound + 1})
      UNION ALL
      (SELECT 'case', id, number, title, status, procuratorate_id, proposal, created_at FROM case_file
        WHERE search @@ ${caseQuery}::tsquery ORDER BY created_at DESC LIMIT ${mostFound + 1})
      UNION ALL
      (SELECT 'recommendation', id, number, title, status, procuratorate_id, NULL, created_at FROM recommendation
        WHERE search @@ ${query}::tsquery ORDER BY created_at DESC LIMIT ${mostFound + 1})
      UNION ALL
      (SELECT 'letter', id, coalesce(number, answer_number), title, status, receiver_id, NULL, created_at FROM letter
        WHERE search @@ ${query}::tsquery ORDER BY created_at DESC LIMIT ${mostFound + 1})
      ${Prisma.join(plain.map(({ type, table, keeper }) => Prisma.sql`UNION ALL
      (SELECT ${type}, id, NULL, title, status, ${Prisma.raw(keeper)}, NULL, created_at FROM ${Prisma.raw(table)}
        WHERE search @@ ${query}::tsquery ORDER BY created_at DESC LIMIT ${mostFound + 1})`), ' ')}
      UNION ALL
      (SELECT 'powerItem', id, NULL, matter, ${heldAs}, unit_id, NULL, created_at FROM power_item
        WHERE search @@ ${query}::tsquery AND ${holdsYet('power_item', today())} AND from_on <= ${dateColumn(today())}::date ORDER BY created_at DESC LIMIT ${mostFound + 1})
    ) found ORDER BY created_at DESC LIMIT ${mostFound + 1}`
  return rows.map(({ type, id, number, title, ...row }) => ({ type, id, number, title, status: shownTo(scope, { type, ...row }) }))
}

/** The stage as this person may know it, as on the record's own page. */
function shownTo({ unitId }: Scope, { type, status, keeper_id: keeperId, proposal }: Pick<Raw, 'type' | 'status' | 'keeper_id' | 'proposal'>): string {
  if (type === 'clue') return shownState(status as ClueState, seesInside({ unitId }, { receiverUnitId: keeperId }))
  if (type === 'letter') return shownLetterState(status, unitId === keeperId ? 'receiver' : 'other')
  return type !== 'case' || seesInner(unitId, { procuratorateId: keeperId }) ? status : shownStage({ status, proposal })
}
