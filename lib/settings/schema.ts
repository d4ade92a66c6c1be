import { z } from 'zod'
import local from '@/facts/limits/local.json'
import type { OwnNumber } from '@/lib/engine/papers/pattern'
import { today } from '@/lib/platform/clock'
import { localDay, longText, shortText, tick, unitId } from '@/lib/platform/fields'
import { factorKey, type FactorLevel, factorLevels, proofKey, staleKey } from '@/lib/platform/sign-in-rules'

/** The rule sheet is asked for a day; anything else than a date means today. */
export const ruleSheetQuery = z.object({ on: z.iso.date().optional().catch(undefined) })

export const calendarStates = ['draft', 'published'] as const
export const settingStates = ['proposed', 'inForce', 'refused', 'withdrawn'] as const
export const dayNatures = ['rest', 'work'] as const
export const reportSteps = ['publish', 'adopt', 'correct', 'recount'] as const

/** The first year whose arrangement is known, and the last that movable festivals are. */
export const firstYear = 2004
export const lastYear = 2099

const thisYear = () => Number(today().slice(0, 4))

/** The notice of a year comes out late in the year before it. */
const noticeYear = () =>
  z.coerce.number<string>('field.invalid').int('field.invalid').refine((year) => year >= firstYear && year <= thisYear() + 1, 'settings.invalid.year')

const noticeFields = {
  title: shortText(120),
  number: shortText(60).optional(),
  url: z.url({ protocol: /^https?$/, error: 'settings.invalid.url' }).max(300, 'field.tooLong').optional(),
  days: longText(1, 4000),
}

export const enterYearInput = z.object({ year: noticeYear().meta({ input: 'number' }), ...noticeFields })
export const changeYearInput = z.object(noticeFields)
export const publishYearInput = z.object({ compared: tick() })
export const adoptYearInput = z.object({ year: noticeYear().meta({ input: 'number' }) })
export const correctDayInput = z.object({
  day: localDay(),
  nature: z.enum(dayNatures),
  name: shortText(20).optional(),
  source: shortText(120),
  reason: longText(4, 500),
})
export const recountYearInput = z.object({})

/** A local limit is named after its rule; a test holds that these are the rules of the facts that no law gives. */
export const localLimits: readonly string[] = [
  'investigation_internal', 'clue_assessment_internal', 'handler_named', 'help_request_answer', 'proposal_answer', 'asked_again_reply',
  'objection_period', 'objection_review', 'superior_opinion_answer', 'supervision_report',
  'undertaking_answer', 'undertaking_report', 'undertaking_lesson', 'undertaking_township', 'undertaking_raised', 'undertaking_yearly', 'undertaking_revisit',
  'group_seat_confirm', 'appointment_decide', 'engagement_answer',
  'action_item_report', 'observer_opinion_answer', 'meeting_proposal_answer', 'meeting_attendance', 'meeting_minutes', 'meeting_draft',
  'bulletin_major_event', 'bulletin_read', 'bulletin_study', 'bulletin_adoption',
  'charter_question_answer',
  'data_item_confirm', 'data_request_answer', 'data_request_return',
  'power_doubt_settle',
  // Each kind of letter has its own, so that a new kind is an entry of the facts.
  ...local.map(({ key }) => key).filter((key) => key.startsWith('letter_')),
]

export const limitKey = (rule: string) => `limit.${rule}` as const
export const similarityKey = 'letter.similarityPercent'
export const lookBackKey = 'lookBack.months'
/** When people may be written to outside the platform, and after how long unread a second way is tried. */
export const noticeHourKeys = ['notice.fromHour', 'notice.untilHour', 'notice.secondAfterHours'] as const
/** Signing in: for whom a second factor, how long a proof counts, when an account counts as unused. */
export const signInKeys = [factorKey, proofKey, staleKey] as const
export const settingKeys: readonly string[] = [...localLimits.map(limitKey), similarityKey, lookBackKey, ...signInKeys, ...noticeHourKeys]
const most: Readonly<Record<string, number>> = { [similarityKey]: 100, [proofKey]: 60, 'notice.fromHour': 23, 'notice.untilHour': 24 }

export const lookBackChoices = [1, 3, 6, 12] as const

export type SettingValue = number | readonly number[] | FactorLevel | OwnNumber

const wholeNumber = (text: string, most: number): number | null => {
  const value = /^\d{1,3}$/.test(text) ? Number(text) : 0
  return value >= 1 && value <= most ? value : null
}

/** What was typed, as the setting keeps it; null where it is no value of this setting. */
export function parseSettingValue(key: string, text: string): SettingValue | null {
  if (key === factorKey) return factorLevels.find((level) => level === text) ?? null
  if (key === 'notice.fromHour' && text === '0') return 0
  if (key !== lookBackKey) return settingKeys.includes(key) ? wholeNumber(text, most[key] ?? 999) : null
  const months = [...new Set(text.split(/[,，、\s]+/).map(Number))].sort((a, b) => a - b)
  return months.every((month) => (lookBackChoices as readonly number[]).includes(month)) ? months : null
}

export const proposeSettingInput = z.object({
  key: z.string().refine((key) => settingKeys.includes(key), 'settings.refuse.notLocal'),
  value: z.preprocess((value) => (Array.isArray(value) ? value.join(',') : value), shortText(20)),
  effectiveOn: localDay().refine((day) => day >= today(), 'settings.invalid.past').meta({ input: 'date' }),
  reason: longText(4, 500),
})

export const mostStart = 99_999
export const proposeNumberInput = z.object({
  unitId: unitId(),
  series: z.string().regex(/^[a-z][A-Za-z]{0,39}$/, 'field.choose'),
  pattern: shortText(40),
  /** The first number this platform gives; those before it were given on paper. */
  start: z.coerce.number<string>('field.invalid').int('field.invalid').min(1, 'field.invalid').max(mostStart, 'field.invalid').optional().meta({ input: 'number' }),
  effectiveOn: localDay().refine((day) => day >= today(), 'settings.invalid.past').meta({ input: 'date' }),
  reason: longText(4, 500),
})
export const refuseSettingInput = z.object({ reason: longText(4, 500) })
export const noSettingInput = z.object({})

const names: Readonly<Record<string, string>> =
  { [lookBackKey]: 'lookBack', [similarityKey]: 'similarity', [factorKey]: 'secondFactor', [proofKey]: 'proof', [staleKey]: 'stale' }

/** Under which of `settings.local.names` the words of a setting stand; a limit has its name from its rule. */
export const nameKeyOf = (key: string): string => (key.startsWith('notice.') ? key.slice('notice.'.length) : (names[key] ?? 'similarity'))

export const calendarQuery = z.object({ year: z.coerce.number().int().min(firstYear).max(lastYear).optional().catch(undefined) })
export const moveQuery = z.object({ page: z.coerce.number().int().min(1).max(10_000).catch(1) })
