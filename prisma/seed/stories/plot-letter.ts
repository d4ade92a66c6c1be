import { today } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import type { Parties } from '@/prisma/seed/play/case'
import {
  announce, answerHelp, approve, askHelp, decideObjection, draft, object, proposeReexamination, recordReceipt, reportForRecord, review, seal, serve,
  serveDirectly, signFor, submit,
} from '@/prisma/seed/play/letter'
import { at, later, type Story } from '@/prisma/seed/play/moments'
import { citing } from '@/prisma/seed/play/powers'
import { minuteOf, type Origin } from './course'
import { lawOn, type LetterMatter } from './matter'
import { around, caseSource, closed, investigated, openedCase, type CasePlot, type Opened } from './plot-case'

export type Objection = { readonly outcome: 'keep' | 'change' | 'withdraw'; readonly item: string; readonly reason: string; readonly findings: string; readonly answer: string; readonly changes?: readonly { ordinal: number; measure: string }[] }
export type Help = { readonly kind: 'evidence' | 'law' | 'technique' | 'coordination'; readonly question: string; readonly answer?: string }

export type LetterPlot = CasePlot & {
  readonly delivery?: 'signFor' | 'paper' | 'direct' | 'announced'
  readonly urgent?: string
  /** The number of the office's own system, as `{code}〔year〕n号` with the year of approval. */
  readonly taken?: string
  readonly months?: readonly [number, string]
  readonly objection?: Objection
  readonly help?: Help
}

export type Delivered = Opened & { readonly letterId: string; readonly receivedOn: string }

const approvedBefore = -5

const sourceOf = (origin: Origin): string => (origin.by === 'court' ? 'courtTrial' : origin.source)

const textOf = (matter: LetterMatter, { origin, urgent, months, received }: LetterPlot) => {
  // The law of the day on which it will be decided.
  const law = lawOn(matter, around(received, approvedBefore))
  return {
    title: `关于督促${matter.aim}的检察建议书`, sourceText: caseSource(sourceOf(origin)), harmFacts: `${matter.facts}${matter.harm}`, duty: matter.duty,
    dutyFindings: matter.failure, reasons: matter.reasons, evidence: `${matter.where}现场勘验笔录及照片\n行政机关职责文件、检查记录和工单复印件\n磋商记录`,
    legalBasis: law.join('\n'),
    demands: matter.demands.map(([fault, measure, proofWanted], index) => ({ fault, basis: law[0], measure, proofWanted, ...recurringOf(matter, index + 1) })),
    ...(urgent ? { urgent: true, urgentReason: urgent } : {}), ...(months ? { rectificationMonths: months[0], rectificationReason: months[1] } : {}),
  }
}

const recurringOf = ({ recurring }: LetterMatter, ordinal: number) =>
  recurring?.ordinal === ordinal ? { cycle: recurring.cycle, reports: recurring.reports, reportContent: recurring.content } : {}

/** From the clue to the letter in the agency's hands; where its day lies ahead, it stands on the way. */
export async function* delivered(matter: LetterMatter, plot: LetterPlot, others: readonly string[] = []): Story<Delivered> {
  const opened = yield* openedCase(matter, plot, others)
  yield* investigated(matter, opened, plot.received)
  yield at(around(plot.received, -13), '15:20')
  await closed(matter, opened, 'recommend', '行政机关未依法充分履行职责，公益仍受侵害，建议提出检察建议。')
  return yield* sent(matter, plot, opened)
}

async function* sent(matter: LetterMatter, plot: LetterPlot, opened: Opened): Story<Delivered> {
  const { parties, caseId } = opened
  const minute = minuteOf(matter.aim)
  const { received } = plot
  yield at(around(received, -10), `10:${minute}`)
  const letterId = await draft(parties, caseId, { ...textOf(matter, plot), ...(await citing(matter)) })
  yield at(around(received, -9), `16:${minute}`)
  await submit(parties, letterId)
  yield at(around(received, -7), `10:${minute}`)
  await review(parties, letterId)
  yield at(around(received, approvedBefore), `09:${minute}`)
  await approve(parties, letterId, plot.taken?.replace('{year}', today().slice(0, 4)))
  yield at(around(received, -4), `10:${minute}`)
  await seal(parties, letterId)
  if (plot.delivery === 'direct' || plot.delivery === 'announced') {
    yield at(around(received, -2), `15:${minute}`)
    await handedOver(parties, letterId, plot.delivery)
  } else {
    yield at(around(received, -3), `11:${minute}`)
    await serve(parties, letterId, { mailNumber: `示例专递${received.replaceAll('-', '')}${minute}` })
    yield at(around(received, 0), `10:${minute}`)
    await (plot.delivery === 'paper' ? recordReceipt(parties, letterId) : signFor(parties, letterId))
  }
  const receivedOn = today()
  yield at(later(receivedOn, 2), '16:30')
  await reportForRecord(parties, letterId)
  return { ...opened, letterId, receivedOn }
}

const handedOver = (parties: Parties, letterId: string, way: 'direct' | 'announced') =>
  way === 'direct' ? serveDirectly(parties, letterId) : announce(parties, letterId, ['人大代表一名', '政协委员一名', '行政机关负责人'])

/** 异议: raised, re-examined, decided. */
export async function* objected(parties: Parties, letterId: string, receivedOn: string, { outcome, item, reason, findings, answer, changes }: Objection): Story {
  yield at(later(receivedOn, 4), '10:25')
  await object(parties, letterId, { items: [{ item, reason }], request: outcome === 'keep' ? '请求予以复核并变更建议内容。' : '请求复核。' })
  yield at(later(receivedOn, 7), '15:40')
  await proposeReexamination(parties, letterId, { outcome, findings, reasons: answer, ...(changes ? { changes } : {}) })
  yield at(later(receivedOn, 9), '16:20')
  await decideObjection(parties, letterId, outcome)
}

/** 请求协助: stops no clock; without an answer it stands open. */
export async function* helped(parties: Parties, letterId: string, receivedOn: string, { kind, question, answer }: Help): Story {
  yield at(later(receivedOn, 6), '09:35')
  await askHelp(parties, letterId, { kind, question })
  if (!answer) return
  yield at(later(receivedOn, 9), '15:15')
  await answerHelp(parties, letterId, { answer })
}

/** Days since the receipt, for who counts from there. */
export const since = (receivedOn: string, days: number): string => later(receivedOn, days)

/** The end of the 整改期限 as the letter's clock counts it. */
export async function rectificationEnd(letterId: string): Promise<string> {
  const { rectificationEndOn } = await db.recommendation.findUniqueOrThrow({ where: { id: letterId }, select: { rectificationEndOn: true } })
  if (!rectificationEndOn) throw new Error('no end')
  return rectificationEndOn.toISOString().slice(0, 10)
}

