import { everywhere } from '@/lib/platform/settings'
import { localDate } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import type { Scope } from '@/lib/platform/scope'
import { settingKeys, type SettingValue } from '../schema'

export type SettingRow = {
  readonly id: string
  readonly key: string
  readonly everywhere: boolean
  readonly value: SettingValue
  readonly effectiveOn: string
  readonly reason: string
  readonly setBy: string
  readonly setAt: Date
}

/** What the reader's own place and the whole system have set, newest first; earlier values stay to be read. */
export async function listSettings(scope: Scope, keys: readonly string[] = settingKeys): Promise<SettingRow[]> {
  const rows = await db.setting.findMany({
    where: { key: { in: [...keys] }, regionCode: { in: [scope.regionCode, everywhere] } },
    orderBy: [{ effectiveOn: 'desc' }, { setAt: 'desc' }],
  })
  const people = await db.user.findMany({ where: { id: { in: rows.map(({ setById }) => setById) } }, select: { id: true, name: true } })
  return rows.map(({ regionCode, setById, effectiveOn, value, ...row }) => ({
    ...row, everywhere: regionCode === everywhere, value: value as unknown as SettingValue, effectiveOn: localDate(effectiveOn),
    setBy: people.find(({ id }) => id === setById)?.name ?? '',
  }))
}
