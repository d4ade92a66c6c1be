import { dateColumn, type LocalDate } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { refuse } from '@/lib/platform/errors'
import { fillPattern, numberKey, patternFault } from './pattern'

/** A unit's counter; `pattern` is the one to begin with where the unit has none of its own yet, `{code}` in it the unit's 代字. */
export type Series = { readonly unitId: string; readonly series: string; readonly pattern: string }
export type Drawn = { readonly series: string; readonly year: number; readonly ordinal: number; readonly text: string }

/** The next number of that year. The series' row stays locked until the transaction ends, so none is lost or doubled. */
export async function drawNumber(tx: Tx, { unitId, series, pattern: shipped }: Series, on: LocalDate): Promise<Drawn> {
  const year = Number(on.slice(0, 4))
  const own = await findOwn(tx, { unitId, series }, on)
  const rows = await tx.$queryRaw<{ ordinal: number; pattern: string; code: string | null; unit: string }[]>`
    WITH unit AS (SELECT name, number_code FROM unit WHERE id = ${unitId}::uuid)
    INSERT INTO number_series (unit_id, paper_kind, year, pattern, next)
    VALUES (${unitId}::uuid, ${series}, ${year}, ${own.pattern ?? own.kept ?? shipped}, ${own.start}::int + 1)
    ON CONFLICT (unit_id, paper_kind, year) DO UPDATE SET next = greatest(number_series.next, ${own.start}::int) + 1
    RETURNING next - 1 AS ordinal, pattern, (SELECT number_code FROM unit) AS code, (SELECT name FROM unit) AS unit`
  const row = rows[0]
  if (!row) throw new Error(`no number from series ${series}`)
  const pattern = own.pattern ?? row.pattern
  if (row.code === null && pattern.includes('{code}')) throw refuse('papers.refuse.noCode', { unit: row.unit })
  return { series, year, ordinal: row.ordinal, text: fillPattern(pattern, { code: row.code, year, n: row.ordinal }) }
}

type Own = { readonly pattern: string | null; readonly kept: string | null; readonly start: number }

/**
 * The unit's own pattern as confirmed on that day, else the one its counter carries from year to year. What was numbered on paper
 * before is left out for the whole year, also by a paper that is entered under an earlier day.
 */
async function findOwn(tx: Tx, { unitId, series }: Pick<Series, 'unitId' | 'series'>, on: LocalDate): Promise<Own> {
  const key = numberKey(unitId, series)
  const year = Number(on.slice(0, 4))
  const rows = await tx.$queryRaw<Own[]>`
    SELECT (SELECT value->>'pattern' FROM setting WHERE key = ${key} AND effective_on <= ${dateColumn(on)} ORDER BY effective_on DESC, set_at DESC LIMIT 1) AS pattern,
      (SELECT pattern FROM number_series WHERE unit_id = ${unitId}::uuid AND paper_kind = ${series} AND year <= ${year} ORDER BY year DESC LIMIT 1) AS kept,
      (SELECT coalesce(max((value->>'start')::int), 1) FROM setting WHERE key = ${key} AND (value->>'year')::int = ${year}) AS start`
  return rows[0] ?? { pattern: null, kept: null, start: 1 }
}

/** How the series stands for that day: its pattern as set or carried on, and the number that comes next in that year. */
export async function standOf(tx: Tx, given: Series, on: LocalDate): Promise<{ pattern: string; next: number; counted: number }> {
  const year = Number(on.slice(0, 4))
  const own = await findOwn(tx, given, on)
  const row = await tx.numberSeries.findUnique({ where: { unitId_paperKind_year: { unitId: given.unitId, paperKind: given.series, year } }, select: { next: true } })
  const counted = row?.next ?? 1
  return { pattern: own.pattern ?? own.kept ?? given.pattern, next: Math.max(counted, own.start), counted }
}

/** Sets a unit's pattern for a year, or the number it goes on with after numbers given elsewhere. */
export async function openSeries(tx: Tx, given: Series & { readonly year: number; readonly next: number }): Promise<void> {
  const { unitId, series, year, pattern, next } = given
  if (patternFault(pattern, false)) throw refuse('papers.refuse.pattern')
  const changed = await tx.$executeRaw`
    INSERT INTO number_series (unit_id, paper_kind, year, pattern, next)
    VALUES (${unitId}::uuid, ${series}, ${year}, ${pattern}, ${next})
    ON CONFLICT (unit_id, paper_kind, year) DO UPDATE SET pattern = EXCLUDED.pattern, next = EXCLUDED.next
    WHERE number_series.next <= EXCLUDED.next`
  if (changed === 0) throw refuse('papers.refuse.seriesBack')
}
