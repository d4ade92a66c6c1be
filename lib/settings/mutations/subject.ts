import { everywhere } from '@/lib/platform/settings'
import type { Subject } from '@/lib/engine/procedure/feature'
import type { SubjectRow } from '@/lib/engine/procedure/feature'
import { now } from '@/lib/platform/clock'
import { managesAll } from '@/lib/units/data'
import type { CalendarYear } from '@/prisma/generated/client'
import { countWaiting } from '../data/calendar'
import type { CalendarRow } from '../policy'
import { parseNotice } from '../rules/notice-text'

export type LockedYear = CalendarYear & CalendarRow

/** One calendar for all places: only administrators of the topmost region keep it. */
export const calendarSubject: Subject<LockedYear> = {
  type: 'calendarYear',
  async lock(tx, id, scope) {
    if (!(await managesAll(scope, tx))) return null
    await tx.$queryRaw`SELECT 1 FROM calendar_year WHERE id = ${id}::uuid FOR UPDATE`
    const row = await tx.calendarYear.findUnique({ where: { id } })
    return row && { ...row, audience: [], problems: parseNotice(row.year, row.daysText).problems.length, waiting: await countWaiting(scope, row.year, tx) }
  },
  async move(tx, id, version, status) {
    const { count } = await tx.calendarYear.updateMany({ where: { id, version }, data: { status, version: { increment: 1 }, updatedAt: now() } })
    return count
  },
}

/** A value set is never changed: a later one takes its place. */
export const settingSubject: Subject<SubjectRow> = {
  type: 'setting',
  async lock(tx, id, scope) {
    const row = await tx.setting.findFirst({ where: { id, regionCode: { in: [scope.regionCode, everywhere] } } })
    return row && { id, regionCode: row.regionCode, status: 'inForce', version: 1, audience: [] }
  },
  move: () => Promise.resolve(1),
}
