import { liaisonOf, proposeSuspension, refuseConclusion, resume, suspend, extendReview, proposeConclusion } from '@/prisma/seed/play/case'
import { askAgain, check } from '@/prisma/seed/play/follow-up'
import {
  assign, draftReply, instruct, isStaffed, legalReview, logAction, proposeHandling, reply, replyOnBehalf, sendBackDraft, type Answer, type ReplyText,
} from '@/prisma/seed/play/handling'
import { at, later, type Story } from '@/prisma/seed/play/moments'
import { addDays } from '@/lib/engine/deadlines/local-date'
import { localDate, today } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { act } from '@/prisma/seed/play/act'
import type { LetterMatter } from './matter'
import { concluded, type CasePlot } from './plot-case'
import { delivered, helped, objected, rectificationEnd, type Delivered, type LetterPlot } from './plot-letter'

/** Which demands were really met, and what the agency said of the others. */
export type Answered = { readonly after: number; readonly open?: readonly number[]; readonly posted?: true; readonly sentBack?: true }
export type Checked = { readonly after: number; readonly open?: readonly number[] }

export type FullPlot = LetterPlot & {
  readonly reply?: Answered
  readonly check?: Checked
  /** 要求补充回复, so many days after the receipt, then the second reply and its check. */
  readonly again?: { readonly after: number; readonly reply?: number; readonly check?: number }
  readonly suspend?: { readonly cause: string; readonly measures: string; readonly diligence: string; readonly resumed?: readonly [days: number, gone: string] }
  readonly extend?: string
  readonly end?: 'conclude' | 'stand' | 'proposed'
  readonly refusedOnce?: string
}

/** The whole way of a letter; what lies after the end of the stories does not happen. */
export async function* letter(matter: LetterMatter, plot: FullPlot): Story {
  yield* fromDelivery(matter, yield* delivered(matter, plot), plot)
}

export async function* fromDelivery(matter: LetterMatter, given: Delivered, plot: FullPlot): Story {
  const { parties, letterId, receivedOn } = given
  yield* taken(given)
  if (plot.objection) yield* objected(parties, letterId, receivedOn, plot.objection)
  if (plot.objection?.outcome === 'withdraw') return yield* withdrawn(matter, given, plot)
  if (plot.help) yield* helped(parties, letterId, receivedOn, plot.help)
  if (!plot.reply) return
  yield* answered(matter, given, plot.reply)
  if (plot.check) yield* inspected(matter, given, plot.check)
  if (plot.again) yield* askedOnce(matter, given, plot.again)
  if (plot.suspend) yield* paused(given, plot.suspend)
  if (plot.extend) yield* extended(given, plot.extend)
  if (plot.end === 'conclude') yield* over(matter, given, plot)
  if (plot.end === 'proposed') yield* proposed(matter, given)
  yield* reported(matter, given)
}

/** 拟办、阅示 where the agency has the people here, and 指定专人 in any case. */
async function* taken({ parties, letterId, receivedOn }: Delivered): Story {
  if (await isStaffed(parties)) {
    yield at(later(receivedOn, 1), '10:05')
    await proposeHandling(parties, letterId)
    yield at(later(receivedOn, 1), '16:35')
    await instruct(parties, letterId)
  }
  yield at(later(receivedOn, 2), '09:20')
  await assign(parties, letterId)
}

const answersOf = (matter: LetterMatter, open: readonly number[], until: string): Answer[] => matter.demands.map(([, , , done], index) =>
  open.includes(index + 1)
    ? { ordinal: index + 1, claimed: 'partly', summary: done || '正在整改。', cause: '涉及面较广，部分工作需要一定周期。', plan: '安排专人跟进，逐项销号。', plannedOn: until }
    : { ordinal: index + 1, claimed: 'done', summary: done || '已整改完毕。' })

/** Actions with photographs as they happen, then the reply that is built from them. */
async function* answered(matter: LetterMatter, { parties, letterId, receivedOn }: Delivered, { after, open = [], posted, sentBack }: Answered): Story {
  const staffed = await isStaffed(parties)
  if (staffed)
    for (const [index, [, , , done]] of matter.demands.entries()) {
      yield at(later(receivedOn, Math.max(4, Math.round((after * (index + 1)) / (matter.demands.length + 2)))), '15:45')
      await logAction(parties, letterId, { ordinal: index + 1, place: `${matter.where}${index + 1}号点位`, description: done || '已组织现场整改。', scene: matter.scene })
    }
  const text: ReplyText = {
    items: answersOf(matter, open, addDays(receivedOn, 75)), ...(matter.longTerm ? { longTerm: matter.longTerm } : {}),
  }
  if (!staffed) {
    yield at(later(receivedOn, after), '10:50')
    const number = `${matter.title.slice(0, 4)}函〔${today().slice(0, 4)}〕${Number(receivedOn.slice(5, 7)) * 3 + 1}号`
    await replyOnBehalf(parties, letterId, { ...text, ...(posted ? { postedOn: addDays(today(), -2) } : {}) }, number)
    return
  }
  yield at(later(receivedOn, after - 4), '10:10')
  await draftReply(parties, letterId, text)
  if (sentBack) {
    yield at(later(receivedOn, after - 4), '16:10')
    await sendBackDraft(parties, letterId, '缺少整改前后同一位置的对比说明，请补充后再报。')
    await draftReply(parties, letterId, text)
  }
  yield at(later(receivedOn, after - 2), '15:00')
  await legalReview(parties, letterId)
  yield at(later(receivedOn, after), '16:00')
  await reply(parties, letterId, text)
}

