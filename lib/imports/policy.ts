import { allow, deny, hide, type SubjectRow, type Verdict } from '@/lib/engine/procedure/feature'
import type { Actor } from '@/lib/platform/scope'

export type ImportRow = SubjectRow & { readonly faults: number }

/** The row is locked only for those who manage its place; nothing is entered while a row is wrong. */
export const importPolicy = (_: Actor, step: string, row: ImportRow | null): Verdict =>
  step === 'enter' && row !== null && row.faults > 0 ? deny('imports.deny.faults') : allow

/** Running cases are the procuratorate's to enter. */
export const caseImportPolicy = (actor: Actor, step: string, row: ImportRow | null): Verdict =>
  actor.unitKind === 'procuratorate' ? importPolicy(actor, step, row) : hide('cases.deny.procuratorate')
