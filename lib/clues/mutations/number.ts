import patterns from '@/facts/record-numbers.json'
import type { LocalDate } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'

/** The next number of the receiving office's clues of that year; the row stays locked until the transaction ends. */
export async function nextClueNumber(tx: Tx, unitId: string, on: LocalDate): Promise<string> {
  const { series, pattern } = patterns.clue
  const year = Number(on.slice(0, 4))
  const unit = await tx.unit.findUniqueOrThrow({ where: { id: unitId }, select: { shortName: true } })
  const rows = await tx.$queryRaw<{ ordinal: number; pattern: string }[]>`
    INSERT INTO number_series (unit_id, paper_kind, year, pattern, next)
    VALUES (${unitId}::uuid, ${series}, ${year}, ${pattern.replace('{unit}', unit.shortName)}, 2)
    ON CONFLICT (unit_id, paper_kind, year) DO UPDATE SET next = number_series.next + 1
    RETURNING next - 1 AS ordinal, pattern`
  const row = rows[0]
  if (!row) throw new Error(`no number from series ${series}`)
  return row.pattern.replace('{year}', String(year)).replace('{n}', String(row.ordinal))
}
