import { openSeries } from '@/lib/engine/papers/series'
import { getTemplate } from '@/lib/engine/papers/library'
import { today } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { unitIdOf } from './fixture'
import { places } from './places'

const kinds = [
  'recommendationLetter', 'filingDecision', 'nonFilingDecision', 'clueTransferNotice', 'caseConclusionDecision', 'suspensionDecision',
  'resumptionDecision', 'reexaminationAnswer', 'withdrawalDecision', 'recordReport',
]
const firstYear = 2024

/** 院代字: an office signs with the name of its place (澧源检行公建), not with its own full name. */
export async function openNumberSeries(tx: Tx): Promise<void> {
  for (const { key, shortName, code } of places) {
    if (code.length !== 6) continue
    for (const kind of kinds) {
      const { number } = getTemplate(kind, today())
      if (!number.pattern) throw new Error(`${kind} carries no number`)
      const pattern = number.pattern.replace('{code}', shortName)
      await openSeries(tx, { unitId: unitIdOf(`${key}.procuratorate`), series: number.series ?? kind, year: firstYear, pattern, next: 1 })
    }
  }
  // Its letters took over the numbers of the office's own system; the series goes on behind them.
  await openSeries(tx, {
    unitId: unitIdOf('jinli.procuratorate'), series: 'recommendationLetter', year: Number(today().slice(0, 4)), pattern: '津澧检行公建〔{year}〕{n}号', next: 10,
  })
}
