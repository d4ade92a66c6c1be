import { addDays } from '@/lib/engine/deadlines/local-date'
import { sha256 } from '@/lib/platform/canonical'
import { dateColumn, localDate, today } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import type { Scope } from '@/lib/platform/scope'
import type { CalendarEvent } from '../rules/calendar'

/** The own link that counts; nobody else's. */
export const findOwnFeed = (scope: Scope) => db.calendarFeed.findFirst({ where: { userId: scope.userId, status: 'active' } })

/** Whose link it is, where it has not been revoked; asked before there is anybody to have a scope. */
export async function ownerOfFeed(secret: string): Promise<string | null> {
  const row = await db.calendarFeed.findUnique({ where: { secretHash: sha256(secret) }, select: { userId: true, status: true } })
  return row?.status === 'active' ? row.userId : null
}

const shown = ['convened', 'held', 'closed', 'cancelled']
const kept = 92
const mostShown = 200

/** Convened meetings of the last months and to come: when, where, what it is called, and nothing else of it. */
export async function listEvents(scope: Scope, id?: string): Promise<CalendarEvent[]> {
  const rows = await db.jointMeeting.findMany({
    where: {
      audience: { hasSome: [...scope.tokens] }, status: { in: shown }, startsAt: { not: null }, place: { not: null },
      ...(id ? { id } : { plannedOn: { gte: dateColumn(addDays(today(), -kept)) } }),
    },
    orderBy: { plannedOn: 'asc' }, take: mostShown,
  })
  return rows.map((row) => ({
    id: row.id, title: row.title, place: row.place!, day: localDate((row.heldOn ?? row.plannedOn)!), startsAt: row.startsAt!, endsAt: row.endsAt,
    cancelled: row.status === 'cancelled', version: row.version, changedAt: row.updatedAt,
  }))
}