async function* inspected(matter: LetterMatter, { parties, letterId, receivedOn }: Delivered, { after, open = [] }: Checked): Story {
  yield at(later(receivedOn, after), '10:30')
  await check(parties, letterId, {
    place: matter.where, scene: matter.scene, ...(open.length > 0 ? { nextStep: '要求行政机关限期补充落实并提供证明。' } : {}),
    findings: matter.demands.map(([, , , done, found], index) => ({
      ordinal: index + 1, verdict: open.includes(index + 1) ? 'partly' : 'met', findings: found || done || '现场查看，尚未完全落实。',
    })),
  })
}

async function* askedOnce(matter: LetterMatter, given: Delivered, { after, reply: second, check: checkAfter }: NonNullable<FullPlot['again']>): Story {
  const { parties, letterId, receivedOn } = given
  const open = matter.demands.length
  yield at(later(receivedOn, after), '09:50')
  await askAgain(parties, letterId, [open], '该项建议缺少可以证明完成的材料，核查发现尚未全部落实，请说明进展并补充证明。')
  if (!second) return
  yield at(later(receivedOn, second), '15:25')
  const text: ReplyText = { items: [{ ordinal: open, claimed: 'done', summary: '已按要求补充整改到位，并附证明材料。' }] }
  if (await isStaffed(parties)) {
    await logAction(parties, letterId, { ordinal: open, place: `${matter.where}补充整改点位`, description: '对核查指出的遗留问题逐一整改完毕。', scene: matter.scene })
    await draftReply(parties, letterId, text)
    await legalReview(parties, letterId)
    await reply(parties, letterId, text)
  } else await replyOnBehalf(parties, letterId, text, `${matter.title.slice(0, 4)}函〔${today().slice(0, 4)}〕${70 + Number(receivedOn.slice(8))}号`)
  if (checkAfter) yield* inspected(matter, given, { after: checkAfter })
}

async function* paused({ parties, caseId, letterId }: Delivered, { cause, measures, diligence, resumed }: NonNullable<FullPlot['suspend']>): Story {
  const end = await rectificationEnd(letterId)
  yield at(later(end, 3), '09:45')
  await proposeSuspension(parties, caseId, { cause, measures, diligence })
  yield at(later(end, 5), '15:50')
  await suspend(parties, caseId)
  if (!resumed) return
  yield at(later(end, resumed[0]), '10:40')
  await resume(parties, caseId, resumed[1])
}

async function* extended({ parties, caseId, letterId }: Delivered, reason: string): Story {
  yield at(later(await rectificationEnd(letterId), 20), '15:35')
  await extendReview(parties, caseId, reason)
}

const endingOf = (matter: LetterMatter) => ({
  ground: 'dutyPerformed' as const, findings: `经现场核查，“${matter.aim}”的各项建议均已落实。`, harmState: '受损害的公共利益已经得到恢复，长效措施正在执行。',
  reasons: '行政机关已经依法全面履行职责，符合终结案件的情形。',
})

async function* over(matter: LetterMatter, given: Delivered, { lookBack, refusedOnce }: Pick<FullPlot, 'lookBack' | 'refusedOnce'>): Story {
  const on = later(today(), 4)
  if (refusedOnce) {
    yield at(on, '09:30')
    await proposeConclusion(given.parties, given.caseId, endingOf(matter))
    yield at(later(on, 1), '11:30')
    await refuseConclusion(given.parties, given.caseId, refusedOnce)
  }
  yield* concluded(matter, given, later(on, refusedOnce ? 9 : 0), endingOf(matter), lookBack)
}

async function* proposed(matter: LetterMatter, { parties, caseId }: Delivered): Story {
  yield at(later(today(), 3), '14:50')
  await proposeConclusion(parties, caseId, endingOf(matter))
}

/** A letter taken back after an objection: the case ends without one. */
async function* withdrawn(matter: LetterMatter, given: Delivered, { lookBack }: CasePlot): Story {
  const reasons = '经复核，该事项的法定职责不在被建议单位，已另行向有权单位移送，本案终结。'
  yield* concluded(matter, given, later(today(), 5), { ground: 'noIllegality', findings: reasons, harmState: '已由有权单位采取防护措施。', reasons }, lookBack)
}

/** 定期履职: each report in its cycle or late, and the office's answer; what is not made yet stays owed. */
async function* reported({ recurring }: LetterMatter, { parties, letterId }: Delivered): Story {
  for (const [index, [daysBefore, done]] of (recurring?.made ?? []).entries()) {
    const cycle = await db.dutyCycle.findFirstOrThrow({ where: { recommendationId: letterId, ordinal: index + 1 }, select: { id: true, toOn: true } })
    const on = addDays(localDate(cycle.toOn), -daysBefore)
    yield at(on, '10:05')
    await act(liaisonOf(parties), 'dutyCycle.report', cycle.id, { done })
    yield at(later(on, 2), '15:25')
    await act(parties.lead, 'dutyCycle.accept', cycle.id, { note: daysBefore < 0 ? '报告晚于期限，已如实记录，请今后按期报告。' : '报告内容完整。' })
  }
}
