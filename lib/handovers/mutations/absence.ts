import type { z } from 'zod'
import type { Outcome, StepContext, Subject } from '@/lib/engine/procedure/feature'
import { dateColumn, localDate } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { invalid, notFound, refuse } from '@/lib/platform/errors'
import { newId } from '@/lib/platform/id'
import { findDeputy } from '@/lib/units/data/liaisons'
import type { Absence } from '@/prisma/generated/client'
import { findArrangedUnit, listStaff } from '../data'
import type { PersonalRow } from '../policy'
import { lockedRow, told } from './personal'
import { distributors, tooLong, type endAbsenceInput, type recordAbsenceInput } from '../schema'

export type LockedAbsence = Absence & PersonalRow

export const absenceSubject: Subject<LockedAbsence> = {
  type: 'absence',
  async lock(tx, id, scope) {
    await tx.$queryRaw`SELECT 1 FROM absence WHERE id = ${id}::uuid FOR UPDATE`
    const row = await tx.absence.findUnique({ where: { id } })
    if (!row || !(await findArrangedUnit(scope, row.unitId, tx))) return null
    return lockedRow(row, row.userId)
  },
  async move(tx, id, version, status) {
    return (await tx.absence.updateMany({ where: { id, version }, data: { status, version: { increment: 1 } } })).count
  },
}

export async function recordAbsence(context: StepContext<never, z.infer<typeof recordAbsenceInput>>): Promise<Outcome> {
  const { tx, actor, scope, input, now, today } = context
  const { userId, fromOn, toOn, reason } = input
  if (toOn < today || tooLong(input)) throw invalid({ toOn: 'errors.field.order' })
  // Who is named explicitly wins; for a main liaison the deputy steps in by itself.
  const replacementId = input.replacementId ?? (await findDeputy(tx, userId))
  if (!replacementId) throw invalid({ replacementId: 'errors.field.required' })
  if (userId === replacementId) throw invalid({ replacementId: 'handovers.invalid.samePerson' })
  if (userId !== actor.userId && !actor.roles.some((role) => distributors.includes(role))) throw refuse('handovers.deny.notYours')
  const away = await tx.user.findUnique({ where: { id: userId }, select: { name: true, unitId: true, regionCode: true, active: true } })
  if (!away?.active || !(await findArrangedUnit(scope, away.unitId, tx))) throw notFound()
  if (!(await listStaff(scope, away.unitId, tx)).some(({ id }) => id === replacementId)) throw invalid({ replacementId: 'errors.field.choose' })
  // One after the other, or two absences entered at once could name each other.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`absence:${away.unitId}`}))`
  const days = { userId, replacementId, fromOn, toOn }
  await requireNoOverlap(tx, days)
  await requireNoCircle(tx, days)
  const row = { id: newId(), regionCode: away.regionCode, unitId: away.unitId }
  await tx.absence.create({
    data: {
      ...row, userId, replacementId, fromOn: dateColumn(fromOn), toOn: dateColumn(toOn), reason, enteredById: actor.userId, status: 'entered', createdAt: now,
    },
  })
  return { ...told(row, away.name), tell: [replacementId, userId], after: { ...input, replacementId } }
}

type Days = { readonly userId: string; readonly replacementId: string; readonly fromOn: string; readonly toOn: string }

const during = ({ fromOn, toOn }: Pick<Days, 'fromOn' | 'toOn'>) =>
  ({ status: 'entered', fromOn: { lte: dateColumn(toOn) }, toOn: { gte: dateColumn(fromOn) } })

async function requireNoOverlap(tx: Tx, input: Days): Promise<void> {
  if ((await tx.absence.count({ where: { ...during(input), userId: input.userId } })) > 0) throw invalid({ fromOn: 'handovers.invalid.overlap' })
}

/** A for B and B for A would leave the work with nobody. Along the chain, for the days that all share. */
async function requireNoCircle(tx: Tx, input: Days): Promise<void> {
  const open = [{ at: input.replacementId, fromOn: input.fromOn, toOn: input.toOn }]
  for (let link = open.pop(); link; link = open.pop()) {
    for (const row of await tx.absence.findMany({ where: { ...during(link), userId: link.at } })) {
      if (row.replacementId === input.userId) throw invalid({ replacementId: 'handovers.invalid.circle' })
      const [from, to] = [localDate(row.fromOn), localDate(row.toOn)]
      open.push({ at: row.replacementId, fromOn: from > link.fromOn ? from : link.fromOn, toOn: to < link.toOn ? to : link.toOn })
    }
  }
}

/** Back before the last day: what has not begun yet is void, what runs ends with yesterday. */
export async function endAbsence({ tx, row, input, today }: StepContext<LockedAbsence, z.infer<typeof endAbsenceInput>>): Promise<Outcome> {
  await tx.absence.update({ where: { id: row.id }, data: { endedOn: dateColumn(today) } })
  const { name } = await tx.user.findUniqueOrThrow({ where: { id: row.userId }, select: { name: true } })
  return { ...told(row, name), tell: [row.replacementId, row.userId], before: { toOn: localDate(row.toOn) }, after: { endedOn: today, reason: input.reason } }
}
