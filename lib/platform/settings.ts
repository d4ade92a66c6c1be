import { dateColumn, type LocalDate } from './clock'
import { Prisma, type Setting } from '@/prisma/generated/client'
import type { Tx } from './db'
import { read, readAlone, textArray } from './together'

/** The region code of a setting for the whole system. */
export const everywhere = '*'

type Keys = { readonly in: string[] } | { readonly startsWith: string }

/** Settings by key as they stood on any day, read once: the latest one of the place before the latest one of the whole system. */
export async function settingsThrough(tx: Tx, regionCode: string, key: Keys, until?: LocalDate): Promise<(on: LocalDate) => ReadonlyMap<string, unknown>> {
  const wanted = 'in' in key ? Prisma.sql`s.key = ANY(${textArray(key.in)})` : Prisma.sql`starts_with(s.key, ${key.startsWith})`
  const rows = await readAlone(read<Pick<Setting, 'key' | 'regionCode' | 'value' | 'effectiveOn'>>(Prisma.sql`
    SELECT s.key, s.region_code AS "regionCode", s.value, s.effective_on AS "effectiveOn" FROM setting s
    WHERE ${wanted} AND s.region_code IN (${regionCode}, ${everywhere}) ${until ? Prisma.sql`AND s.effective_on <= ${dateColumn(until)}::date` : Prisma.empty} ORDER BY s.effective_on, s.set_at`), tx)
  // Later rows replace earlier ones, and the place's replace the general ones.
  const ranked = [...rows.filter((row) => row.regionCode === everywhere), ...rows.filter((row) => row.regionCode !== everywhere)]
  return (on) => new Map(ranked.filter((row) => row.effectiveOn <= dateColumn(on)).map((row) => [row.key, row.value]))
}

export const settingsOn = async (tx: Tx, regionCode: string, on: LocalDate, key: Keys): Promise<ReadonlyMap<string, unknown>> =>
  (await settingsThrough(tx, regionCode, key, on))(on)

export const settingOn = async (tx: Tx, regionCode: string, on: LocalDate, key: string): Promise<unknown> =>
  (await settingsOn(tx, regionCode, on, { in: [key] })).get(key)

/** The same choice inside a statement, as jsonb; null where nobody has set it. */
export const settingIn = (regionCode: Prisma.Sql, on: LocalDate, key: string): Prisma.Sql => Prisma.sql`(
  SELECT s.value FROM setting s WHERE s.key = ${key} AND s.region_code IN (${regionCode}, ${everywhere}) AND s.effective_on <= ${dateColumn(on)}::date
  ORDER BY s.region_code = ${everywhere}, s.effective_on DESC, s.set_at DESC LIMIT 1)`
