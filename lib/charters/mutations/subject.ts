import type { Outcome, Subject } from '@/lib/engine/procedure/feature'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { Prisma } from '@/prisma/generated/client'

const charterParts = {
  signers: { where: { dropped: false }, orderBy: { ordinal: 'asc' } },
  provisions: { where: { dropped: false }, orderBy: { ordinal: 'asc' } },
  obligations: { where: { dropped: false }, orderBy: { key: 'asc' } },
} as const satisfies Prisma.CharterInclude
export type CharterRecord = Prisma.CharterGetPayload<{ include: typeof charterParts }>

const fulfilmentParts = { obligation: { select: { terms: true } }, charter: { select: { drafterUnitId: true } } } as const satisfies Prisma.FulfilmentInclude
export type FulfilmentRecord = Prisma.FulfilmentGetPayload<{ include: typeof fulfilmentParts }>

const inScope = (tokens: readonly string[]) => Prisma.sql`audience && ${[...tokens]}::text[]`

export const getCharter = (tx: Tx, id: string): Promise<CharterRecord> => tx.charter.findUniqueOrThrow({ where: { id }, include: charterParts })

export const charterSubject: Subject<CharterRecord> = {
  type: 'charter',
  async lock(tx, id, scope) {
    const found = await tx.$queryRaw<unknown[]>`SELECT 1 FROM charter WHERE id = ${id}::uuid AND ${inScope(scope.tokens)} FOR UPDATE`
    return found.length === 0 ? null : getCharter(tx, id)
  },
  async move(tx, id, version, status) {
    return (await tx.charter.updateMany({ where: { id, version }, data: { status, version: { increment: 1 }, updatedAt: now() } })).count
  },
}

const getFulfilment = (tx: Tx, id: string) => tx.fulfilment.findUnique({ where: { id }, include: fulfilmentParts })

export const fulfilmentSubject: Subject<FulfilmentRecord> = {
  type: 'fulfilment',
  async lock(tx, id, scope) {
    const found = await tx.$queryRaw<unknown[]>`SELECT 1 FROM fulfilment WHERE id = ${id}::uuid AND ${inScope(scope.tokens)} FOR UPDATE`
    return found.length === 0 ? null : getFulfilment(tx, id)
  },
  // Whoever keeps it by a step of theirs need not be among those who see it.
  async lockNested(tx, id) {
    await tx.$queryRaw`SELECT 1 FROM fulfilment WHERE id = ${id}::uuid FOR UPDATE`
    return getFulfilment(tx, id)
  },
  async move(tx, id, version, status) {
    return (await tx.fulfilment.updateMany({ where: { id, version }, data: { status, version: { increment: 1 }, updatedAt: now() } })).count
  },
}

export const charterOutcome = (row: CharterRecord, more: Partial<Outcome> = {}): Outcome => ({
  id: row.id, regionCode: row.regionCode, title: row.title, audience: row.audience, parties: { drafter: row.drafterUnitId }, ...more,
})
