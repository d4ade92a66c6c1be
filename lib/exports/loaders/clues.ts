import { listClues } from '@/lib/clues/data/list'
import { clueFilterSchema } from '@/lib/clues/schema'
import { today } from '@/lib/platform/clock'
import { type Actor, scopeOf } from '@/lib/platform/scope'
import { condition, dueOn, type Exported, phaseWord, sheetOf, type Words } from '../rules'
import { mostRows } from '../schema'

export async function clueExport(actor: Actor, query: unknown, words: Words): Promise<Exported> {
  const filter = { ...clueFilterSchema.parse(query), page: 1 }
  const inner = actor.unitKind === 'procuratorate'
  const rows = await listClues(scopeOf(actor), filter, mostRows + 1)
  const [t, x, states, domain, source] = [words('clues'), words('exports'), words('clue.states'), words('domains'), words('clue.values.source')]
  const day = today()
  return {
    title: t('title'), capped: rows.length > mostRows,
    narrowed: [
      ...condition(t('filter.q'), filter.q), ...condition(t('filter.stage'), filter.stage, states), ...condition(t('filter.domain'), filter.domain, domain),
      ...condition(t('filter.source'), filter.source, source), ...condition(t('filter.mine'), filter.mine, () => t('filter.mineOnly')),
      ...condition(t('filter.order'), filter.order, () => t('filter.orderDue')),
    ],
    sheets: [sheetOf(t('title'), rows.slice(0, mostRows), [
      [t('column.number'), ({ number }) => number], [t('column.title'), ({ title }) => title],
      [t(inner ? 'column.sender' : 'column.receiver'), ({ ownFind, otherUnit }) => (inner && ownFind ? t('mark.own') : otherUnit)],
      [t('column.stage'), ({ stage }) => states(stage)], [x('column.dueOn'), ({ clock }) => dueOn(clock)], [x('column.clock'), ({ clock }) => phaseWord(clock, day, x)],
      [t('column.handler'), ({ handler }) => handler], [x('column.domain'), (row) => domain(row.domain)], [x('column.source'), (row) => source(row.source)],
      [x('column.lateDays'), ({ late }) => (late > 0 ? late : null)],
    ])],
  }
}
