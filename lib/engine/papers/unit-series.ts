import records from '@/facts/record-numbers.json'
import type { LocalDate } from '@/lib/platform/clock'
import type { UnitKind } from '@/lib/platform/roles'
import { allTemplates } from './library'
import { type RecordSeries } from './record-numbers'

export type UnitSeries = {
  readonly series: string
  /** The pattern as shipped. */
  readonly pattern: string
  /** A register of records; null for a series of papers. */
  readonly record: RecordSeries | null
  /** Names of the papers that share the series. */
  readonly papers: readonly string[]
  /** The number is looked up across units, so it carries the 代字. */
  readonly needsCode: boolean
}

const registers = (kind: UnitKind): readonly RecordSeries[] => {
  if (kind === 'procuratorate') return ['clue', 'case', 'incoming']
  return ['discipline', 'congress', 'partyCommittee'].includes(kind) ? [] : ['incoming']
}

const issuers = (kind: UnitKind): readonly string[] => (kind === 'procuratorate' || kind === 'court' ? [kind, 'any'] : ['agency', 'any'])

/** Every series a body of this kind draws numbers from. */
export function seriesOfKind(kind: UnitKind, on: LocalDate): UnitSeries[] {
  const found = new Map<string, UnitSeries>()
  for (const record of registers(kind))
    found.set(records[record].series, { ...records[record], record, papers: [], needsCode: record !== 'incoming' })
  for (const { kind: paper, name, number, issuer, validFrom } of allTemplates()) {
    if (!number.pattern || validFrom > on || !issuers(kind).includes(issuer)) continue
    const series = number.series ?? paper
    const before = found.get(series)
    found.set(series, { series, pattern: number.pattern, record: null, papers: [...(before?.papers ?? []), name], needsCode: false })
  }
  return [...found.values()]
}
