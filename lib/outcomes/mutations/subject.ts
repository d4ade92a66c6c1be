import type { Outcome, StepContext, Subject } from '@/lib/engine/procedure/feature'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { invalid, refuse } from '@/lib/platform/errors'
import { attachFiles, type FileRow } from '@/lib/platform/files'
import type { Actor } from '@/lib/platform/scope'
import { findRow, type OutcomeRecord } from '../data/row'
import { holdsPersonalData, personalFaults } from '../rules/personal'

export type On<Input> = StepContext<OutcomeRecord, Input>

export const outcomeSubject: Subject<OutcomeRecord> = {
  type: 'outcome',
  async lock(tx, id, scope) {
    const found = await tx.$queryRaw<unknown[]>`
      SELECT 1 FROM outcome x WHERE x.id = ${id}::uuid AND EXISTS (SELECT 1 FROM case_file c WHERE c.id = x.case_id AND c.audience && ${[...scope.tokens]}::text[]) FOR UPDATE`
    return found.length === 0 ? null : findRow(scope, id, tx)
  },
  async move(tx, id, version, status) {
    return (await tx.outcome.updateMany({ where: { id, version }, data: { status, version: { increment: 1 }, updatedAt: now() } })).count
  },
}

type Known = Pick<OutcomeRecord, 'id' | 'regionCode' | 'title' | 'audience' | 'procuratorateId' | 'agencyId'>

export const resultOf = (row: Known, more: Partial<Outcome> = {}): Outcome => ({
  id: row.id, regionCode: row.regionCode, title: row.title, audience: row.audience, parties: { procuratorate: row.procuratorateId, agency: row.agencyId }, ...more,
})

/** The other side hears of what the agency did or claimed. */
export const fromAgency = (unitId: string, { agencyId }: Pick<Known, 'agencyId'>): string[] => (unitId === agencyId ? ['byAgency'] : [])

/** S3-29: nobody's number comes in, neither typed nor as the name of a file. */
export function requireImpersonal(texts: Readonly<Record<string, string | undefined>>): void {
  const faults = personalFaults(texts, 'outcomes.invalid.personal')
  if (Object.keys(faults).length > 0) throw invalid(faults)
}

export async function attach(tx: Tx, row: Pick<Known, 'id' | 'audience'>, files: readonly string[], actor: Actor): Promise<FileRow[]> {
  const rows = await attachFiles(tx, files, { subject: { type: 'outcome', id: row.id }, audience: row.audience, actor })
  if (rows.some(({ name }) => holdsPersonalData(name))) throw refuse('outcomes.refuse.personalFile')
  return rows
}

export const isPicture = ({ mime }: Pick<FileRow, 'mime'>): boolean => mime.startsWith('image/')
