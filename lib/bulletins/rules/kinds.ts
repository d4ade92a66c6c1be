import { z } from 'zod'
import facts from '@/facts/bulletins/kinds.json'
import { sourceTypes } from '@/lib/action-items/schema'
import { unitKinds, type UnitKind } from '@/lib/platform/roles'
import { commentKinds } from '../schema/reading'

const field = z.strictObject({ key: z.string(), input: z.enum(['text', 'long', 'choice']), values: z.array(z.string()).default([]), required: z.boolean() })
const kindSchema = z.strictObject({
  key: z.string().regex(/^[a-z][A-Za-z]*$/),
  from: z.array(z.enum(unitKinds)).min(1),
  to: z.array(z.enum(unitKinds)).min(1),
  /** Read by the persons named and nobody else of their body. */
  named: z.boolean(),
  /** Owed within a limit from the day something became known. */
  known: z.boolean(),
  /** Drafted from the figures of such a period. */
  period: z.enum(['quarter', 'year']).nullable(),
  /** Cases of the own office may be named in it. */
  cases: z.boolean(),
  /** Made of a family of cases: which of its fields take the family's cause and demand. */
  family: z.strictObject({ cause: z.string(), demand: z.string() }).nullable().default(null),
  /** Lines with a unit and a day, each of which becomes a task. */
  lines: z.boolean(),
  /** The limit within which each reader answers; in facts/limits. */
  answerRule: z.string().nullable(),
  outcomes: z.array(z.string()),
  /** What its readers usually write to it, and where the tasks made of that come from. */
  comment: z.enum(commentKinds),
  task: z.enum(sourceTypes),
  fields: z.array(field),
  basis: z.array(z.strictObject({ kind: z.enum(['law', 'charter', 'setting', 'practice']), ref: z.string().min(1) })).min(1),
})
export type BulletinKind = z.infer<typeof kindSchema>
export type BulletinField = z.infer<typeof field>

/** A kind is an entry of the facts and its words; nothing here knows one by name. */
export const bulletinKinds: readonly BulletinKind[] = z.array(kindSchema).parse(facts)
const byKey = new Map(bulletinKinds.map((kind) => [kind.key, kind]))

export function kindOf(key: string): BulletinKind {
  const kind = byKey.get(key)
  if (!kind) throw new RangeError(`unknown kind of bulletin: ${key}`)
  return kind
}

/** The kind in which a family of cases is raised. */
export const familyKind = bulletinKinds.flatMap(({ key, to, family }) => (family ? [{ key, to, family }] : []))[0]!

export const kindsFrom = (issuer: UnitKind): BulletinKind[] => bulletinKinds.filter(({ from }) => from.includes(issuer))

/** Every answer of every kind starts its own clock. */
export const answerRules: readonly string[] = [...new Set(bulletinKinds.flatMap(({ answerRule }) => answerRule ?? []))]

const linesSchema = z.array(z.object({ title: z.string(), ownerId: z.string(), dueOn: z.string() }))
export type PlanLine = z.infer<typeof linesSchema>[number]
export const readLines = (kept: unknown): PlanLine[] => linesSchema.catch([]).parse(kept)

/** What is wrong with a kind's own fields, as messages by input path. */
export function detailFaults(fields: readonly BulletinField[], given: Readonly<Record<string, string>>): Record<string, string> {
  const faults: Record<string, string> = {}
  for (const { key, input, values, required } of fields) {
    const value = given[key] ?? ''
    if (value === '') { if (required) faults[`details.${key}`] = 'errors.field.required' }
    else if (input === 'choice' && !values.includes(value)) faults[`details.${key}`] = 'errors.field.choose'
    else if (input === 'text' && value.length > 200) faults[`details.${key}`] = 'errors.field.tooLong'
  }
  for (const key of Object.keys(given)) if (!fields.some((each) => each.key === key)) faults[`details.${key}`] = 'errors.field.choose'
  return faults
}
