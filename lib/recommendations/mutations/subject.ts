import type { Outcome, StepContext, Subject } from '@/lib/engine/procedure/feature'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { searchLexemes } from '@/lib/platform/search'
import type { Recommendation } from '@/prisma/generated/client'
import { findRow, findRowNested, type LetterRow } from '../data/row'

export const recommendationSubject: Subject<LetterRow> = {
  type: 'recommendation',
  async lock(tx, id, scope) {
    const found = await tx.$queryRaw<unknown[]>`
      SELECT 1 FROM recommendation WHERE id = ${id}::uuid AND audience && ${[...scope.tokens]}::text[] FOR UPDATE`
    return found.length === 0 ? null : findRow(scope, id, tx)
  },
  async lockNested(tx, id) {
    await tx.$queryRaw`SELECT 1 FROM recommendation WHERE id = ${id}::uuid FOR UPDATE`
    return findRowNested(tx, id)
  },
  async move(tx, id, version, status) {
    const { count } = await tx.recommendation.updateMany({
      where: { id, version }, data: { status, version: { increment: 1 }, updatedAt: now() },
    })
    return count
  },
}

type LetterFacts = Pick<Recommendation, 'id' | 'regionCode' | 'title' | 'procuratorateId' | 'agencyId' | 'audience'>

/** What every step of a letter gives the runner. */
export const letterOutcome = (row: LetterFacts, more: Partial<Outcome> = {}): Outcome => ({
  id: row.id,
  regionCode: row.regionCode,
  title: row.title,
  audience: row.audience,
  parties: { procuratorate: row.procuratorateId, agency: row.agencyId },
  ...more,
})

/** Keeps the search index in step with what a letter is called and who may see it. */
export async function indexLetter(tx: Tx, id: string): Promise<void> {
  const { number, title, harmFacts, audience, agencyId } = await tx.recommendation.findUniqueOrThrow({ where: { id } })
  const agency = await tx.unit.findUniqueOrThrow({ where: { id: agencyId }, select: { name: true, shortName: true } })
  const lexemes = searchLexemes([number ?? '', title, harmFacts, agency.name, agency.shortName], audience)
  await tx.$executeRaw`UPDATE recommendation SET search = array_to_tsvector(${lexemes}::text[]) WHERE id = ${id}::uuid`
}

/** The agency's own chain ends with the letter. */
export async function endHandling({ tx, row, take }: Pick<StepContext<LetterRow, unknown>, 'tx' | 'row' | 'take'>, reason: 'closed' | 'withdrawn'): Promise<void> {
  const handling = await tx.handling.findUnique({ where: { recommendationId: row.id }, select: { id: true } })
  if (handling) await take('handling.end', handling.id, { reason })
}
