import type { LocalDate } from '@/lib/platform/clock'
import type { Claim } from '../schema'
import { paperWords } from './letter'

type ObjectionFacts = {
  readonly addressee: string
  readonly number: string | null
  readonly receivedOn: LocalDate
  readonly items: readonly { readonly item: string; readonly reason: string }[]
  readonly request: string
  readonly materials: readonly string[]
  readonly contactName: string
  readonly contactPhone?: string
}

export function objectionLetter({ number, items, ...facts }: ObjectionFacts) {
  return { ...facts, documentTitle: paperWords()('paper.letterName'), documentNumber: number ?? undefined, objections: items }
}

export type AnsweredDemand = {
  readonly ordinal: number
  readonly measure: string
  readonly claimed: Claim
  readonly summary: string
  readonly cause?: string
  readonly plan?: string
  readonly plannedOn?: LocalDate
  /** What was done, from the log, one line each. */
  readonly actions: readonly string[]
  readonly proofs: readonly string[]
}

type ReplyFacts = {
  readonly addressee: string
  readonly number: string | null
  readonly receivedOn: LocalDate
  readonly adoption: string
  readonly demands: readonly AnsweredDemand[]
  readonly longTerm?: string
  readonly signerName: string
  readonly contactName: string
  readonly contactPhone?: string
}

const open = (text: string): string => text.trim().replace(/[。.；;]+$/, '')

/** The agency's answer, built from what it logged (办案规则 77, 82). */
export function agencyReplyLetter({ demands, number, longTerm, ...facts }: ReplyFacts) {
  const t = paperWords()
  const name = ({ ordinal, measure }: AnsweredDemand) => `${ordinal}. ${open(measure)}`
  return {
    ...facts,
    documentTitle: t('paper.letterName'), documentNumber: number ?? undefined,
    longTerm,
    demandReplies: demands.map((demand) => ({
      demand: name(demand),
      measure: demand.actions.length > 0 ? demand.actions.map(open).join(t('paper.semicolon')) : t('paper.noAction'),
      result: open(demand.summary), state: demand.claimed, proof: demand.proofs.join(t('paper.separator')) || undefined,
    })),
    unfinished: demands.filter(({ claimed, cause, plan, plannedOn }) => claimed !== 'done' && cause && plan && plannedOn)
      .map((demand) => ({ demand: name(demand), cause: open(demand.cause ?? ''), plan: open(demand.plan ?? ''), dueOn: demand.plannedOn })),
    proofs: [...new Set(demands.flatMap(({ proofs }) => proofs))],
  }
}
