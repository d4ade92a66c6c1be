import type { Outcome, Subject } from '@/lib/engine/procedure/feature'
import { dateColumn, now, type LocalDate } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { refuse } from '@/lib/platform/errors'
import { newId } from '@/lib/platform/id'
import { unitToken, type Actor } from '@/lib/platform/scope'
import { findSuperiorId } from '@/lib/units/data'
import type { OversightMatter } from '@/prisma/generated/client'
import type { MatterKind } from '../schema'

export type Matter = OversightMatter

export const matterSubject = (kind: MatterKind): Subject<Matter> => ({
  type: kind,
  async lock(tx, id, scope) {
    const found = await tx.$queryRaw<unknown[]>`
      SELECT 1 FROM oversight_matter WHERE id = ${id}::uuid AND kind = ${kind} AND audience && ${[...scope.tokens]}::text[] FOR UPDATE`
    return found.length === 0 ? null : tx.oversightMatter.findUniqueOrThrow({ where: { id } })
  },
  async move(tx, id, version, status) {
    const { count } = await tx.oversightMatter.updateMany({ where: { id, version }, data: { status, version: { increment: 1 }, updatedAt: now() } })
    return count
  },
})

/** 检察业务上的上级. */
export async function superiorOf(tx: Tx, unitId: string, on: LocalDate): Promise<string> {
  const superiorId = await findSuperiorId(tx, unitId, 'procuratorial', on)
  if (!superiorId) throw refuse('oversight.refuse.noSuperior')
  return superiorId
}

type Begun = Pick<Matter, 'regionCode' | 'kind' | 'about' | 'title' | 'superiorId' | 'inferiorId' | 'content' | 'status'> &
  Partial<Pick<Matter, 'caseId' | 'clueId' | 'recommendationId' | 'approver'>>

export async function begin(tx: Tx, actor: Actor, on: LocalDate, facts: Begun): Promise<Matter> {
  const at = now()
  return tx.oversightMatter.create({
    data: {
      id: newId(), ...facts, beganOn: dateColumn(on), begunById: actor.userId, audience: [unitToken(facts.superiorId), unitToken(facts.inferiorId)],
      version: 1, createdAt: at, updatedAt: at,
    },
  })
}

export const matterOutcome = (row: Matter, more: Partial<Outcome> = {}): Outcome => ({
  id: row.id, regionCode: row.regionCode, title: row.title, audience: row.audience,
  parties: { superior: row.superiorId, inferior: row.inferiorId, ...(row.designatedId ? { designated: row.designatedId } : {}) }, ...more,
})

export async function unitName(tx: Tx, id: string): Promise<string> {
  return (await tx.unit.findUniqueOrThrow({ where: { id }, select: { name: true } })).name
}
