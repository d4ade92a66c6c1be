import { mainLineTermsOn } from '@/lib/charters/data/main-line'
import type { Outcome, StepContext, Subject } from '@/lib/engine/procedure/feature'
import { now, today } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { invalid } from '@/lib/platform/errors'
import { attachFiles } from '@/lib/platform/files'
import type { UnitKind } from '@/lib/platform/roles'
import { unitToken, type Actor } from '@/lib/platform/scope'
import { findRow, findRowNested, type LetterRecord } from '../data/row'
import { detailFaults, kindOf, type LetterField, type LetterKind } from '../rules'

export type On<Input> = StepContext<LetterRecord, Input>

export const letterSubject: Subject<LetterRecord> = {
  type: 'letter',
  async lock(tx, id, scope) {
    const found = await tx.$queryRaw<unknown[]>`SELECT 1 FROM letter WHERE id = ${id}::uuid AND audience && ${[...scope.tokens]}::text[] FOR UPDATE`
    return found.length === 0 ? null : findRow(scope, id, tx)
  },
  // Passed on by an administrator, who reads no letters.
  async lockNested(tx, id) {
    await tx.$queryRaw`SELECT 1 FROM letter WHERE id = ${id}::uuid FOR UPDATE`
    return findRowNested(tx, id)
  },
  async move(tx, id, version, status) {
    const { count } = await tx.letter.updateMany({ where: { id, version }, data: { status, version: { increment: 1 }, updatedAt: now() } })
    return count
  },
}

type Known = Pick<LetterRecord, 'id' | 'regionCode' | 'title' | 'audience' | 'senderId' | 'receiverId'>

export const letterOutcome = (row: Known, more: Partial<Outcome> = {}): Outcome => ({
  id: row.id, regionCode: row.regionCode, title: row.title, audience: row.audience, parties: { sender: row.senderId, receiver: row.receiverId }, ...more,
})

/** Whom the opinion in force lets see letters. */
export const readersOf = async (tx: Tx, regionCode: string): Promise<readonly string[]> => (await mainLineTermsOn(tx, regionCode, today())).letterReaders

/** Both bodies, and who by an article of the place's opinion sees what support was given. */
export const sharedAudience = async (tx: Tx, { kind, regionCode, senderId, receiverId }: Pick<LetterRecord, 'kind' | 'regionCode' | 'senderId' | 'receiverId'>): Promise<string[]> =>
  [unitToken(senderId), unitToken(receiverId), ...(kindOf(kind).support ? await readersOf(tx, regionCode) : [])]

/** The other body, which must be one this kind goes between. */
export async function requireBody(tx: Tx, actor: Actor, unitId: string, kinds: readonly UnitKind[], field: string) {
  const unit = await tx.unit.findUnique({ where: { id: unitId } })
  if (!unit || !unit.active || unit.regionCode !== actor.regionCode || unit.id === actor.unitId || !kinds.includes(unit.kind as UnitKind)) throw invalid({ [field]: 'errors.field.choose' })
  return unit
}

export function requireDetails(fields: readonly LetterField[], given: Readonly<Record<string, string>> | undefined): Record<string, string> {
  const details = given ?? {}
  const faults = detailFaults(fields, details)
  if (Object.keys(faults).length > 0) throw invalid(faults)
  return details
}

export function requirePoints({ points: wanted }: LetterKind, points: readonly string[]): string[] {
  if (wanted === 'required' && points.length === 0) throw invalid({ points: 'errors.field.required' })
  if (wanted === 'none' && points.length > 0) throw invalid({ points: 'errors.field.unknown' })
  return [...points]
}

export const attach = (tx: Tx, id: string, files: readonly string[] | undefined, audience: readonly string[], actor: Actor) =>
  attachFiles(tx, files ?? [], { subject: { type: 'letter', id }, audience, actor })

export async function unitName(tx: Tx, id: string): Promise<string> {
  return (await tx.unit.findUniqueOrThrow({ where: { id }, select: { name: true } })).name
}
