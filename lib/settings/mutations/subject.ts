import { everywhere } from '@/lib/platform/settings'
import type { Subject } from '@/lib/engine/procedure/feature'
import { now } from '@/lib/platform/clock'
import { managesAll } from '@/lib/units/data'
import type { CalendarYear, SettingProposal } from '@/prisma/generated/client'
import { countWaiting } from '../data/calendar'
import type { CalendarRow, ProposalRow } from '../policy'
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

export type LockedProposal = Omit<SettingProposal, 'regionCode'> & ProposalRow & {
  /** Where it is to hold: a place, or everywhere. */
  readonly placeCode: string
}

/** What waits for a second administrator of the same place; what shall hold everywhere, of the topmost one. */
export const settingSubject: Subject<LockedProposal> = {
  type: 'setting',
  async lock(tx, id, scope) {
    const places = (await managesAll(scope, tx)) ? [scope.regionCode, everywhere] : [scope.regionCode]
    await tx.$queryRaw`SELECT 1 FROM setting_proposal WHERE id = ${id}::uuid FOR UPDATE`
    const row = await tx.settingProposal.findFirst({ where: { id, regionCode: { in: places } } })
    return row && { ...row, regionCode: scope.regionCode, placeCode: row.regionCode, audience: [] }
  },
  async move(tx, id, version, status) {
    return (await tx.settingProposal.updateMany({ where: { id, version }, data: { status, version: { increment: 1 } } })).count
  },
}
