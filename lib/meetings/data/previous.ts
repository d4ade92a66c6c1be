import { dateColumn, localDate, type LocalDate } from '@/lib/platform/clock'
import { db, type Tx } from '@/lib/platform/db'
import type { Scope } from '@/lib/platform/scope'
import { type Tally, tallyOf } from '../rules/tally'

type Of = { readonly id: string; readonly deskId: string; readonly day: LocalDate }
export type Previous = { readonly id: string; readonly title: string; readonly heldOn: LocalDate; readonly tally: Tally }

/** The meeting of the same desk before this one, and how its tasks stand on a day. */
export async function findPreviousTally(scope: Scope, { id, deskId, day }: Of, client: Tx = db): Promise<Previous | null> {
  const inScope = { audience: { hasSome: [...scope.tokens] } }
  const meeting = await client.jointMeeting.findFirst({
    where: { ...inScope, deskId, id: { not: id }, status: 'closed', heldOn: { lte: dateColumn(day) } }, orderBy: [{ heldOn: 'desc' }, { id: 'desc' }],
    select: { id: true, title: true, heldOn: true },
  })
  if (!meeting?.heldOn) return null
  const rows = await client.actionItem.findMany({ where: { ...inScope, sourceId: meeting.id }, select: { status: true, dueOn: true, reportedOn: true, answeredOn: true } })
  const tally = tallyOf(rows.map((row) => ({ status: row.status, dueOn: localDate(row.dueOn), reportedOn: row.reportedOn && localDate(row.reportedOn), answeredOn: row.answeredOn && localDate(row.answeredOn) })), day)
  return { id: meeting.id, title: meeting.title, heldOn: localDate(meeting.heldOn), tally }
}
