import { fillPattern, numberKey, numberPrefix, parseNumberKey } from '@/lib/engine/papers/pattern'
import { listStands } from '@/lib/engine/papers/series'
import { seriesOfKind, type UnitSeries } from '@/lib/engine/papers/unit-series'
import { today } from '@/lib/platform/clock'
import { db, type Tx } from '@/lib/platform/db'
import { defaultLocale, translator } from '@/lib/platform/i18n'
import { isId } from '@/lib/platform/id'
import type { UnitKind } from '@/lib/platform/roles'
import type { Scope } from '@/lib/platform/scope'
import { columnsOf, read, readTogether } from '@/lib/platform/together'
import { isManaged } from '@/lib/units/data'
import { Prisma, type Unit } from '@/prisma/generated/client'

export type NumberSeries = {
  readonly key: string
  readonly unitId: string
  readonly code: string | null
  readonly series: string
  /** Unit and series, as records and notices name it. */
  readonly title: string
  readonly name: string
  readonly shipped: string
  readonly pattern: string
  /** The number that comes next this year, and how it would read; null without the unit's 代字. */
  readonly next: number
  readonly year: number
  readonly example: string | null
  readonly needsCode: boolean
  /** Kinds of papers that share it; none for a register. */
  readonly papers: number
  /** Its unit is of the reader's own place: only there may it be set. */
  readonly own: boolean
  readonly waiting: boolean
}

/** The papers' names, or what the register is of. */
export const seriesTitle = ({ record, papers }: UnitSeries): string =>
  record ? translator(defaultLocale, 'settings.numbers')(`registers.${record}`) : papers.join('、')

/** The series a managed unit draws its numbers from, as they stand today. */
export async function listNumberSeries(scope: Scope, unitId: string, client: Tx = db): Promise<NumberSeries[]> {
  if (!isId(unitId)) return []
  const { units: [unit], open } = await readTogether({
    units: read<Unit>(Prisma.sql`SELECT ${columnsOf(Prisma.UnitScalarFieldEnum, 'u')} FROM unit u WHERE u.id = ${unitId}::uuid AND ${isManaged(scope, Prisma.sql`u.region_code`)}`),
    open: read<{ key: string }>(Prisma.sql`SELECT s.key FROM setting_proposal s WHERE s.status = 'proposed' AND starts_with(s.key, ${numberPrefix}) AND right(s.key, 36) = ${unitId}`),
  }, client)
  if (!unit) return []
  const on = today()
  const year = Number(on.slice(0, 4))
  const all = seriesOfKind(unit.kind as UnitKind, on)
  const stands = await listStands(client, all.map((each) => ({ unitId: unit.id, ...each })), on)
  return all.map((each, at): NumberSeries => {
    const { pattern, next } = stands[at]!
    const key = numberKey(unit.id, each.series)
    const name = seriesTitle(each)
    return {
      key, unitId: unit.id, code: unit.numberCode, series: each.series, title: `${unit.shortName}：${name}`, name, shipped: each.pattern, pattern, next, year,
      example: unit.numberCode === null && pattern.includes('{code}') ? null : fillPattern(pattern, { code: unit.numberCode, year, n: next }),
      needsCode: each.needsCode, papers: each.papers.length, own: unit.regionCode === scope.regionCode, waiting: open.some((proposal) => proposal.key === key),
    }
  })
}

/** The series a setting is about, of a unit of the reader's own place. */
export async function findNumberSeries(scope: Scope, key: string): Promise<NumberSeries | null> {
  const named = parseNumberKey(key)
  return (named && (await listNumberSeries(scope, named.unitId)).find((each) => each.key === key && each.own)) ?? null
}
