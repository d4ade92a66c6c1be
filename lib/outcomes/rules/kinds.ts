import { z } from 'zod'
import facts from '@/facts/outcomes/kinds.json'
import { amountText } from './amount'

const kindSchema = z.strictObject({
  key: z.string().regex(/^[a-z][A-Za-z]*$/),
  unit: z.enum(['yuan', 'mu', 'squareMetre', 'place', 'vehicle', 'body', 'household', 'person', 'item', 'time']),
  /** Digits behind the point that are kept: money to the fen. */
  scale: z.int().min(0).max(2),
  /** One amount; points put right one by one; or a measure in words, which counts one. */
  entry: z.enum(['amount', 'points', 'measure']),
  /** What shows it: a receipt of payment, acceptance papers, a photograph before and after, one of each point, a statement, a document, what says so, minutes. */
  proof: z.enum(['payment', 'acceptance', 'pair', 'photo', 'statement', 'document', 'award', 'record']),
  /** People are counted, never listed. */
  personal: z.boolean(),
})
export type OutcomeKind = z.infer<typeof kindSchema>

/** A kind is an entry of the facts and its words; nothing here knows one by name. */
export const outcomeKinds: readonly OutcomeKind[] = z.array(kindSchema).parse(facts)
const byKey = new Map(outcomeKinds.map((kind) => [kind.key, kind]))
export const findKind = (key: string): OutcomeKind | undefined => byKey.get(key)

export function kindOf(key: string): OutcomeKind {
  const kind = byKey.get(key)
  if (!kind) throw new RangeError(`unknown kind of outcome: ${key}`)
  return kind
}

export const shownAmount = (kind: string, amount: bigint): string => amountText(amount, kindOf(kind).scale)
