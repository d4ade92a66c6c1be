import type { z } from 'zod'
import { kindOf } from '@/lib/letters/rules'
import type { draftAnswerInput, draftInput } from '@/lib/letters/schema'
import { db } from '@/lib/platform/db'
import { unitIdOf, userIdOf } from '@/prisma/seed/fixture'
import { act, nameOf, person } from './act'
import { storeScan } from './files'

/** Who writes, who signs and who keeps the register in a body. */
type Hands = { readonly writes: string; readonly signs: string; readonly keeps: string }

const staffed = async (login: string): Promise<boolean> => (await db.user.count({ where: { id: userIdOf(login) } })) > 0

/** `liyuan.water`: a body by its key. */
export async function handsOf(unit: string): Promise<Hands> {
  const [place = '', key = ''] = unit.split('.')
  const own: Readonly<Record<string, Hands>> = {
    procuratorate: { writes: `${place}.prosecutor`, signs: `${place}.head`, keeps: `${place}.manager` },
    court: { writes: `${place}.court`, signs: `${place}.judge`, keeps: `${place}.court` },
    justice: { writes: `${place}.bureau`, signs: `${place}.bureau`, keeps: `${place}.bureau` },
    office: { writes: `${place}.government`, signs: `${place}.government`, keeps: `${place}.government` },
    ruleOfLaw: { writes: `${place}.ruleOfLaw.bureau`, signs: `${place}.ruleOfLaw.bureau`, keeps: `${place}.ruleOfLaw.bureau` },
  }
  const desk = `${unit}.liaison`
  return own[key] ?? ((await staffed(`${unit}.leader`)) ? { writes: `${unit}.handler`, signs: `${unit}.leader`, keeps: desk } : { writes: desk, signs: desk, keeps: desk })
}

export type Written = Omit<z.input<typeof draftInput>, 'receiverId' | 'points'> & { readonly from: string; readonly to: string; readonly points?: readonly string[] }

/** 拟稿. */
export async function write({ from, to, points, ...letter }: Written): Promise<string> {
  return act((await handsOf(from)).writes, 'letter.draft', null, { ...letter, receiverId: unitIdOf(to), ...(points ? { points: points.join('\n') } : {}) })
}

export async function approve(from: string, id: string): Promise<string> {
  const { writes, signs } = await handsOf(from)
  await act(writes, 'letter.submit', id)
  return act(signs, 'letter.approve', id, { opinion: '同意发函。', approver: await nameOf(signs) })
}

/** 审签、编号、用印、发出. */
export async function send(letter: Written): Promise<string> {
  const id = await write(letter)
  await approve(letter.from, id)
  return act((await handsOf(letter.from)).keeps, 'letter.issue', id)
}

export async function signFor(to: string, id: string): Promise<string> {
  const { keeps } = await handsOf(to)
  return act(keeps, 'letter.signFor', id, { receivedBy: await nameOf(keeps) })
}

export async function nameHandler(to: string, id: string): Promise<string> {
  const { keeps, writes } = await handsOf(to)
  return act(keeps, 'letter.nameHandler', id, { handlerId: (await person(writes)).userId, note: '请按函中所列事项办理。' })
}

export type Answered = Omit<z.input<typeof draftAnswerInput>, 'pointAnswers'> & { readonly pointAnswers?: readonly string[] }

/** The same fields in a draft and in what is entered from paper. */
export const answerOf = ({ pointAnswers, ...answer }: Answered) => ({
  ...answer, ...(pointAnswers ? { pointAnswers: pointAnswers.map((text, index) => ({ ordinal: index + 1, text })) } : {}),
})

export async function draftAnswer(to: string, id: string, answer: Answered): Promise<string> {
  const { writes } = await handsOf(to)
  const { kind } = await db.letter.findUniqueOrThrow({ where: { id }, select: { kind: true } })
  const files = kindOf(kind).answerFile && !answer.fileIds ? { fileIds: [await storeScan(writes, '制度文件', ['关于加强日常检查的通知', answer.answer])] } : {}
  return act(writes, 'letter.draftAnswer', id, { ...answerOf(answer), ...files })
}

export async function signAnswer(to: string, id: string): Promise<string> {
  const { signs } = await handsOf(to)
  return act(signs, 'letter.answer', id, { signer: await nameOf(signs) })
}

export async function close(from: string, id: string, closingNote: string, used?: 'used' | 'partly' | 'notUsed'): Promise<string> {
  return act((await handsOf(from)).writes, 'letter.close', id, { closingNote, ...(used ? { used } : {}) })
}
