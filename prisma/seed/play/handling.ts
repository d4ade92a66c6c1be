import { userIdOf } from '@/prisma/seed/fixture'
import { today } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import type { Claim } from '@/lib/recommendations/schema'
import { act, nameOf } from './act'
import { liaisonOf, type Parties } from './case'
import type { Scene } from './drawings'
import { storePair, storeScan } from './files'

/** Bodies with four people answer here; the others have a liaison only, and their answers come on paper. */
export const isStaffed = async ({ agency }: Parties): Promise<boolean> =>
  (await db.user.count({ where: { id: userIdOf(`${agency}.leader`) } })) > 0

const handlerOf = (parties: Parties, staffed: boolean) => (staffed ? `${parties.agency}.handler` : liaisonOf(parties))

export const demandsOf = (letterId: string) => db.demand.findMany({ where: { recommendationId: letterId }, orderBy: { ordinal: 'asc' } })

const handlingOf = async (letterId: string) => (await db.handling.findUniqueOrThrow({ where: { recommendationId: letterId }, select: { id: true } })).id

/** 拟办、阅示. */
export const proposeHandling = async (parties: Parties, letterId: string) =>
  act(liaisonOf(parties), 'handling.propose', await handlingOf(letterId), { proposal: '拟请分管负责同志阅示，由执法科牵头办理，法制科配合，按期书面回复。' })
export const instruct = async (parties: Parties, letterId: string) =>
  act(`${parties.agency}.leader`, 'handling.instruct', await handlingOf(letterId), { instruction: '同意拟办意见。逐项落实，现场整改到位，留存前后对比照片。' })

/** 指定专人负责. */
export async function assign(parties: Parties, letterId: string): Promise<string> {
  const handler = handlerOf(parties, await isStaffed(parties))
  const { phone } = await db.user.findUniqueOrThrow({ where: { id: userIdOf(handler) }, select: { phone: true } })
  return act(liaisonOf(parties), 'handling.assign', await handlingOf(letterId), { handlerId: userIdOf(handler), handlerPhone: phone ?? '0990-0000000' })
}

export type Deed = { readonly ordinal: number; readonly place: string; readonly description: string; readonly scene: Scene; readonly proof?: 'pair' | 'none' }

/** One thing done for one demand, with the photographs of before and after. */
export async function logAction(parties: Parties, letterId: string, deed: Deed): Promise<string> {
  const demand = (await demandsOf(letterId)).find(({ ordinal }) => ordinal === deed.ordinal)
  if (!demand) throw new Error(`no demand ${deed.ordinal}`)
  const handler = handlerOf(parties, await isStaffed(parties))
  const photographs = deed.proof === 'none' ? {} : await storePair(handler, deed.place, deed.scene)
  return act(handler, 'handling.logAction', await handlingOf(letterId), {
    demandId: demand.id, takenOn: today(), place: deed.place, description: deed.description, ...photographs,
  })
}

export type Answer = { readonly ordinal: number; readonly claimed: Claim; readonly summary: string; readonly cause?: string; readonly plan?: string; readonly plannedOn?: string }
export type ReplyText = { readonly adoption?: string; readonly longTerm?: string; readonly items: readonly Answer[]; readonly postedOn?: string }

/** What the agency writes, each demand's answer naming the actions logged for it. */
async function replyOf(parties: Parties, letterId: string, { adoption, longTerm, items, postedOn }: ReplyText) {
  const demands = await db.demand.findMany({ where: { recommendationId: letterId }, include: { actions: { select: { id: true } } } })
  return {
    adoption: adoption ?? '我单位收到检察建议书后高度重视，召开专题会议研究，全部采纳，逐项整改。',
    ...(longTerm ? { longTerm } : {}), ...(postedOn ? { postedOn } : {}), contact: await nameOf(liaisonOf(parties)),
    items: items.map(({ ordinal, ...item }) => {
      const demand = demands.find((each) => each.ordinal === ordinal)
      if (!demand) throw new Error(`no demand ${ordinal}`)
      return { demandId: demand.id, ...item, actionIds: demand.actions.map(({ id }) => id) }
    }),
  }
}

/** 起草、法制审核: the reply is built from the log. */
export async function draftReply(parties: Parties, letterId: string, text: ReplyText): Promise<string> {
  return act(handlerOf(parties, await isStaffed(parties)), 'handling.draftReply', await handlingOf(letterId), await replyOf(parties, letterId, text))
}
export const legalReview = async (parties: Parties, letterId: string) =>
  act(`${parties.agency}.legal`, 'handling.legalReview', await handlingOf(letterId), { opinion: '依据充分，措施与建议逐项对应，可以签发。' })
export const sendBackDraft = async (parties: Parties, letterId: string, reason: string) =>
  act(`${parties.agency}.legal`, 'handling.sendBack', await handlingOf(letterId), { reason })

/** 签发. */
export const reply = async (parties: Parties, letterId: string, text: ReplyText) =>
  act(`${parties.agency}.leader`, 'recommendation.reply', letterId, await replyOf(parties, letterId, text))

/** 代录 by the case manager, from the paper that came by post. */
export async function replyOnBehalf(parties: Parties, letterId: string, text: ReplyText, number: string): Promise<string> {
  const signerName = await nameOf(liaisonOf(parties))
  const scanFileId = await storeScan(`${parties.place}.manager`, `书面回复扫描件 ${number}`, ['关于检察建议书办理情况的回复', number, ...text.items.map(({ summary }) => summary)])
  const { items, ...rest } = await replyOf(parties, letterId, text)
  return act(`${parties.place}.manager`, 'recommendation.replyOnBehalf', letterId, {
    ...rest, items: items.map(({ actionIds: _, ...item }) => item), number, signerName, arrivedOn: today(), scanFileId,
  })
}
