import { recountClocks } from '@/lib/engine/deadlines/clocks'
import type { Recounted } from '@/lib/engine/deadlines/recount'
import { dateColumn, now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'

/**
 * What hangs on a moved end: the 整改期限 of the letter and the review month that begins when it is over (办案规则 47),
 * and the day a look-back is planned for. Answers every clock that moved in the end, each once.
 */
export async function moveFollowers(tx: Tx, recounted: readonly Recounted[], actorId: string): Promise<Recounted[]> {
  const shifted: Recounted[] = []
  for (const { duty, subject, after } of recounted) {
    if (duty === 'recommendation.perform') shifted.push(...(await moveReview(tx, subject.id, after, actorId)))
    if (duty === 'lookBack.record')
      await tx.lookBack.updateMany({ where: { id: subject.id, status: 'planned' }, data: { plannedOn: dateColumn(after), updatedAt: now() } })
  }
  return joined([...recounted, ...shifted])
}

async function moveReview(tx: Tx, recommendationId: string, rectificationEndOn: string, actorId: string): Promise<Recounted[]> {
  const { caseId } = await tx.recommendation.update({
    where: { id: recommendationId }, data: { rectificationEndOn: dateColumn(rectificationEndOn), updatedAt: now() }, select: { caseId: true },
  })
  const duty = 'case.decideReview'
  const subject = { type: 'case', id: caseId }
  const moved = await recountClocks(tx, { subject, duty, trigger: rectificationEndOn, actorId })
  return moved.map((ends) => ({ ...ends, duty, subject }))
}

/** A clock recounted and then shifted moved once: from its first end to its last. */
function joined(moves: readonly Recounted[]): Recounted[] {
  const byClock = new Map<string, Recounted>()
  for (const move of moves) byClock.set(move.deadlineId, { ...move, before: byClock.get(move.deadlineId)?.before ?? move.before })
  return [...byClock.values()].filter(({ before, after }) => before !== after)
}
