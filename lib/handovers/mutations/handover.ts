import type { z } from 'zod'
import type { Outcome, StepContext, Subject } from '@/lib/engine/procedure/feature'
import { dateColumn } from '@/lib/platform/clock'
import { json, type Tx } from '@/lib/platform/db'
import { invalid, notFound, refuse } from '@/lib/platform/errors'
import { newId } from '@/lib/platform/id'
import { innerToken } from '@/lib/platform/scope'
import { countOpenWork, findArrangedUnit, listOpenWork, listStaff } from '../data'
import type { makeHandoverInput, WorkKind } from '../schema'
import type { PersonalRow } from '../policy'

const stepOf: Readonly<Record<WorkKind, string>> = {
  clue: 'clue.handOver', case: 'case.handOver', recommendation: 'recommendation.handOver', handling: 'handling.handOver', caseFamily: 'caseFamily.handOver', letter: 'letter.handOver',
}

/** All of a person's open work in one transaction, a line for every record; clocks run on, they belong to the obligation. */
export async function makeHandover(context: StepContext<never, z.infer<typeof makeHandoverInput>>): Promise<Outcome> {
  const { tx, actor, scope, input, today, now, take } = context
  const { fromUserId, toUserId, reason } = input
  if (fromUserId === toUserId) throw invalid({ toUserId: 'handovers.invalid.samePerson' })
  // Locked, so that nothing new reaches the one who leaves meanwhile.
  await tx.$queryRaw`SELECT 1 FROM app_user WHERE id = ANY(${[fromUserId, toUserId]}::uuid[]) ORDER BY id FOR UPDATE`
  const leaver = await tx.user.findUnique({ where: { id: fromUserId }, select: { name: true, unitId: true, regionCode: true } })
  if (!leaver || !(await findArrangedUnit(scope, leaver.unitId, tx))) throw notFound()
  const successor = (await listStaff(scope, leaver.unitId, tx)).find(({ id }) => id === toUserId)
  if (!successor) throw invalid({ toUserId: 'errors.field.choose' })
  const work = await listOpenWork(scope, fromUserId, tx)
  const moved = await countOpenWork(scope, fromUserId, tx, work)
  if (Object.values(moved).every((count) => count === 0)) throw refuse('handovers.refuse.nothing')
  for (const { kind, id } of work) await take(stepOf[kind], id, input)
  await moveDrafts(tx, fromUserId, toUserId)
  await moveStandIns(tx, fromUserId, toUserId, today)
  const id = newId()
  await tx.handover.create({
    data: {
      id, regionCode: leaver.regionCode, unitId: leaver.unitId, fromUserId, toUserId, reason, moved: json(moved), madeById: actor.userId,
      handedOn: dateColumn(today), status: 'made', createdAt: now,
    },
  })
  return {
    id, regionCode: leaver.regionCode, title: leaver.name, audience: [innerToken(leaver.unitId)], tell: [toUserId],
    after: { ...input, moved }, href: `/handovers?unit=${leaver.unitId}`,
  }
}

// Where the successor began the same form, both keep their own.
const moveDrafts = (tx: Tx, from: string, to: string) => tx.$executeRaw`
  UPDATE draft d SET user_id = ${to}::uuid
  WHERE d.user_id = ${from}::uuid AND NOT EXISTS (SELECT 1 FROM draft o WHERE o.user_id = ${to}::uuid AND o.key = d.key)`

/** Who was to stand in for somebody is followed by the successor; for the successor's own absence somebody else must be named. */
async function moveStandIns(tx: Tx, from: string, to: string, day: string): Promise<void> {
  const open = { replacementId: from, status: 'entered', toOn: { gte: dateColumn(day) } }
  if ((await tx.absence.count({ where: { ...open, userId: to } })) > 0) throw refuse('handovers.refuse.successorAway')
  await tx.absence.updateMany({ where: open, data: { replacementId: to } })
}

/** Made once and never touched again. */
export const handoverSubject: Subject<PersonalRow> = { type: 'handover', lock: () => Promise.resolve(null), move: () => Promise.resolve(0) }
