import { z } from 'zod'
import jinli from '@/facts/charters/990102.json'
import lanan from '@/facts/charters/990103.json'
import liyuan from '@/facts/charters/990101.json'
import menling from '@/facts/charters/990105.json'
import pingyun from '@/facts/charters/990104.json'
import type { UnitKind } from '@/lib/platform/roles'
import { bureauToken, governmentToken } from '@/lib/platform/scope'
import { charterSchema, type Charter, type ProvisionKey } from './schema'

const charters: ReadonlyMap<string, Charter> = new Map(
  z.array(charterSchema).parse([liyuan, jinli, lanan, pingyun, menling]).map((charter) => [charter.regionCode, charter]),
)

/** A place's charter; undefined where none is entered: then nothing beyond the law binds. */
export const charterOf = (regionCode: string): Charter | undefined => charters.get(regionCode)

export const provisionOf = (regionCode: string, key: ProvisionKey) =>
  charterOf(regionCode)?.provisions.find((provision) => provision.key === key)

/** Days a body of this kind has to refer what it found; null where it only has to do so in good time. */
export function referralLimitDays(regionCode: string, kind: UnitKind): number | null {
  const charter = charterOf(regionCode)
  return charter?.referral.binds.includes(kind) ? charter.referral.limitDays : null
}

/** Must a body of this kind say whether it punished already, and how? */
export function requiresPenaltyData(regionCode: string, kind: UnitKind): boolean {
  const charter = charterOf(regionCode)
  return charter !== undefined && charter.referral.penaltyData && charter.referral.binds.includes(kind)
}

/** Scope tokens of those an article lets see letters and how they are answered. */
export function letterReaders(regionCode: string): string[] {
  const seenBy = charterOf(regionCode)?.letters.seenBy ?? []
  return seenBy.map((reader) => (reader === 'bureau' ? bureauToken(regionCode) : governmentToken(regionCode)))
}

export const allowsElectronicService = (regionCode: string): boolean => charterOf(regionCode)?.electronicService ?? false
