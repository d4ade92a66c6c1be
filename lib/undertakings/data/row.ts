import { db, type Tx } from '@/lib/platform/db'
import { isId } from '@/lib/platform/id'
import type { Scope } from '@/lib/platform/scope'
import type { Participation, Undertaking } from '@/prisma/generated/client'
import type { ParticipationRow, UndertakingRow } from '../policy'

export type UndertakingRecord = Undertaking & UndertakingRow
export type ParticipationRecord = Participation & ParticipationRow & { readonly title: string }

/** The row as a step needs it: who has joined, who has rated. */
export async function findRow(scope: Scope, id: string, client: Tx = db): Promise<UndertakingRecord | null> {
  if (!isId(id)) return null
  const row = await client.undertaking.findFirst({
    where: { id, audience: { hasSome: [...scope.tokens] } },
    include: { participations: { where: { status: 'joined' }, select: { unitId: true } }, ratings: { select: { unitId: true } } },
  })
  if (!row) return null
  const { participations, ratings, ...found } = row
  return { ...found, joinedIds: participations.map(({ unitId }) => unitId), ratedIds: ratings.map(({ unitId }) => unitId) }
}

export async function findParticipation(scope: Scope, id: string, client: Tx = db): Promise<ParticipationRecord | null> {
  if (!isId(id)) return null
  const row = await client.participation.findFirst({ where: { id, audience: { hasSome: [...scope.tokens] } }, include: { undertaking: { select: { ownerId: true, title: true } } } })
  if (!row) return null
  const { undertaking: { ownerId, title }, ...found } = row
  return { ...found, ownerId, title }
}
