import type { UnitKind } from '@/lib/platform/roles'
import type { OwingGroup } from '../schema'

const agencies: readonly UnitKind[] = ['agency', 'publicSecurity', 'finance']
const administrative: readonly UnitKind[] = [...agencies, 'justiceBureau', 'township']

const kinds: Readonly<Record<OwingGroup, readonly UnitKind[]>> = {
  procuratorate: ['procuratorate'], court: ['court'], justiceBureau: ['justiceBureau'], ruleOfLawOffice: ['ruleOfLawOffice'], government: ['government'],
  finance: ['finance'], publicSecurity: ['publicSecurity'], townships: ['township'], agencies, administrative,
  members: ['court', 'government', ...administrative], everybody: ['procuratorate', 'court', 'government', 'ruleOfLawOffice', ...administrative],
}

/** The kinds of bodies an owing group stands for. */
export const kindsOf = (group: string): readonly UnitKind[] => kinds[group as OwingGroup] ?? []
