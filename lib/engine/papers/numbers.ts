import type { LocalDate } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { refuse } from '@/lib/platform/errors'
import { newId } from '@/lib/platform/id'
import { drawNumber, type Drawn } from './series'
import type { Template } from './template'

type Taker = { unitId: string; template: Template; issuedOn: LocalDate; paperId: string }

/** The next number of the unit's series that was not taken over by hand before; other than that none is left out. */
export async function assignNumber(tx: Tx, { unitId, template, issuedOn, paperId }: Taker): Promise<string> {
  const { pattern, series = template.kind } = template.number
  if (!pattern) throw new Error(`${template.kind} carries no number`)
  for (;;) {
    const drawn = await drawNumber(tx, { unitId, series, pattern }, issuedOn)
    if (await keepNumber(tx, unitId, paperId, drawn)) return drawn.text
  }
}

/** A number given by 检察业务应用系统 (建议规定 7) or on a paper of running matters: kept, and never taken twice. */
export async function takeNumber(tx: Tx, { unitId, issuedOn, paperId }: Taker, given: string): Promise<string> {
  const text = given.trim()
  const parts = /^(.+)〔(\d{4})〕(\d{1,9})号$/.exec(text)
  const row = parts
    ? { series: `taken:${parts[1]}`, year: Number(parts[2]), ordinal: Number(parts[3]), text }
    : { series: `taken:${text}`, year: Number(issuedOn.slice(0, 4)), ordinal: 0, text }
  if (!(await keepNumber(tx, unitId, paperId, row))) throw refuse('papers.refuse.numberTaken', { number: text })
  return text
}

/** False where the unit has used that number; waits for whoever is about to. */
async function keepNumber(tx: Tx, unitId: string, paperId: string, row: Drawn): Promise<boolean> {
  const { series: paperKind, year, ordinal, text } = row
  const { count } = await tx.documentNumber.createMany({
    data: [{ id: newId(), unitId, paperKind, year, ordinal, text, paperId }],
    skipDuplicates: true,
  })
  return count === 1
}

/** The number stays on record and is never given again. */
export async function voidNumber(tx: Tx, paperId: string, reason: string): Promise<void> {
  await tx.documentNumber.updateMany({ where: { paperId }, data: { status: 'void', reason } })
}
