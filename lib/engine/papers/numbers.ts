import type { LocalDate } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { refuse } from '@/lib/platform/errors'
import { newId } from '@/lib/platform/id'
import type { Template } from './template'

type Taker = { unitId: string; template: Template; issuedOn: LocalDate; paperId: string }
type NumberRow = { series: string; year: number; ordinal: number; text: string }

const seriesOf = (template: Template): string => template.number.series ?? template.kind

/** The next number of the unit's series. The row stays locked until the transaction ends, so none is lost or doubled. */
export async function assignNumber(tx: Tx, { unitId, template, issuedOn, paperId }: Taker): Promise<string> {
  const series = seriesOf(template)
  const year = Number(issuedOn.slice(0, 4))
  const pattern = await patternFor(tx, unitId, template, year)
  const rows = await tx.$queryRaw<{ ordinal: number; pattern: string }[]>`
    INSERT INTO number_series (unit_id, paper_kind, year, pattern, next)
    VALUES (${unitId}::uuid, ${series}, ${year}, ${pattern}, 2)
    ON CONFLICT (unit_id, paper_kind, year) DO UPDATE SET next = number_series.next + 1
    RETURNING next - 1 AS ordinal, pattern`
  const row = rows[0]
  if (!row) throw new Error(`no number from series ${series}`)
  const text = row.pattern.replace('{year}', String(year)).replace('{n}', String(row.ordinal))
  await keepNumber(tx, unitId, paperId, { series, year, ordinal: row.ordinal, text })
  return text
}

/** A number given by 检察业务应用系统 (建议规定 7) or on a paper of running matters: kept, and never taken twice. */
export async function takeNumber(tx: Tx, { unitId, issuedOn, paperId }: Taker, given: string): Promise<string> {
  const text = given.trim()
  const parts = /^(.+)〔(\d{4})〕(\d{1,9})号$/.exec(text)
  const row = parts
    ? { series: `taken:${parts[1]}`, year: Number(parts[2]), ordinal: Number(parts[3]), text }
    : { series: `taken:${text}`, year: Number(issuedOn.slice(0, 4)), ordinal: 0, text }
  await keepNumber(tx, unitId, paperId, row)
  return text
}

async function keepNumber(tx: Tx, unitId: string, paperId: string, row: NumberRow): Promise<void> {
  const { series: paperKind, year, ordinal, text } = row
  const { count } = await tx.documentNumber.createMany({
    data: [{ id: newId(), unitId, paperKind, year, ordinal, text, paperId }],
    skipDuplicates: true,
  })
  if (count === 0) throw refuse('papers.refuse.numberTaken', { number: text })
}

/** The unit's own pattern carries over from year to year; a new unit begins with the template's. */
async function patternFor(tx: Tx, unitId: string, template: Template, year: number): Promise<string> {
  const last = await tx.numberSeries.findFirst({
    where: { unitId, paperKind: seriesOf(template), year: { lte: year } },
    orderBy: { year: 'desc' },
    select: { pattern: true },
  })
  if (last) return last.pattern
  const { pattern } = template.number
  if (!pattern) throw new Error(`${template.kind} carries no number`)
  const unit = await tx.unit.findUniqueOrThrow({ where: { id: unitId }, select: { shortName: true } })
  return pattern.replace('{code}', unit.shortName)
}

/** Sets a unit's pattern for a year, or the number it goes on with after numbers given elsewhere. */
export async function openSeries(
  tx: Tx,
  given: { unitId: string; series: string; year: number; pattern: string; next: number },
): Promise<void> {
  const { unitId, series, year, pattern, next } = given
  if (!pattern.includes('{n}') || !pattern.includes('{year}')) throw refuse('papers.refuse.pattern')
  const changed = await tx.$executeRaw`
    INSERT INTO number_series (unit_id, paper_kind, year, pattern, next)
    VALUES (${unitId}::uuid, ${series}, ${year}, ${pattern}, ${next})
    ON CONFLICT (unit_id, paper_kind, year) DO UPDATE SET pattern = EXCLUDED.pattern, next = EXCLUDED.next
    WHERE number_series.next <= EXCLUDED.next`
  if (changed === 0) throw refuse('papers.refuse.seriesBack')
}

/** The number stays on record and is never given again. */
export async function voidNumber(tx: Tx, paperId: string, reason: string): Promise<void> {
  await tx.documentNumber.updateMany({ where: { paperId }, data: { status: 'void', reason } })
}
