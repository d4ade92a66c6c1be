import type { z } from 'zod'
import { addDays } from '@/lib/engine/deadlines/local-date'
import type { Outcome, StepContext } from '@/lib/engine/procedure/feature'
import { dateColumn, localDate, today } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { invalid, refuse } from '@/lib/platform/errors'
import { heldOn } from '@/lib/platform/held-on'
import { newId } from '@/lib/platform/id'
import type { Role } from '@/lib/platform/roles'
import type { RoleGrant } from '@/prisma/generated/client'
import { roleConflict } from '../policy'
import type { appointInput, endRoleInput, grantRoleInput } from '../schema'
import { told, type LockedUser } from './subject'

const yesterday = () => dateColumn(addDays(today(), -1))

/** Ends with the day before: from this moment the role counts no more. */
export async function endGrants(tx: Tx, grants: readonly RoleGrant[]): Promise<void> {
  await tx.roleGrant.updateMany({ where: { id: { in: grants.map(({ id }) => id) } }, data: { toOn: yesterday() } })
}

export async function grantRole({ tx, actor, row, input }: StepContext<LockedUser, z.infer<typeof grantRoleInput>>): Promise<Outcome> {
  const { role, fromOn, toOn } = input
  const conflict = roleConflict(role, row)
  if (conflict) throw refuse(conflict)
  if (toOn && (toOn < fromOn || toOn < today())) throw invalid({ toOn: 'errors.field.order' })
  await addGrant(tx, row, role, actor.userId, fromOn, toOn)
  return { ...told(row), before: { roles: row.roles }, after: { ...input } }
}

export async function endRole({ tx, row, input }: StepContext<LockedUser, z.infer<typeof endRoleInput>>): Promise<Outcome> {
  const grant = row.grants.find(({ id }) => id === input.grantId)
  if (!grant) throw invalid({ grantId: 'errors.field.choose' })
  await endGrants(tx, [grant])
  return { ...told(row), before: { role: grant.role, fromOn: localDate(grant.fromOn) }, after: { ended: grant.role, reason: input.reason } }
}

/**
 * The first security and the first audit administrator of a region are appointed by its system administrator; once there
 * is one, roles are the security administrator's business alone.
 */
export async function appointAdministrator(context: StepContext<LockedUser, z.infer<typeof appointInput>>): Promise<Outcome> {
  const { tx, actor, row, input } = context
  const held = await tx.roleGrant.findFirst({
    where: {
      role: input.role, user: { active: true, regionCode: row.regionCode }, ...heldOn(today()),
    },
  })
  if (held) throw refuse('identity.refuse.alreadyAppointed')
  const conflict = roleConflict(input.role, row)
  if (conflict) throw refuse(conflict)
  await addGrant(tx, row, input.role, actor.userId, today())
  return { ...told(row), before: { roles: row.roles }, after: input }
}

const addGrant = (tx: Tx, row: LockedUser, role: Role, grantedById: string, fromOn: string, toOn?: string) =>
  tx.roleGrant.create({
    data: {
      id: newId(), userId: row.id, unitId: row.unitId, role, grantedById, fromOn: dateColumn(fromOn), toOn: toOn ? dateColumn(toOn) : null,
    },
  })
