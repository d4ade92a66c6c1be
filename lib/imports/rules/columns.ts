import { z } from 'zod'
import facts from '@/facts/roster-import.json'
import type { ImportKind } from '../schema'

const words = z.record(z.string(), z.string())
const byKind = <T extends z.ZodType>(each: T) => z.object({ units: each, people: each, cases: each, powers: each })

/** How columns are headed and values written in a sheet; words of Chinese offices, whatever language the page is in. */
export const { mostRows, mostMebibytes, mostCharacters, columns, examples, kinds, forms, stages, methods, claims, urgency, powerRoleWords, powerKindWords } = z.object({
  mostRows: byKind(z.number()), mostMebibytes: byKind(z.number()), mostCharacters: byKind(z.number()), columns: byKind(words), examples: byKind(words),
  kinds: words, forms: words, stages: words, methods: words, claims: words, urgency: words, powerRoleWords: words, powerKindWords: words,
}).parse(facts)

export const required: Readonly<Record<ImportKind, readonly string[]>> = {
  units: ['name', 'kind'], people: ['unit', 'name', 'post', 'login'],
  cases: [
    'decisionNumber', 'title', 'agency', 'lead', 'domain', 'source', 'place', 'facts', 'harm', 'legalBasis', 'openedOn', 'reason',
  ],
  powers: ['unit', 'domain', 'matter', 'role', 'powers', 'duty', 'basis', 'fromOn'],
}

export const dateColumns: ReadonlySet<string> = new Set(['openedOn', 'decisionServedOn', 'decidedOn', 'sentOn', 'receivedOn', 'filedOn', 'arrivedOn', 'superiorApprovedOn', 'fromOn', 'toOn'])
