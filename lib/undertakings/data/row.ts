import { db, type Tx } from '@/lib/platform/db'
import { isId } from '@/lib/platform/id'
import type { Scope } from '@/lib/platform/scope'
import { columnsOf, read, readAlone, textArray } from '@/lib/platform/together'
import { type Participation, Prisma, type Undertaking } from '@/prisma/generated/client'
import type { ParticipationRow, UndertakingRow } from '../policy'

export type UndertakingRecord = Undertaking & UndertakingRow
export type ParticipationRecord = Participation & ParticipationRow & { readonly title: string }

/** The row as a step needs it: who has joined, who has rated. */
export async function findRow(scope: Scope, id: string, client: Tx = db): Promise<UndertakingRecord | null> {
  if (!isId(id)) return null
  const [row] = await readAlone(read<UndertakingRecord>(Prisma.sql`
    SELECT ${columnsOf(Prisma.UndertakingScalarFieldEnum, 'x')},
      ARRAY(SELECT p.unit_id FROM participation p WHERE p.undertaking_id = x.id AND p.status = 'joined') AS "joinedIds", ARRAY(SELECT r.unit_id FROM risk_rating r WHERE r.undertaking_id = x.id) AS "ratedIds"
    FROM undertaking x WHERE x.id = ${id}::uuid AND x.audience && ${textArray(scope.tokens)}`), client)
  return row ?? null
}

export async function findParticipation(scope: Scope, id: string, client: Tx = db): Promise<ParticipationRecord | null> {
  if (!isId(id)) return null
  const row = await client.participation.findFirst({ where: { id, audience: { hasSome: [...scope.tokens] } }, include: { undertaking: { select: { ownerId: true, title: true } } } })
  if (!row) return null
  const { undertaking: { ownerId, title }, ...found } = row
  return { ...found, ownerId, title }
}
