import type { StepContext } from '@/lib/engine/procedure/feature'
import { dateColumn, type LocalDate } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { settledStates } from '@/lib/duty-cycles/schema'
import type { LetterRow } from '../data/row'

type Taking = Pick<StepContext<LetterRow, unknown>, 'tx' | 'take'> & { readonly row: Pick<LetterRow, 'id'> }

/** Every cycle the demands ask for and that is not there yet; each clock begins by itself on its first day. */
export async function openCycles({ tx, row, take }: Taking): Promise<void> {
  const demands = await tx.demand.findMany({
    where: { recommendationId: row.id, reports: { not: null } }, orderBy: { ordinal: 'asc' }, include: { cycles: { where: { status: { not: 'ended' } }, select: { ordinal: true } } },
  })
  for (const { id, reports, cycles } of demands)
    for (let ordinal = 1; ordinal <= (reports ?? 0); ordinal += 1)
      if (!cycles.some((each) => each.ordinal === ordinal)) await take('dutyCycle.open', null, { demandId: id, ordinal })
}

/** Cycles not settled lose their object, all of the letter or those past what a demand now asks for. */
export async function endCycles({ tx, row, take }: Taking, reason: 'withdrawn' | 'changed' | 'closed'): Promise<void> {
  const cycles = await tx.dutyCycle.findMany({
    where: { recommendationId: row.id, status: { notIn: [...settledStates] } }, orderBy: { id: 'asc' }, include: { demand: { select: { reports: true } } },
  })
  for (const { id, ordinal, demand } of cycles)
    if (reason !== 'changed' || ordinal > (demand.reports ?? 0)) await take('dutyCycle.end', id, { reason })
}

/** Of each demand the last cycle reported on or over: what was owed by then stays. */
export async function listCyclesPast(tx: Tx, recommendationId: string, today: LocalDate): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.dutyCycle.groupBy({
    by: ['demandId'], _max: { ordinal: true },
    where: { recommendationId, OR: [{ status: { in: ['reported', 'askedAgain', 'accepted'] } }, { status: 'open', toOn: { lt: dateColumn(today) } }] },
  })
  return new Map(rows.map(({ demandId, _max }) => [demandId, _max.ordinal ?? 0]))
}
