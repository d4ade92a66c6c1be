import { shippedCalendar } from '@/lib/engine/deadlines/calendar'
import { countRule } from '@/lib/engine/deadlines/count-rule'
import { explainCount } from '@/lib/engine/deadlines/explanation'
import { addDays } from '@/lib/engine/deadlines/local-date'
import { requireRule } from '@/lib/engine/deadlines/rules'
import { searchLexemes } from '@/lib/platform/search'
import { idAt } from './ground'

/** The data ends on this day, whenever it is made. */
export const lastDay = '2026-11-20'
const days = 730

export const momentOf = (index: number, total: number): number => {
  const first = Date.parse(`${addDays(lastDay, -days)}T00:00:00Z`)
  return Math.floor(first + ((index + 0.5) / total) * days * 86_400_000)
}

export const dayOf = (moment: number): string => new Date(moment).toISOString().slice(0, 10)
export const stamp = (moment: number): string => new Date(moment).toISOString()

/** As the tsvector's own text form: quoted, so that any lexeme is taken as it stands. */
export const searchOf = (texts: readonly string[], audience: readonly string[]): string =>
  searchLexemes(texts, audience).map((lexeme) => `'${lexeme.replaceAll("'", "''")}'`).join(' ')

const counted = new Map<string, { rule: number; raw: string; end: string; due: string; provisional: boolean; basis: string; explanation: string }>()

function countOf(rule: string, trigger: string) {
  const key = `${rule} ${trigger}`
  const known = counted.get(key)
  if (known) return known
  const version = requireRule(rule, trigger)
  const count = countRule(version, trigger, shippedCalendar)
  const made = {
    rule: version.version, raw: count.rawEnd, end: count.end, due: new Date(count.dueAt).toISOString(), provisional: count.provisional,
    basis: JSON.stringify(version.basis), explanation: JSON.stringify(explainCount(version, count, shippedCalendar)),
  }
  counted.set(key, made)
  return made
}

export const deadlineColumns = [
  'id', 'region_code', 'rule_key', 'rule_version', 'duty', 'subject_type', 'subject_id', 'subject_title', 'owed_by_unit_id', 'owed_to_unit_id',
  'triggered_on', 'raw_end_on', 'end_on', 'due_at', 'provisional', 'status', 'satisfied_on', 'satisfied_at', 'basis', 'explanation', 'audience',
  'version', 'created_at',
]

type Clock = {
  readonly index: number; readonly kind: number; readonly region: string; readonly rule: string; readonly duty: string
  readonly type: string; readonly subjectId: string; readonly title: string; readonly by: string; readonly to: string | null
  readonly moment: number; readonly state: 'running' | 'satisfied' | 'cancelled'; readonly audience: readonly string[]
}

/** One clock as the runner would have started it, counted by the same function. */
export function clockRow(clock: Clock): { id: string; row: unknown[]; event: unknown[] } {
  const { moment } = clock
  const trigger = dayOf(moment)
  const count = countOf(clock.rule, trigger)
  const id = idAt(moment, clock.kind, clock.index)
  const done = clock.state === 'satisfied' ? addDays(count.end, -2) : null
  return {
    id,
    row: [
      id, clock.region, clock.rule, count.rule, clock.duty, clock.type, clock.subjectId, clock.title, clock.by, clock.to, trigger, count.raw, count.end,
      count.due, count.provisional, clock.state, done, done && `${done}T02:00:00Z`, count.basis, count.explanation,
      clock.audience, clock.state === 'running' ? 1 : 2, stamp(moment),
    ],
    event: [idAt(moment, clock.kind + 1, clock.index), id, 'start', trigger, `{"end":"${count.end}","version":1}`, count.basis, null, null, stamp(moment)],
  }
}

export const eventColumns = ['id', 'deadline_id', 'verb', 'on_date', 'detail', 'basis', 'actor_id', 'approver_id', 'at']
