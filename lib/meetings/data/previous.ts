import { dateColumn, localDate, type LocalDate } from '@/lib/platform/clock'
import { db, type Tx } from '@/lib/platform/db'
import type { Scope } from '@/lib/platform/scope'
import { read, readAlone, textArray } from '@/lib/platform/together'
import { Prisma } from '@/prisma/generated/client'
import { type Tally, tallyOf } from '../rules/tally'

type Of = { readonly id: string; readonly deskId: string; readonly day: LocalDate }
export type Previous = { readonly id: string; readonly title: string; readonly heldOn: LocalDate; readonly tally: Tally }

/** The meeting of the same desk before this one, and how its tasks stand on a day. */
export async function findPreviousTally(scope: Scope, { id, deskId, day }: Of, client: Tx = db): Promise<Previous | null> {
  const seen = Prisma.sql`x.audience && ${textArray(scope.tokens)}`
  const before = Prisma.sql`
    SELECT x.id, x.title, x.held_on AS "heldOn" FROM joint_meeting x
    WHERE ${seen} AND x.desk_id = ${deskId}::uuid AND x.id <> ${id}::uuid AND x.status = 'closed' AND x.held_on <= ${dateColumn(day)}::date ORDER BY x.held_on DESC, x.id DESC LIMIT 1`
  const [[meeting], rows] = await Promise.all([
    readAlone(read<{ id: string; title: string; heldOn: Date }>(before), client),
    readAlone(read<{ status: string; dueOn: Date; reportedOn: Date | null; answeredOn: Date | null }>(Prisma.sql`
      SELECT x.status, x.due_on AS "dueOn", x.reported_on AS "reportedOn", x.answered_on AS "answeredOn" FROM action_item x WHERE ${seen} AND x.source_id IN (SELECT p.id FROM (${before}) p)`), client),
  ])
  if (!meeting) return null
  const tally = tallyOf(rows.map((row) => ({ status: row.status, dueOn: localDate(row.dueOn), reportedOn: row.reportedOn && localDate(row.reportedOn), answeredOn: row.answeredOn && localDate(row.answeredOn) })), day)
  return { id: meeting.id, title: meeting.title, heldOn: localDate(meeting.heldOn), tally }
}
