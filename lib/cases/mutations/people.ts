import { validToday } from '@/lib/identity/data'
import { dateColumn } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { invalid } from '@/lib/platform/errors'
import type { Role } from '@/lib/platform/roles'
import { read, readAlone } from '@/lib/platform/together'
import { Prisma } from '@/prisma/generated/client'

const lead = ['prosecutor'] as const
const staff = ['prosecutor', 'prosecutorAssistant'] as const

/** People of the unit who hold one of these roles today; the ids that do not are missing. */
async function staffWith(tx: Tx, unitId: string, userIds: readonly string[], roles: readonly Role[]) {
  const held = { unitId, ...validToday() }
  return tx.user.findMany({
    where: {
      id: { in: [...userIds] }, active: true,
      grants: { some: { ...held, role: { in: [...roles] } } },
    },
    select: { id: true, unitId: true, grants: { where: held, select: { role: true } } },
  })
}

/** Whose case it is, and against whom. */
type Sides = { readonly procuratorateId: string; readonly agencyId: string }

/** 回避: who is seconded here takes no part in a case against the body at home. */
function requireNeutral(people: readonly { unitId: string }[], { agencyId }: Sides, field: string): void {
  if (people.some(({ unitId }) => unitId === agencyId)) throw invalid({ [field]: 'cases.refuse.ownBody' })
}

/** 主办检察官 must be a prosecutor of this office (办案规则 6). */
export async function requireLead(tx: Tx, sides: Sides, userId: string, field = 'leadProsecutorId'): Promise<void> {
  const people = await staffWith(tx, sides.procuratorateId, [userId], lead)
  if (people.length === 0) throw invalid({ [field]: 'errors.field.choose' })
  requireNeutral(people, sides, field)
}

/** Everyone else of the team with the part they have in it. */
export async function requireMembers(tx: Tx, sides: Sides, userIds: readonly string[], field = 'memberIds'): Promise<{ userId: string; role: string }[]> {
  const people = await staffWith(tx, sides.procuratorateId, userIds, staff)
  if (people.length !== new Set(userIds).size) throw invalid({ [field]: 'errors.field.choose' })
  requireNeutral(people, sides, field)
  return people.map(({ id, grants }) => ({
    userId: id, role: grants.some(({ role }) => role === 'prosecutor') ? 'prosecutor' : 'assistant',
  }))
}

export type Handler = { readonly name: string; readonly phone: string | null }

/** Names as papers list them: the lead first. */
export async function listHandlers(tx: Tx, caseId: string): Promise<Handler[]> {
  const people = await readAlone(read<Handler & { leads: boolean }>(Prisma.sql`
    SELECT p.id, p.name, p.phone, bool_or(m.role = 'lead') AS leads FROM case_member m JOIN app_user p ON p.id = m.user_id
    WHERE m.case_id = ${caseId}::uuid AND m.to_on IS NULL AND m.role IN ('lead', 'prosecutor') GROUP BY p.id`), tx)
  return people.sort((a, b) => Number(b.leads) - Number(a.leads) || a.name.localeCompare(b.name, 'zh-CN')).map(({ leads: _, ...person }) => person)
}

type Passing = { readonly fromUserId: string; readonly toUserId: string; readonly on: string }

/** One place in the team passes on; who was in it already stays, and takes the lead where that passes. */
export async function passPlace(tx: Tx, row: Sides & { readonly id: string; readonly leadProsecutorId: string }, { fromUserId, toUserId, on }: Passing) {
  const [own] = await requireMembers(tx, row, [toUserId], 'toUserId')
  const leads = row.leadProsecutorId === fromUserId
  if (leads) await requireLead(tx, row, toUserId, 'toUserId')
  await tx.caseMember.updateMany({ where: { caseId: row.id, userId: fromUserId, toOn: null }, data: { toOn: dateColumn(on) } })
  const role = leads ? 'lead' : own!.role
  await tx.caseMember.upsert({
    where: { caseId_userId: { caseId: row.id, userId: toUserId } },
    create: { caseId: row.id, userId: toUserId, role, fromOn: dateColumn(on) },
    update: { toOn: null, ...(leads ? { role } : {}) },
  })
  if (leads) await tx.caseFile.update({ where: { id: row.id }, data: { leadProsecutorId: toUserId } })
  return { lead: leads }
}
