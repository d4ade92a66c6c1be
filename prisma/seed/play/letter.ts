import type { z } from 'zod'
import type {
  answerHelpInput, askHelpInput, draftInput, objectInput, reexaminationInput, serveInput,
} from '@/lib/recommendations/schema'
import { today } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { act, nameOf, person } from './act'
import { addressOf, assistantOf, liaisonOf, receiverOf, servers, type Parties } from './case'
import { storeScan } from './files'
import { demandsOf } from './handling'

export type LetterText = Omit<z.input<typeof draftInput>, 'caseId' | 'contact' | 'contactPhone' | 'address'>

/** 起草, by the one who leads the case. */
export async function draft(parties: Parties, caseId: string, text: LetterText): Promise<string> {
  const lead = await person(parties.lead)
  const { phone } = await db.user.findUniqueOrThrow({ where: { id: lead.userId }, select: { phone: true } })
  return act(parties.lead, 'recommendation.draft', null, {
    ...text, caseId, contact: `${lead.name}、${await nameOf(assistantOf(parties))}`, contactPhone: phone ?? '', address: await addressOf(`${parties.place}.procuratorate`),
  })
}

export const submit = (parties: Parties, letterId: string) => act(parties.lead, 'recommendation.submit', letterId, {})
export const review = ({ place }: Parties, letterId: string) =>
  act(`${place}.head`, 'recommendation.review', letterId, { opinion: '事实清楚，建议内容具体可行，同意报检察长决定。' })
export const sendBack = ({ place }: Parties, letterId: string, reason: string) => act(`${place}.head`, 'recommendation.sendBack', letterId, { reason })
export const approve = ({ place }: Parties, letterId: string, takenNumber?: string) =>
  act(`${place}.chief`, 'recommendation.approve', letterId, { opinion: '同意提出检察建议。', ...(takenNumber ? { takenNumber } : {}) })

/** 用印, with the stamped scan; a number taken over is not sealed without one. */
export async function seal({ place }: Parties, letterId: string): Promise<string> {
  const { number, title } = await db.recommendation.findUniqueOrThrow({ where: { id: letterId }, select: { number: true, title: true } })
  const scanFileId = await storeScan(`${place}.manager`, `检察建议书扫描件 ${number ?? ''}`, ['检察建议书', number ?? '', title])
  return act(`${place}.manager`, 'recommendation.seal', letterId, { sealedOn: today(), scanFileId })
}

export async function serve(parties: Parties, letterId: string, more: Partial<z.input<typeof serveInput>> = {}): Promise<string> {
  return act(parties.lead, 'recommendation.serve', letterId, {
    method: 'post', sentOn: today(), address: await addressOf(parties.agency), servers: await servers(parties), ...more,
  })
}

/** Handed over and signed for at the office: sent and received on one day. */
export const serveDirectly = async (parties: Parties, letterId: string) => serve(parties, letterId, { method: 'direct', ...(await receiverOf(parties)) })

/** 公开宣告送达. */
export const announce = async (parties: Parties, letterId: string, attendees: string[]) =>
  serve(parties, letterId, { method: 'announced', attendees, ...(await receiverOf(parties)) })

export const signFor = async (parties: Parties, letterId: string, receivedOn = today()) =>
  act(liaisonOf(parties), 'recommendation.signFor', letterId, { receivedOn, ...(await receiverOf(parties)) })

/** The receipt came back on paper: from a body that does not sign here. */
export const recordReceipt = async (parties: Parties, letterId: string, receivedOn = today()) =>
  act(parties.lead, 'recommendation.recordReceipt', letterId, { receivedOn, ...(await receiverOf(parties)), note: '回执已收回归卷' })

export const reportForRecord = ({ place }: Parties, letterId: string) =>
  act(`${place}.manager`, 'recommendation.reportForRecord', letterId, { filedOn: today() })

export const object = async (parties: Parties, letterId: string, input: Omit<z.input<typeof objectInput>, 'contact'>) =>
  act(`${parties.agency}.leader`, 'recommendation.object', letterId, { ...input, contact: await nameOf(liaisonOf(parties)) })
type Reexamination = Omit<z.input<typeof reexaminationInput>, 'demands'> & { readonly changes?: readonly { ordinal: number; measure?: string; proofWanted?: string; reports?: number }[] }

/** 复核意见; changes by the ordinal of the demand. */
export async function proposeReexamination(parties: Parties, letterId: string, { changes = [], ...input }: Reexamination): Promise<string> {
  const all = await demandsOf(letterId)
  const demands = changes.map(({ ordinal, ...change }) => ({ demandId: all.find((demand) => demand.ordinal === ordinal)?.id, ...change }))
  return act(parties.lead, 'recommendation.proposeReexamination', letterId, { ...input, ...(demands.length > 0 ? { demands } : {}) })
}
export const decideObjection = ({ place }: Parties, letterId: string, outcome: 'keep' | 'change' | 'withdraw') =>
  act(`${place}.chief`, 'recommendation.decideObjection', letterId, { outcome })

export const askHelp = (parties: Parties, letterId: string, input: z.input<typeof askHelpInput>) =>
  act(liaisonOf(parties), 'recommendation.askHelp', letterId, input)
export const answerHelp = (parties: Parties, letterId: string, input: z.input<typeof answerHelpInput>) =>
  act(parties.lead, 'recommendation.answerHelp', letterId, input)
