import { openSeries } from '@/lib/engine/papers/series'
import { getTemplate } from '@/lib/engine/papers/library'
import { today } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { unitIdOf } from './fixture'

/** 津澧's letters took over the numbers of the office's own system; the series goes on behind them. */
export async function openNumberSeries(tx: Tx): Promise<void> {
  const series = 'recommendationLetter'
  const { pattern } = getTemplate(series, today()).number
  if (!pattern) throw new Error(`${series} carries no number`)
  await openSeries(tx, { unitId: unitIdOf('jinli.procuratorate'), series, year: Number(today().slice(0, 4)), pattern, next: 10 })
}
