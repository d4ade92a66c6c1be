import { z } from 'zod'
import facts from '@/facts/letters/kinds.json'
import { unitKinds, type UnitKind } from '@/lib/platform/roles'
import { bureauToken, governmentToken } from '@/lib/platform/scope'
import { standings } from './schema'

const field = z.strictObject({ key: z.string(), input: z.enum(['text', 'long', 'date']), required: z.boolean() })
const kindSchema = z.strictObject({
  key: z.string().regex(/^[a-z][A-Za-z]*$/),
  from: z.array(z.enum(unitKinds)).min(1),
  to: z.array(z.enum(unitKinds)).min(1),
  /** Only where the place's charter lets that body watch over letters. */
  charter: z.boolean(),
  /** It asks for support, which is counted. */
  support: z.boolean(),
  points: z.enum(['required', 'optional', 'none']),
  /** The limit of the answer; in facts/limits. */
  answerRule: z.string(),
  outcomes: z.array(z.strictObject({ key: z.string(), standing: z.enum(standings) })).min(1),
  fields: z.array(field),
  answerFields: z.array(field),
  answerFile: z.boolean(),
  /** Messages both ways while it is open. */
  thread: z.boolean(),
  /** The sender says at closing whether the answer was used. */
  used: z.boolean(),
  /** Accepted, it is followed by a finding on the ground. */
  finding: z.boolean(),
  /** Says of itself that it has no legal force. */
  noForce: z.boolean(),
  basis: z.array(z.strictObject({ kind: z.enum(['law', 'charter', 'setting', 'practice']), ref: z.string().min(1) })).min(1),
  /** The words its paper begins and ends with; `{title}` is the matter. */
  opening: z.string(),
  closing: z.string(),
})
export type LetterKind = z.infer<typeof kindSchema>
export type LetterField = z.infer<typeof field>

/** A kind is an entry of the facts and its words; nothing here knows one by name. */
export const letterKinds: readonly LetterKind[] = z.array(kindSchema).parse(facts)
const byKey = new Map(letterKinds.map((kind) => [kind.key, kind]))
export const findKind = (key: string): LetterKind | undefined => byKey.get(key)

export function kindOf(key: string): LetterKind {
  const kind = byKey.get(key)
  if (!kind) throw new RangeError(`unknown kind of letter: ${key}`)
  return kind
}

const watches: Partial<Record<UnitKind, (regionCode: string) => string>> = { justiceBureau: bureauToken, ruleOfLawOffice: bureauToken, government: governmentToken }

/** Kinds a body of this sort may send in this place, whose opinion in force lets these readers watch over letters. */
export function kindsFor(sender: UnitKind, regionCode: string, readers: readonly string[]): LetterKind[] {
  const reader = watches[sender]?.(regionCode)
  const mayWatch = reader !== undefined && readers.includes(reader)
  return letterKinds.filter(({ from, charter }) => from.includes(sender) && (!charter || mayWatch))
}

/** What is wrong with a kind's own fields, as messages by input path. */
export function detailFaults(fields: readonly LetterField[], given: Readonly<Record<string, string>>): Record<string, string> {
  const faults: Record<string, string> = {}
  for (const { key, input, required } of fields) {
    const value = given[key]
    if (value === undefined || value === '') { if (required) faults[`details.${key}`] = 'errors.field.required' }
    else if (input === 'date' && !z.iso.date().safeParse(value).success) faults[`details.${key}`] = 'errors.field.date'
    else if (input === 'text' && value.length > 200) faults[`details.${key}`] = 'errors.field.tooLong'
  }
  for (const key of Object.keys(given)) if (!fields.some((each) => each.key === key)) faults[`details.${key}`] = 'errors.field.choose'
  return faults
}

/** What the other body is told of the state: its inner chain is not its business. */
export function shownState(status: string, side: 'sender' | 'receiver' | 'other'): string {
  if (side === 'receiver') return status
  if (status === 'drafted') return 'received'
  return status === 'redrafted' ? 'askedAgain' : status
}

export const waitsForSender: readonly string[] = ['draft', 'submitted', 'approved', 'answered', 'returned']
export const closedStates: readonly string[] = ['closed', 'withdrawn']
