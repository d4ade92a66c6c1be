import type { LateLetterInput } from '@/lib/cases/schema'
import type { DemandInput } from '../schema'

type Lists = Pick<LateLetterInput, 'measureLines' | 'faultLines' | 'proofLines'>

/** 建议事项 of a letter taken over from paper: lists that go together line by line; one line alone holds for every demand. */
export function lateDemands({ measureLines, faultLines, proofLines }: Lists): DemandInput[] {
  const at = (list: readonly string[], index: number) => list[list.length === 1 ? 0 : index]!
  return measureLines.map((measure, index) => ({ measure, fault: at(faultLines, index), proofWanted: at(proofLines, index) }))
}

/** Lists that are neither one line nor as long as the demands. */
export const listFaults = ({ measureLines, faultLines, proofLines }: Lists): ('faultLines' | 'proofLines')[] => [
  ...(faultLines.length === 1 || faultLines.length === measureLines.length ? [] : ['faultLines' as const]),
  ...(proofLines.length === 1 || proofLines.length === measureLines.length ? [] : ['proofLines' as const]),
]

/** Dates of a letter in the order in which they must have come; the field that comes too early. */
export function dateFault(dates: Pick<LateLetterInput, 'decidedOn' | 'sentOn' | 'receivedOn' | 'filedOn'> & { openedOn: string }) {
  if (dates.decidedOn < dates.openedOn) return 'decidedOn'
  if (dates.sentOn < dates.decidedOn) return 'sentOn'
  if (dates.receivedOn < dates.sentOn) return 'receivedOn'
  return dates.filedOn !== undefined && dates.filedOn < dates.receivedOn ? 'filedOn' : null
}
