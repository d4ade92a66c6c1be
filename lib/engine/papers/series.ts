import type { LocalDate } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { refuse } from '@/lib/platform/errors'

/** A unit's counter; `pattern` is the one to begin with where the unit has none of its own yet, `{code}` in it the unit's 代字. */
export type Series = { readonly unitId: string; readonly series: string; readonly pattern: string }
export type Drawn = { readonly series: string; readonly year: number; readonly ordinal: number; readonly text: string }

/** The next number of that year. The series' row stays locked until the transaction ends, so none is lost or doubled. */
export async function drawNumber(tx: Tx, { unitId, series, pattern }: Series, on: LocalDate): Promise<Drawn> {
  const year = Number(on.slice(0, 4))
  const first = (await findPattern(tx, unitId, series, year)) ?? pattern
  const rows = await tx.$queryRaw<{ ordinal: number; pattern: string; code: string | null; unit: string }[]>`
    WITH unit AS (SELECT name, number_code FROM unit WHERE id = ${unitId}::uuid)
    INSERT INTO number_series (unit_id, paper_kind, year, pattern, next)
    VALUES (${unitId}::uuid, ${series}, ${year}, ${first}, 2)
    ON CONFLICT (unit_id, paper_kind, year) DO UPDATE SET next = number_series.next + 1
    RETURNING next - 1 AS ordinal, pattern, (SELECT number_code FROM unit) AS code, (SELECT name FROM unit) AS unit`
  const row = rows[0]
  if (!row) throw new Error(`no number from series ${series}`)
  if (row.code === null && row.pattern.includes('{code}')) throw refuse('papers.refuse.noCode', { unit: row.unit })
  const text = row.pattern.replace('{code}', row.code ?? '').replace('{year}', String(year)).replace('{n}', String(row.ordinal))
  return { series, year, ordinal: row.ordinal, text }
}

/** The unit's own pattern carries over from year to year. */
async function findPattern(tx: Tx, unitId: string, series: string, year: number): Promise<string | null> {
  const last = await tx.numberSeries.findFirst({
    where: { unitId, paperKind: series, year: { lte: year } }, orderBy: { year: 'desc' }, select: { pattern: true },
  })
  return last?.pattern ?? null
}

/** Sets a unit's pattern for a year, or the number it goes on with after numbers given elsewhere. */
export async function openSeries(tx: Tx, given: Series & { readonly year: number; readonly next: number }): Promise<void> {
  const { unitId, series, year, pattern, next } = given
  if (!pattern.includes('{n}') || !pattern.includes('{year}')) throw refuse('papers.refuse.pattern')
  const changed = await tx.$executeRaw`
    INSERT INTO number_series (unit_id, paper_kind, year, pattern, next)
    VALUES (${unitId}::uuid, ${series}, ${year}, ${pattern}, ${next})
    ON CONFLICT (unit_id, paper_kind, year) DO UPDATE SET pattern = EXCLUDED.pattern, next = EXCLUDED.next
    WHERE number_series.next <= EXCLUDED.next`
  if (changed === 0) throw refuse('papers.refuse.seriesBack')
}
