import { bulletinKinds } from '@/lib/bulletins/rules/kinds'
import { meetingKinds } from '@/lib/meetings/schema/meeting'

/** Steps that are told apart further: a promise may want a regular meeting, not just any. */
const occasions: Readonly<Record<string, { readonly keys: readonly string[]; readonly word: (key: string) => string }>> = {
  'meeting.hold': { keys: meetingKinds, word: (key) => `meeting.values.kind.${key}` },
  'bulletin.issue': { keys: bulletinKinds.map(({ key }) => key), word: (key) => `bulletinKinds.${key}.name` },
  'unit.nameLiaison': { keys: ['main', 'deputy'], word: (key) => `unit.values.rank.${key}` },
}

/** Where the words of such an occasion stand. */
export const occasionWord = (step: string, key: string): string | null => (occasions[step]?.keys.includes(key) ? occasions[step].word(key) : null)

const mark = '#'
/** `meeting.hold#regular`: a step and the occasion as one choice. */
export const keeperOf = (step: string, key: string | undefined): string => (key === undefined ? step : `${step}${mark}${key}`)
export function readKeeper(keeper: string): { readonly keptBy: string; readonly keptWhen?: string } {
  const [keptBy = '', keptWhen] = keeper.split(mark)
  return keptWhen ? { keptBy, keptWhen } : { keptBy }
}
export const keepersOf = (step: string): string[] => [step, ...(occasions[step]?.keys ?? []).map((key) => keeperOf(step, key))]

/** Upkeep of the platform, and what opinions themselves are made of: nobody promises these to others. */
const upkeep: ReadonlySet<string> = new Set([
  'region', 'user', 'calendar', 'setting', 'noticeDelivery', 'handover', 'absence', 'delegation', 'rosterImport', 'caseImport', 'importRow', 'calendarFeed', 'charter', 'fulfilment', 'handling', 'participation', 'attendance',
])
const alsoPromised: ReadonlySet<string> = new Set(['unit.nameLiaison'])

export const isPromised = (step: string): boolean => {
  const [procedure = ''] = step.split('.')
  return procedure === 'unit' ? alsoPromised.has(step) : !upkeep.has(procedure)
}
