import { everywhere } from '@/lib/platform/settings'
import type { Scope } from '@/lib/platform/scope'
import { textArray } from '@/lib/platform/together'
import { Prisma } from '@/prisma/generated/client'
import { closedStates, waitsForSender } from '@/lib/letters/rules'
import { openClue } from '../rules'

export type Source = {
  readonly type: string
  readonly table: Prisma.Sql
  /** In whose name it is, where it is in anybody's. */
  readonly mine?: Prisma.Sql
  /** Which states are open; what narrows them by more than the state stands as a condition. */
  readonly isOpen?: (status: string) => boolean
  readonly open?: Prisma.Sql
  /** Whose turn it is, where a record passes to and fro between two offices. */
  readonly turn?: Prisma.Sql
  /** Where it is the administrators' of a place, and no party's: which of them. */
  readonly administered?: (scope: Scope) => Prisma.Sql
  /** For whoever is not at work on it by name, it waits only where something was put before them; `never` where only a name counts. */
  readonly asked?: Prisma.Sql | 'never'
}

/** Every kind of record that waits for somebody. */
export const sources: readonly Source[] = [
  {
    type: 'clue', table: Prisma.sql`clue x`, mine: Prisma.sql`x.handler_id`,
    isOpen: (status) => (openClue as readonly string[]).includes(status),
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
    type, table: Prisma.sql`oversight_matter x`, open: Prisma.sql`x.kind = ${type}`,
    turn: Prisma.sql`CASE WHEN x.status IN ('received', 'asked', 'reported') THEN x.superior_id ELSE x.inferior_id END`,
  })),
  {
    type: 'actionItem', table: Prisma.sql`action_item x`, isOpen: (status) => ['open', 'reported'].includes(status),
    turn: Prisma.sql`CASE WHEN x.status = 'reported' THEN x.giver_id ELSE x.owner_id END`,
  },
  { type: 'meeting', table: Prisma.sql`joint_meeting x`, turn: Prisma.sql`x.desk_id` },
  { type: 'appointment', table: Prisma.sql`appointment x`, isOpen: (status) => status === 'proposed', turn: Prisma.sql`x.host_id` },
  // What an expert answered is a matter of the case: it goes with the case's lead, whoever put the question.
  {
    type: 'engagement', table: Prisma.sql`(SELECT e.*, c.lead_prosecutor_id FROM engagement e JOIN case_file c ON c.id = e.case_id) x`,
    mine: Prisma.sql`CASE WHEN x.status = 'asked' THEN x.expert_id ELSE x.lead_prosecutor_id END`, asked: 'never',
  },
  {
    type: 'groupSeat', table: Prisma.sql`(SELECT s.*, g.name || ' ' || s.post AS title FROM group_seat s JOIN leading_group g ON g.id = s.group_id) x`,
    isOpen: (status) => status === 'open', turn: Prisma.sql`x.unit_id`,
  },
  { type: 'attendance', table: Prisma.sql`attendance x`, turn: Prisma.sql`x.unit_id` },
  { type: 'bulletin', table: Prisma.sql`bulletin x`, mine: Prisma.sql`x.author_id`, isOpen: (status) => ['draft', 'approved'].includes(status), turn: Prisma.sql`x.issuer_id` },
  // What runs has its clocks; what waits is a plan not begun and what went up.
  {
    type: 'undertaking', table: Prisma.sql`undertaking x`, mine: Prisma.sql`x.author_id`, isOpen: (status) => ['draft', 'raised'].includes(status),
    turn: Prisma.sql`CASE WHEN x.status = 'raised' THEN x.board_id ELSE x.owner_id END`,
  },
  {
    type: 'participation', table: Prisma.sql`(SELECT p.*, u.title FROM participation p JOIN undertaking u ON u.id = p.undertaking_id) x`,
    isOpen: (status) => status === 'asked', turn: Prisma.sql`x.unit_id`,
  },
  {
    type: 'dataRequest', table: Prisma.sql`data_request x`, isOpen: (status) => status === 'asked', turn: Prisma.sql`x.provider_id`,
  },
  // What was entered waits for somebody else; of points those that are reported.
  {
    type: 'outcome', table: Prisma.sql`(SELECT o.*, c.audience, c.lead_prosecutor_id, c.procuratorate_id FROM outcome o JOIN case_file c ON c.id = o.case_id) x`,
    mine: Prisma.sql`x.lead_prosecutor_id`, isOpen: (status) => ['entered', 'listed'].includes(status), turn: Prisma.sql`x.procuratorate_id`,
    open: Prisma.sql`(x.status = 'entered' OR EXISTS (SELECT 1 FROM target_item t WHERE t.outcome_id = x.id AND t.status = 'reported'))`,
  },
  // Studied by its lead until an opinion goes out, and again once every body it went to has answered.
  {
    type: 'caseFamily', table: Prisma.sql`case_family x`, mine: Prisma.sql`x.lead_id`, asked: 'never',
    open: Prisma.sql`NOT EXISTS (SELECT 1 FROM bulletin b WHERE b.family_id = x.id AND (b.status IN ('draft', 'approved')
      OR (b.status = 'issued' AND EXISTS (SELECT 1 FROM bulletin_reading r WHERE r.bulletin_id = b.id AND r.outcome IS NULL))))`,
  },
  { type: 'observerAttendance', table: Prisma.sql`observer_attendance x`, turn: Prisma.sql`x.host_id` },
  {
    type: 'letter', table: Prisma.sql`letter x`, mine: Prisma.sql`x.handler_id`, isOpen: (status) => !closedStates.includes(status),
    turn: Prisma.sql`CASE WHEN x.status = ANY(${textArray(waitsForSender)}) THEN x.sender_id ELSE x.receiver_id END`,
  },
  {
    type: 'setting', table: Prisma.sql`(SELECT *, proposed_at AS updated_at FROM setting_proposal) x`,
    open: Prisma.sql`x.status = 'proposed'`,
    administered: ({ regionCode, userId }) => Prisma.sql`x.proposed_by_id <> ${userId}::uuid AND (x.region_code = ${regionCode}
      OR x.region_code = ${everywhere} AND EXISTS (SELECT 1 FROM region r WHERE r.code = ${regionCode} AND r.parent_code IS NULL))`,
  },
]
