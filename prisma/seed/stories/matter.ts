import { domainBasisOn } from '@/lib/clues/rules/dictionaries'
import { addDays, daysBetween } from '@/lib/engine/deadlines/local-date'
import { today, type LocalDate } from '@/lib/platform/clock'
import type { Scene } from '@/prisma/seed/play/drawings'

/** The day the stories were written for; loaded later, they move on by whole weeks and end in the week of loading. */
const writtenFor = '2026-11-22'
const shift = Math.floor(daysBetween(writtenFor, today()) / 7) * 7
export const day = (written: LocalDate): LocalDate => addDays(written, shift)

/** 存在问题、建议措施、需提供的证明、机关做了什么、核查看到什么. */
export type DemandStory = readonly [fault: string, measure: string, proof: string, done: string, found: string]

export type Matter = {
  /** `liyuan.water`. */
  readonly agency: string
  readonly domain: string
  readonly scene: Scene
  readonly title: string
  readonly where: string
  readonly facts: string
  readonly harm: string
  readonly duty: string
  readonly failure: string
  readonly law: readonly string[]
  /** What the agency promised in the consultation. */
  readonly plan: string
}

export type LetterMatter = Matter & {
  /** 督促…… */
  readonly aim: string
  readonly reasons: string
  readonly demands: readonly DemandStory[]
  /** 定期履职 of one demand: how often, how many times, what each report says, and what the reports so far said. */
  readonly recurring?: {
    readonly ordinal: number; readonly cycle: 'month' | 'quarter' | 'halfYear'; readonly reports: number; readonly content: string
    /** Each so many days before the cycle's last day; negative is late. */
    readonly made: readonly (readonly [daysBefore: number, done: string])[]
  }
  readonly longTerm?: string
}

// 生态环境法典 1242: ten laws on the environment end with the day it comes into force.
const codeFrom = '2026-08-15'
export const repealed = /(?:^|《中华人民共和国)(?:环境保护法|海洋环境保护法|环境影响评价法|大气污染防治法|水污染防治法|土壤污染防治法|固体废物污染环境防治法|噪声污染防治法|放射性污染防治法|清洁生产促进法)/

/** The articles a paper of that day cites: those of the field, without what no longer is in force. */
export function lawOn(matter: Pick<Matter, 'law' | 'domain'>, on: LocalDate): string[] {
  const own = matter.law.filter((ref) => on < codeFrom || !repealed.test(ref))
  const field = domainBasisOn(matter.domain, on).filter((ref) => !/民事诉讼法|第一千零七十三条/.test(ref))
  return [...own, ...field]
}

export const placeOf = ({ agency }: Pick<Matter, 'agency'>): string => agency.split('.')[0]!
