import type { z } from 'zod'
import { addDays } from '@/lib/engine/deadlines/local-date'
import type { Outcome, StepContext } from '@/lib/engine/procedure/feature'
import { dateColumn, localDate } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { invalid } from '@/lib/platform/errors'
import { newId } from '@/lib/platform/id'
import { contactRoles } from '@/lib/platform/roles'
import { innerToken } from '@/lib/platform/scope'
import type { LiaisonPost } from '@/prisma/generated/client'
import { listEligible } from '../data/liaisons'
import type { endLiaisonInput, LiaisonRank, nameLiaisonInput } from '../schema'
import type { LockedUnit } from './subject'

const told = (row: LockedUnit, who: readonly string[]): Pick<Outcome, 'id' | 'regionCode' | 'title' | 'audience' | 'tell'> =>
  ({ id: row.id, regionCode: row.regionCode, title: row.name, audience: [innerToken(row.id)], tell: who })

/** One step: the new one begins, the one before ends with the day before. A deputy who becomes the main one is no deputy any more. */
export async function nameLiaison({ tx, actor, scope, row, input }: StepContext<LockedUnit, z.infer<typeof nameLiaisonInput>>): Promise<Outcome> {
  const { userId, rank, fromOn } = input
  const person = (await listEligible(scope, row.id, tx)).find(({ id }) => id === userId)
  if (!person) throw invalid({ userId: 'errors.field.choose' })
  if (rank === 'main' && !person.roles.some((role) => (contactRoles as readonly string[]).includes(role))) throw invalid({ userId: 'units.invalid.noContactRole' })
  const open = await tx.liaisonPost.findMany({ where: { unitId: row.id, toOn: null, OR: [{ userId }, ...(rank === 'main' ? [{ rank }] : [])] } })
  if (open.some((post) => post.userId === userId && post.rank === rank)) throw invalid({ userId: 'units.invalid.sameLiaison' })
  for (const post of open) await end(tx, post, fromOn)
  await tx.liaisonPost.create({ data: { id: newId(), unitId: row.id, userId, rank: rank satisfies LiaisonRank, fromOn: dateColumn(fromOn), namedById: actor.userId } })
  const before = open.map((post) => ({ userId: post.userId, rank: post.rank }))
  return { ...told(row, [...new Set([userId, ...before.map((post) => post.userId)])]), flags: [rank], before: { liaisons: before }, after: input }
}

async function end(tx: Tx, { id, fromOn }: LiaisonPost, start: string): Promise<void> {
  if (localDate(fromOn) > start) throw invalid({ fromOn: 'errors.field.order' })
  await tx.liaisonPost.update({ where: { id }, data: { toOn: dateColumn(addDays(start, -1)) } })
}

/** Without a successor: a unit without a main liaison shows as a gap. */
export async function endLiaison({ tx, row, input, today }: StepContext<LockedUnit, z.infer<typeof endLiaisonInput>>): Promise<Outcome> {
  const post = await tx.liaisonPost.findFirst({ where: { unitId: row.id, userId: input.userId, toOn: null } })
  if (!post) throw invalid({ userId: 'errors.field.choose' })
  await tx.liaisonPost.update({ where: { id: post.id }, data: { toOn: dateColumn(today) } })
  return { ...told(row, [post.userId]), before: { userId: post.userId, rank: post.rank }, after: { reason: input.reason } }
}
