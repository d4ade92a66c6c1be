import type { Outcome, StepContext, Subject } from '@/lib/engine/procedure/feature'
import { validToday } from '@/lib/identity/data'
import { dateColumn, now, type LocalDate } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { invalid } from '@/lib/platform/errors'
import { newId } from '@/lib/platform/id'
import type { Actor, Scope } from '@/lib/platform/scope'
import { findRow, findRowNested, type CaseFamilyRecord } from '../data/row'

export type On<Input> = StepContext<CaseFamilyRecord, Input>

export const caseFamilySubject: Subject<CaseFamilyRecord> = {
  type: 'caseFamily',
  async lock(tx, id, scope) {
    const found = await tx.$queryRaw<unknown[]>`SELECT 1 FROM case_family WHERE id = ${id}::uuid AND audience && ${[...scope.tokens]}::text[] FOR UPDATE`
    return found.length === 0 ? null : findRow(scope, id, tx)
  },
  async lockNested(tx, id) {
    await tx.$queryRaw`SELECT 1 FROM case_family WHERE id = ${id}::uuid FOR UPDATE`
    return findRowNested(tx, id)
  },
  async move(tx, id, version, status) {
    return (await tx.caseFamily.updateMany({ where: { id, version }, data: { status, version: { increment: 1 }, updatedAt: now() } })).count
  },
}

type Known = Pick<CaseFamilyRecord, 'id' | 'regionCode' | 'title' | 'audience' | 'procuratorateId'>

export const outcomeOf = (row: Known, more: Partial<Outcome> = {}): Outcome => ({
  id: row.id, regionCode: row.regionCode, title: row.title, audience: row.audience, parties: { procuratorate: row.procuratorateId }, ...more,
})

type Joining = { readonly tx: Tx; readonly actor: Actor; readonly scope: Scope; readonly today: LocalDate }

/** How many of these cases stand in a running family. */
const countTaken = (tx: Tx, caseIds: readonly string[]): Promise<number> => tx.caseFamilyMember.count({ where: { caseId: { in: [...caseIds] }, active: true } })

/** Of its own cases, locked as those that join one are. */
export async function countElsewhere(tx: Tx, { caseIds }: Pick<CaseFamilyRecord, 'caseIds'>): Promise<number> {
  await tx.$queryRaw`SELECT 1 FROM case_file WHERE id = ANY(${[...caseIds]}::uuid[]) ORDER BY id FOR UPDATE`
  return countTaken(tx, caseIds)
}

/** Cases of the own office that stand in no running family; locked, so that none joins two at once. */
async function requireFree({ tx, actor, scope }: Joining, caseIds: readonly string[], field: string): Promise<string[]> {
  const wanted = [...new Set(caseIds)]
  const found = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM case_file
    WHERE id = ANY(${wanted}::uuid[]) AND procuratorate_id = ${actor.unitId}::uuid AND audience && ${[...scope.tokens]}::text[] ORDER BY id FOR UPDATE`
  if (found.length !== wanted.length) throw invalid({ [field]: 'errors.field.choose' })
  // A statement of its own: the one that waited for the lock does not see what its holder wrote.
  if ((await countTaken(tx, wanted)) > 0) throw invalid({ [field]: 'caseFamilies.invalid.taken' })
  return wanted
}

export async function join(context: Joining, familyId: string, caseIds: readonly string[], field = 'caseIds'): Promise<string[]> {
  const wanted = await requireFree(context, caseIds, field)
  const { tx, actor, today } = context
  await tx.caseFamilyMember.createMany({ data: wanted.map((caseId) => ({ id: newId(), familyId, caseId, addedById: actor.userId, addedOn: dateColumn(today) })) })
  return wanted
}

/** Somebody of the office who handles cases; named as the form names the field. */
export async function requireLead(tx: Tx, officeId: string, named: Readonly<Record<string, string>>): Promise<void> {
  const [[field, id]] = Object.entries(named) as [[string, string]]
  const found = await tx.user.count({ where: { id, active: true, grants: { some: { unitId: officeId, role: 'prosecutor', ...validToday() } } } })
  if (found === 0) throw invalid({ [field]: 'errors.field.choose' })
}
