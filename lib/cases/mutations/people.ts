import { dateColumn, today } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { invalid } from '@/lib/platform/errors'
import type { Role } from '@/lib/platform/roles'

const lead = ['prosecutor'] as const
const staff = ['prosecutor', 'prosecutorAssistant'] as const

/** People of the unit who hold one of these roles today; the ids that do not are missing. */
async function staffWith(tx: Tx, unitId: string, userIds: readonly string[], roles: readonly Role[]) {
  const day = dateColumn(today())
  return tx.user.findMany({
    where: {
      id: { in: [...userIds] }, active: true,
      grants: { some: { unitId, role: { in: [...roles] }, fromOn: { lte: day }, OR: [{ toOn: null }, { toOn: { gte: day } }] } },
    },
    select: { id: true, grants: { where: { unitId }, select: { role: true } } },
  })
}

/** 主办检察官 must be a prosecutor of this office (办案规则 6). */
export async function requireLead(tx: Tx, unitId: string, userId: string, field = 'leadProsecutorId'): Promise<void> {
  if ((await staffWith(tx, unitId, [userId], lead)).length === 0) throw invalid({ [field]: 'errors.field.choose' })
}

/** Everyone else of the team with the part they have in it. */
export async function requireMembers(tx: Tx, unitId: string, userIds: readonly string[], field = 'memberIds'): Promise<{ userId: string; role: string }[]> {
  const people = await staffWith(tx, unitId, userIds, staff)
  if (people.length !== new Set(userIds).size) throw invalid({ [field]: 'errors.field.choose' })
  return people.map(({ id, grants }) => ({
    userId: id, role: grants.some(({ role }) => role === 'prosecutor') ? 'prosecutor' : 'assistant',
  }))
}

export type Handler = { readonly name: string; readonly phone: string | null }

/** Names as papers list them: the lead first. */
export async function listHandlers(tx: Tx, caseId: string): Promise<Handler[]> {
  const members = await tx.caseMember.findMany({ where: { caseId, toOn: null, role: { in: ['lead', 'prosecutor'] } } })
  const people = await tx.user.findMany({
    where: { id: { in: members.map(({ userId }) => userId) } }, select: { id: true, name: true, phone: true },
  })
  const leadId = members.find(({ role }) => role === 'lead')?.userId
  return people.sort((a, b) => Number(b.id === leadId) - Number(a.id === leadId) || a.name.localeCompare(b.name, 'zh-CN'))
}

type Passing = { readonly fromUserId: string; readonly toUserId: string; readonly on: string }

/** One place in the team passes on; who was in it already stays, and takes the lead where that passes. */
export async function passPlace(tx: Tx, row: { id: string; procuratorateId: string; leadProsecutorId: string }, { fromUserId, toUserId, on }: Passing) {
  const [own] = await requireMembers(tx, row.procuratorateId, [toUserId], 'toUserId')
  const leads = row.leadProsecutorId === fromUserId
  if (leads) await requireLead(tx, row.procuratorateId, toUserId, 'toUserId')
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
