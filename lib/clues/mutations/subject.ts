import { z } from 'zod'
import type { Outcome, Subject } from '@/lib/engine/procedure/feature'
import { now, today } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { invalid } from '@/lib/platform/errors'
import { heldOn } from '@/lib/platform/held-on'
import { searchLexemes } from '@/lib/platform/search'
import type { Scope } from '@/lib/platform/scope'
import type { Clue, ClueEvaluation } from '@/prisma/generated/client'
import type { CluePolicyRow } from '../policy'
import { clueStates, type ClueState } from '../schema'

/** The locked clue as effects get it. */
export type LockedClue = Omit<Clue, 'status'> & CluePolicyRow & {
  readonly status: ClueState
  readonly unitIds: readonly string[]
  /** The last round, where there is one. */
  readonly evaluation: ClueEvaluation | null
}

export const clueState = (status: string): ClueState => z.enum(clueStates).parse(status)

export const clueSubject: Subject<LockedClue> = {
  type: 'clue',
  async lock(tx: Tx, id: string, scope: Scope) {
    const found = await tx.$queryRaw<unknown[]>`
      SELECT 1 FROM clue WHERE id = ${id}::uuid AND audience && ${[...scope.tokens]}::text[] FOR UPDATE`
    return found.length === 0 ? null : readClue(tx, id)
  },
  async lockNested(tx, id) {
    const found = await tx.$queryRaw<unknown[]>`SELECT 1 FROM clue WHERE id = ${id}::uuid FOR UPDATE`
    return found.length === 0 ? null : readClue(tx, id)
  },
  async move(tx, id, version, status) {
    const { count } = await tx.clue.updateMany({
      where: { id, version }, data: { status, version: { increment: 1 }, updatedAt: now() },
    })
    return count
  },
}

async function readClue(tx: Tx, id: string): Promise<LockedClue> {
  const { units, evaluations, ...row } = await tx.clue.findUniqueOrThrow({
    where: { id }, include: { units: { select: { unitId: true } }, evaluations: { orderBy: { round: 'desc' }, take: 1 } },
  })
  const sender = await tx.unit.findUniqueOrThrow({ where: { id: row.senderUnitId }, select: { kind: true } })
  return {
    ...row, status: clueState(row.status), unitIds: units.map(({ unitId }) => unitId), evaluation: evaluations[0] ?? null,
    senderIsProcuratorate: sender.kind === 'procuratorate',
  }
}

/** Keeps the search index in step with what a clue says and who may see it. */
export async function indexClue(tx: Tx, id: string): Promise<void> {
  const { number, title, place, facts, audience, senderUnitId } = await tx.clue.findUniqueOrThrow({ where: { id } })
  const sender = await tx.unit.findUniqueOrThrow({ where: { id: senderUnitId }, select: { name: true } })
  const lexemes = searchLexemes([number, title, place, facts, sender.name], audience)
  await tx.$executeRaw`UPDATE clue SET search = array_to_tsvector(${lexemes}::text[]) WHERE id = ${id}::uuid`
}

type Told = Pick<Clue, 'id' | 'regionCode' | 'title' | 'senderUnitId' | 'receiverUnitId' | 'audience'>

/** What every step of a clue gives the runner. */
export const clueOutcome = (row: Told, more: Partial<Outcome> = {}): Outcome => ({
  id: row.id, regionCode: row.regionCode, title: row.title, audience: row.audience,
  parties: { sender: row.senderUnitId, receiver: row.receiverUnitId }, ...more,
})

/** The one who will handle it must be a prosecutor of this office today. */
export async function requireProsecutor(tx: Tx, unitId: string, userId: string, field = 'handlerId'): Promise<{ name: string; phone: string | null }> {
  const person = await tx.user.findFirst({
    where: {
      id: userId, unitId, active: true,
      grants: { some: { unitId, role: 'prosecutor', ...heldOn(today()) } },
    },
    select: { name: true, phone: true },
  })
  if (!person) throw invalid({ [field]: 'errors.field.choose' })
  return person
}

export const findPhone = async (tx: Tx, userId: string): Promise<string | undefined> =>
  (await tx.user.findUniqueOrThrow({ where: { id: userId }, select: { phone: true } })).phone ?? undefined
