import patterns from '@/facts/record-numbers.json'
import type { LocalDate } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { drawNumber } from './series'

export type RecordSeries = keyof typeof patterns

/** The next number of the unit's records of that kind: clues, cases, incoming papers. */
export async function nextRecordNumber(tx: Tx, unitId: string, kind: RecordSeries, on: LocalDate): Promise<string> {
  return (await drawNumber(tx, { unitId, ...patterns[kind] }, on)).text
}
