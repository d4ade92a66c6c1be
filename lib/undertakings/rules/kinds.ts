import { z } from 'zod'
import facts from '@/facts/undertakings/kinds.json'
import lists from '@/facts/undertakings/lists.json'
import { basisSchema } from '@/lib/engine/deadlines/rules'
import { linesOf } from '@/lib/platform/lines'
import { unitKinds, type UnitKind } from '@/lib/platform/roles'

const inputs = ['text', 'long', 'date', 'number', 'year', 'season'] as const
const field = z.strictObject({ key: z.string(), input: z.enum(inputs), required: z.boolean() })
const kindSchema = z.strictObject({
  key: z.string().regex(/^[a-z][A-Za-z]*$/),
  /** Who may begin it, and whom it may invite. */
  by: z.array(z.enum(unitKinds)).min(1),
  with: z.array(z.enum(unitKinds)),
  /** `needed`: without a body of the other side it takes a reason. */
  invitation: z.enum(['needed', 'optional', 'none']),
  /** Bodies that take part in every one of them without being asked. */
  standing: z.array(z.enum(unitKinds)),
  /** Everybody who works in the place may read it. */
  open: z.boolean(),
  /** It has a first and a last day. */
  period: z.boolean(),
  /** The field that must not occur twice in a place. */
  once: z.string().nullable(),
  targets: z.enum(['none', 'list', 'sample']),
  rated: z.boolean(),
  yearly: z.boolean(),
  /** Open, it is laid before the next joint meeting. */
  agenda: z.boolean().default(false),
  revisit: z.boolean(),
  /** 类案 may lead to it: it is offered there. */
  about: z.boolean().default(false),
  /** Rule of facts/limits by which it has to be over, and the day it counts from. */
  limit: z.strictObject({ rule: z.string(), trigger: z.enum(['begunOn', 'endsOn']) }).nullable(),
  /** To which sort of body it goes up unsolved, the first of the place that there is. */
  raisesTo: z.array(z.enum(unitKinds)),
  fields: z.array(field),
  /** `needs`: another entry that has to be there first. */
  /** `leader`: made by somebody who decides for the body. */
  entries: z.array(z.strictObject({ key: z.string(), needs: z.string().nullable(), file: z.boolean(), leader: z.boolean().default(false), fields: z.array(field) })).min(1),
  /** Entries made one after the other, each by another person; the last one opens the words of the first to everybody. */
  publishing: z.array(z.string()).default([]),
  /** No identity or telephone number comes into it. */
  impersonal: z.boolean().default(false),
  end: z.strictObject({
    outcomes: z.array(z.strictObject({ key: z.string(), solved: z.boolean() })).min(1), fields: z.array(field), needs: z.array(z.string()), file: z.boolean(),
  }),
  basis: z.array(basisSchema).min(1),
})
export type UndertakingKind = z.infer<typeof kindSchema>
export type KindField = z.infer<typeof field>
export type KindEntry = UndertakingKind['entries'][number]

/** A kind is an entry of the facts and its words; nothing here knows one by name. */
export const undertakingKinds: readonly UndertakingKind[] = z.array(kindSchema).parse(facts)
const byKey = new Map(undertakingKinds.map((kind) => [kind.key, kind]))

export function kindOf(key: string): UndertakingKind {
  const kind = byKey.get(key)
  if (!kind) throw new RangeError(`unknown kind of undertaking: ${key}`)
  return kind
}

export const kindsFor = (unitKind: UnitKind): UndertakingKind[] => undertakingKinds.filter(({ by }) => by.includes(unitKind))

// The procuratorate supervises, the court judges, everybody else administers.
const sideOf = (kind: UnitKind) => (kind === 'procuratorate' || kind === 'court' ? kind : 'administration')
export const isOtherSide = (owner: UnitKind, invited: UnitKind): boolean => sideOf(owner) !== sideOf(invited)

export const seasons = lists.seasons.map(({ key }) => key)
/** Topics of this month. */
export const seasonsOf = (month: number): string[] => lists.seasons.filter(({ months }) => months.includes(month)).map(({ key }) => key)

const longest = 200

function faultOf({ input, required }: KindField, value: string | undefined): string | null {
  if (value === undefined || value === '') return required ? 'errors.field.required' : null
  if (input === 'date') return z.iso.date().safeParse(value).success ? null : 'errors.field.date'
  if (input === 'number') return /^\d{1,9}(\.\d{1,2})?$/.test(value) ? null : 'errors.field.invalid'
  if (input === 'year') return /^(19|20)\d\d$/.test(value) ? null : 'errors.field.invalid'
  if (input === 'season') return seasons.includes(value) ? null : 'errors.field.choose'
  return input === 'text' && value.length > longest ? 'errors.field.tooLong' : null
}

/** What is wrong with a kind's own fields, as messages by input path. */
export function detailFaults(fields: readonly KindField[], given: Readonly<Record<string, string>>): Record<string, string> {
  const wrong = fields.flatMap((each) => {
    const fault = faultOf(each, given[each.key])
    return fault ? [[`details.${each.key}`, fault]] : []
  })
  const unknown = Object.keys(given).filter((key) => !fields.some((each) => each.key === key)).map((key) => [`details.${key}`, 'errors.field.choose'])
  return Object.fromEntries([...wrong, ...unknown]) as Record<string, string>
}

/** `洗车点一｜水利局`: what is to be ticked off, and whose it is. */
export function targetOf(line: string) {
  const [name = '', unitName] = line.split(/[|｜]/).map((part) => part.trim())
  return { name: name.slice(0, longest), unitName: unitName ? unitName.slice(0, longest) : null }
}
export const targetsOf = (text: string) => linesOf(text).map(targetOf).filter(({ name }) => name !== '')

export const endedStates: readonly string[] = ['settled', 'closed', 'withdrawn']
