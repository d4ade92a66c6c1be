import { unitToken } from '@/lib/platform/scope'
import type { Verdict } from '../schema'

type Parties = { readonly procuratorateId: string; readonly agencyId: string }

/** Nobody outside sees a letter before it is served; then the agency, and those a charter article shows letters. */
export const draftAudience = ({ procuratorateId }: Parties): string[] => [unitToken(procuratorateId)]
export const servedAudience = (parties: Parties, readers: readonly string[]): string[] => [
  unitToken(parties.procuratorateId), unitToken(parties.agencyId), ...readers,
]

/** Rectified is what the last check of every demand found, and nothing else (办案规则 77, 82). */
export const isRectified = (demands: readonly { readonly verdict: string }[]): boolean =>
  demands.length > 0 && demands.every(({ verdict }) => verdict === 'met')

/** Where a letter stands after a check or a reply; being answered never makes it rectified. */
export function stageAfter(given: { rectified: boolean; askedAgain: boolean; replied: boolean }): 'verified' | 'askedAgain' | 'replied' | 'received' {
  if (given.rectified) return 'verified'
  if (given.askedAgain) return 'askedAgain'
  return given.replied ? 'replied' : 'received'
}

export type RectificationCount = { readonly met: number; readonly total: number; readonly checked: number }

/** The column 整改: demands found met by a check, of all. */
export const rectificationOf = (demands: readonly { readonly verdict: string }[]): RectificationCount => ({
  met: demands.filter(({ verdict }) => verdict === 'met').length,
  checked: demands.filter(({ verdict }) => verdict !== 'unchecked').length,
  total: demands.length,
})

export const isVerdict = (value: string): value is Verdict => ['unchecked', 'met', 'partly', 'notMet'].includes(value)
