import type { z } from 'zod'
import { addDays } from '@/lib/engine/deadlines/local-date'
import type { Outcome, StepContext } from '@/lib/engine/procedure/feature'
import { dateColumn, localDate } from '@/lib/platform/clock'
import { refuse } from '@/lib/platform/errors'
import { newId } from '@/lib/platform/id'
import { administrators, type Role } from '@/lib/platform/roles'
import type { moveSecondmentInput, secondInput } from '../schema'
import { told, type LockedUser } from './subject'

type On<Schema extends z.ZodType> = StepContext<LockedUser, z.infer<Schema>>

/**
 * 挂职: a role in the host body exactly for the term. The roles at home rest that long: what runs on is cut before the term and begins
 * again the day after, so that every reading of a grant by its days is right without knowing of secondments.
 */
export async function second({ tx, actor, row, input: { unitId, role, fromOn, toOn } }: On<typeof secondInput>): Promise<Outcome> {
  if (row.roles.some((held) => (administrators as readonly Role[]).includes(held))) throw refuse('identity.refuse.separation')
  if (row.grants.some((grant) => grant.unitId !== row.unitId && localDate(grant.fromOn) <= toOn && (!grant.toOn || localDate(grant.toOn) >= fromOn))) throw refuse('identity.refuse.seconded')
  const [before, after] = [dateColumn(addDays(fromOn, -1)), dateColumn(addDays(toOn, 1))]
  for (const grant of row.grants) {
    const [begins, ends] = [localDate(grant.fromOn), grant.toOn ? localDate(grant.toOn) : null]
    if (begins > toOn || (ends !== null && ends < fromOn)) continue
    const resumes = ends === null || ends > toOn
    if (begins >= fromOn) {
      await tx.roleGrant.update({ where: { id: grant.id }, data: resumes ? { fromOn: after } : { toOn: before } })
      continue
    }
    await tx.roleGrant.update({ where: { id: grant.id }, data: { toOn: before } })
    if (resumes) await tx.roleGrant.create({ data: { id: newId(), userId: row.id, unitId: row.unitId, role: grant.role, grantedById: grant.grantedById, fromOn: after, toOn: grant.toOn } })
  }
  await tx.roleGrant.create({ data: { id: newId(), userId: row.id, unitId, role, grantedById: actor.userId, fromOn: dateColumn(fromOn), toOn: dateColumn(toOn) } })
  return { ...told(row), before: { roles: row.roles }, after: { unitId, role, fromOn, toOn } }
}

/** Renewed or ended early: the role in the host body ends on another day, those at home begin the day after that. */
export async function moveSecondment({ tx, row, input: { unitId, fromOn, toOn, lastOn } }: On<typeof moveSecondmentInput>): Promise<Outcome> {
  await tx.roleGrant.updateMany({ where: { userId: row.id, unitId, fromOn: dateColumn(fromOn), toOn: dateColumn(toOn) }, data: { toOn: dateColumn(lastOn) } })
  await tx.roleGrant.updateMany({ where: { userId: row.id, unitId: row.unitId, fromOn: dateColumn(addDays(toOn, 1)) }, data: { fromOn: dateColumn(addDays(lastOn, 1)) } })
  return { ...told(row), before: { toOn }, after: { toOn: lastOn } }
}
