import { addDays } from '@/lib/engine/deadlines/local-date'
import { unitToken } from '@/lib/platform/scope'
import { type BenchClue, hasCase, isRecent } from './clues'
import { idAt } from './ground'
import { clockRow, dayOf, lastDay, searchOf, stamp } from './rows'
import { phrase, randomOf } from './text'

export const caseColumns = [
  'id', 'region_code', 'number', 'title', 'domain', 'clue_id', 'procuratorate_id', 'agency_id', 'lead_prosecutor_id', 'opened_on', 'place', 'facts', 'harm',
  'entered_on', 'status', 'version', 'audience', 'search', 'created_at', 'updated_at', 'closed_on', 'closing_ground',
]
export const letterColumns = [
  'id', 'region_code', 'number', 'title', 'case_id', 'procuratorate_id', 'agency_id', 'author_id', 'domain', 'source_text', 'harm_facts', 'duty_findings',
  'legal_basis', 'contact', 'copies', 'sent_on', 'received_on', 'first_replied_on', 'rectified_on', 'status', 'version', 'audience', 'search', 'created_at',
  'updated_at',
]
export const demandColumns = ['id', 'recommendation_id', 'ordinal', 'fault', 'basis', 'measure', 'proof_wanted', 'verdict']

export function caseOf(clue: BenchClue) {
  const open = isRecent(clue.moment)
  return { ...clue, clueId: clue.id, id: idAt(clue.moment, 32, clue.index), number: `基准公益案${clue.index}号`, status: open ? 'following' : 'concluded', open }
}
type BenchCase = ReturnType<typeof caseOf>

export function* casesOf(clues: Iterable<BenchClue>): Generator<BenchCase> {
  for (const clue of clues) if (hasCase(clue.index)) yield caseOf(clue)
}

/** Within some months of its opening, and never after the last day. */
function closingOf({ open, index, moment }: BenchCase): readonly [on: string | null, ground: string | null] {
  if (open) return [null, null]
  const next = randomOf(index * 11 + 9)
  const on = addDays(dayOf(moment), 20 + Math.floor(next() * 220))
  return [on < lastDay ? on : lastDay, next() < 0.1 ? 'noIllegality' : next() < 0.3 ? 'interestProtected' : 'dutyPerformed']
}

export function caseRow(given: BenchCase): unknown[] {
  const { place, agency, handler, story, moment, audience, ...each } = given
  return [
    each.id, place.code, each.number, story.title, 'environment', each.clueId, place.office.id, agency.id, handler.id, dayOf(moment), story.place, story.facts,
    story.harm, dayOf(moment), each.status, 2, audience, searchOf([each.number, story.title, story.place, agency.name], audience), stamp(moment), stamp(moment),
    ...closingOf(given),
  ]
}

/** Two letters a case, each with clocks of its own; the first was withdrawn, since only one may run (办案规则 69). */
export function* lettersOf(each: BenchCase) {
  for (const half of [0, 1]) {
    const index = each.index * 2 + half
    const audience = [unitToken(each.place.office.id), unitToken(each.agency.id)]
    yield { ...each, half, index, caseId: each.id, id: idAt(each.moment, 48, index), number: `基准建${index}号`, title: phrase(index + 77, 20), audience, status: half === 0 ? 'withdrawn' : each.open ? 'received' : 'verified', open: half === 1 && each.open }
  }
}
type BenchLetter = ReturnType<typeof lettersOf> extends Generator<infer Letter> ? Letter : never

export function letterRow({ place, agency, handler, moment, ...each }: BenchLetter): unknown[] {
  const day = dayOf(moment)
  const done = each.status === 'verified' ? day : null
  return [
    each.id, place.code, each.number, each.title, each.caseId, place.office.id, agency.id, handler.id, 'environment', each.story.place, each.story.harm,
    each.story.facts, '—', handler.name, [], day, day, done, done, each.status, 2, each.audience,
    searchOf([each.number, each.title, each.story.place, agency.name], each.audience), stamp(moment), stamp(moment),
  ]
}

export const demandRows = ({ id, index, moment, status }: BenchLetter): unknown[][] => [1, 2].map((ordinal) => [
  idAt(moment, 64 + ordinal, index), id, ordinal, phrase(index + ordinal, 40), phrase(index + 9, 20), phrase(index + 5, 30), phrase(index + 6, 12), status === 'verified' ? 'met' : 'unchecked',
])

export const letterClocks = ({ id, index, place, agency, title, moment, open, status, audience }: BenchLetter) =>
  (['recommendation.reply', 'recommendation.perform'] as const).map((duty, at) => clockRow({
    index, kind: 80 + at * 2, region: place.code, rule: 'agency_perform_reply', duty, type: 'recommendation', subjectId: id, title, by: agency.id,
    to: place.office.id, moment, audience,
    state: open ? 'running' : status === 'withdrawn' ? 'cancelled' : 'satisfied',
  }))
