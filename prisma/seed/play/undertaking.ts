import type { z } from 'zod'
import { db } from '@/lib/platform/db'
import { kindOf } from '@/lib/undertakings/rules/kinds'
import type { closeInput, draftInput, recordInput } from '@/lib/undertakings/schema'
import { unitIdOf } from '@/prisma/seed/fixture'
import { act, nameOf, person } from './act'
import { storeScan } from './files'

export type Begun = Omit<z.input<typeof draftInput>, 'inviteeIds'> & { readonly by: string; readonly invitees?: readonly string[]; readonly noInviteReason?: string }

/** 拟定、发布; `liyuan.water` names a unit. */
export async function begin({ by, invitees = [], noInviteReason, ...plan }: Begun): Promise<string> {
  const id = await act(by, 'undertaking.draft', null, { ...plan, inviteeIds: invitees.map(unitIdOf) })
  return act(by, 'undertaking.publish', id, noInviteReason ? { noInviteReason } : {})
}

/** The invitation of the unit this person works in. */
export async function invitationOf(login: string, undertakingId: string): Promise<string> {
  const { unitId } = await person(login)
  return (await db.participation.findFirstOrThrow({ where: { undertakingId, unitId } })).id
}

export async function join(login: string, id: string): Promise<string> {
  return act(login, 'participation.join', await invitationOf(login, id), { contact: await nameOf(login) })
}

export async function decline(login: string, id: string, reason: string): Promise<string> {
  return act(login, 'participation.decline', await invitationOf(login, id), { reason })
}

export type Entry = Omit<z.input<typeof recordInput>, 'fileIds' | 'taskOwnerId'> & { readonly taskOwner?: string }

/** 记录; an entry that wants a document has one. */
export async function record(login: string, id: string, { taskOwner, ...entry }: Entry): Promise<string> {
  const { kind } = await db.undertaking.findUniqueOrThrow({ where: { id }, select: { kind: true } })
  const wanted = kindOf(kind).entries.find(({ key }) => key === entry.entry)?.file
  return act(login, 'undertaking.record', id, {
    ...entry, ...(taskOwner ? { taskOwnerId: unitIdOf(taskOwner) } : {}), ...(wanted ? { fileIds: [await storeScan(login, '工作材料', [entry.text])] } : {}),
  })
}

export const addTargets = (login: string, id: string, names: readonly string[]) => act(login, 'undertaking.addTargets', id, { targets: names.join('\n') })

export async function strikeOff(login: string, id: string, ordinal: number, struckOn: string, proof: string): Promise<string> {
  const target = await db.undertakingTarget.findUniqueOrThrow({ where: { undertakingId_ordinal: { undertakingId: id, ordinal } } })
  return act(login, 'undertaking.strikeOff', id, { targetId: target.id, struckOn, proof })
}

export async function close(login: string, id: string, end: Omit<z.input<typeof closeInput>, 'fileIds'>): Promise<string> {
  return act(login, 'undertaking.close', id, { ...end, fileIds: [await storeScan(login, '结束材料', [end.report])] })
}
