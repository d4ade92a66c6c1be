import { dateColumn, type LocalDate } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { refuse } from '@/lib/platform/errors'
import { idArray, read, readAlone, textArray, type Read } from '@/lib/platform/together'
import { Prisma } from '@/prisma/generated/client'
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
type Counter = Own & { readonly counted: number }
type Counted = Pick<Series, 'unitId' | 'series'>

/**
 * The unit's own pattern as confirmed on that day, else the one its counter carries from year to year; where it begins in that year, and
 * what it has counted to. What was numbered on paper before is left out for the whole year, also by a paper that is entered under an earlier day.
 */
const countersOf = (given: readonly Counted[], on: LocalDate): Read<Counter> => {
  const year = Number(on.slice(0, 4))
  return read(Prisma.sql`
    SELECT (SELECT s.value->>'pattern' FROM setting s WHERE s.key = x.key AND s.effective_on <= ${dateColumn(on)}::date ORDER BY s.effective_on DESC, s.set_at DESC LIMIT 1) AS pattern,
      (SELECT n.pattern FROM number_series n WHERE n.unit_id = x.unit_id AND n.paper_kind = x.series AND n.year <= ${year} ORDER BY n.year DESC LIMIT 1) AS kept,
      (SELECT coalesce(max((s.value->>'start')::int), 1) FROM setting s WHERE s.key = x.key AND (s.value->>'year')::int = ${year}) AS start,
      coalesce((SELECT n.next FROM number_series n WHERE n.unit_id = x.unit_id AND n.paper_kind = x.series AND n.year = ${year}), 1) AS counted
    FROM unnest(${idArray(given.map(({ unitId }) => unitId))}, ${textArray(given.map(({ series }) => series))}, ${textArray(given.map(({ unitId, series }) => numberKey(unitId, series)))})
      WITH ORDINALITY AS x(unit_id, series, key, place) ORDER BY x.place`)
}

async function findOwn(tx: Tx, given: Counted, on: LocalDate): Promise<Own> {
  const [own] = await readAlone(countersOf([given], on), tx)
  return own!
}

export type Stand = { readonly pattern: string; readonly next: number; readonly counted: number }

/** How each series stands for that day: its pattern as set or carried on, and the number that comes next in that year. */
export async function listStands(tx: Tx, given: readonly Series[], on: LocalDate): Promise<Stand[]> {
  const counters = await readAlone(countersOf(given, on), tx)
  return counters.map(({ pattern, kept, start, counted }, at) => ({ pattern: pattern ?? kept ?? given[at]!.pattern, next: Math.max(counted, start), counted }))
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
