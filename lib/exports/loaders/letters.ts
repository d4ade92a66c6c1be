import { phaseOf } from '@/lib/engine/deadlines/phase'
import { localDate, type LocalDate, today } from '@/lib/platform/clock'
import type { Translate } from '@/lib/platform/i18n'
import { type Actor, scopeOf } from '@/lib/platform/scope'
import { type LetterListRow, listLetters } from '@/lib/recommendations/data/list'
import { letterFilterSchema } from '@/lib/recommendations/schema'
import { findUnitNames } from '@/lib/units/data'
import { condition, dueOn, type Exported, phaseWord, sheetOf, type Words } from '../rules'
import { mostRows } from '../schema'

/** The letters with 回复 and 整改 apart, as on the page. */
export async function letterExport(actor: Actor, query: unknown, words: Words): Promise<Exported> {
  const scope = scopeOf(actor)
  const filter = { ...letterFilterSchema.parse(query), page: 1 }
  const rows = await listLetters(scope, filter, mostRows + 1)
  const names = await findUnitNames(scope, filter.agency ? [filter.agency] : [])
  const [t, x, states, domain, figures] = [words('recommendations'), words('exports'), words('recommendation.states'), words('domains'), words('figures')]
  const day = today()
  return {
    title: t('title'), capped: rows.length > mostRows,
    narrowed: [
      ...condition(t('filter.search'), filter.q), ...condition(t('filter.stage'), filter.stage, states), ...condition(t('filter.domain'), filter.domain, domain),
      ...condition(t('column.counterpart'), filter.agency, (id) => names[id] ?? id),
      ...condition(t('column.rectification'), filter.rectified, (value) => t(value === 'yes' ? 'rectification.verified' : 'filter.notRectified')),
      ...condition(t('filter.figure'), filter.figure, (measure) => figures(`measure.${measure}`)), ...condition(t('filter.from'), filter.from),
      ...condition(t('filter.to'), filter.to), ...condition(t('filter.mine'), filter.mine, () => t('filter.mineOnly')),
    ],
    sheets: [sheetOf(t('title'), rows.slice(0, mostRows), [
      [t('column.number'), ({ number }) => number ?? x('column.unnumbered')], [t('column.title'), ({ title }) => title],
      [t('column.counterpart'), ({ otherUnit }) => otherUnit], [t('column.stage'), ({ stage }) => states(stage)],
      [x('column.dueOn'), ({ clock }) => dueOn(clock)], [x('column.clock'), ({ clock }) => phaseWord(clock, day, x)], [t('column.handler'), ({ lead }) => lead],
      [x('column.replyState'), ({ reply }) => replyWord(reply, day, x)], [x('column.repliedOn'), ({ reply }) => reply.on && localDate(reply.on)],
      [x('column.replyRounds'), ({ reply }) => reply.rounds], [x('column.rectification'), (row) => rectifiedWord(row, x)],
      [x('column.metDemands'), ({ rectification }) => rectification.met], [x('column.demands'), ({ rectification }) => rectification.total],
    ])],
  }
}

function replyWord({ received, on, clock }: LetterListRow['reply'], day: LocalDate, x: Translate): string {
  if (!received) return x('reply.notReceived')
  const phase = clock && phaseOf(clock, day)
  if (!on) return x(phase === 'overdue' ? 'reply.overdue' : 'reply.none')
  return x(phase === 'satisfiedLate' ? 'reply.late' : 'reply.inTime')
}

function rectifiedWord({ reply, rectification: { met, total } }: LetterListRow, x: Translate): string {
  if (!reply.received) return x('rectified.notReceived')
  return x(total > 0 && met === total ? 'rectified.yes' : 'rectified.no')
}
