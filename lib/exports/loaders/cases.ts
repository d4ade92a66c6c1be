import { type CaseListRow, listCases } from '@/lib/cases/data/list'
import { listsByHarm, ordersByHarm } from '@/lib/cases/policy'
import { caseFilterSchema } from '@/lib/cases/schema'
import { harmLevel } from '@/lib/clues/rules/harm'
import { today } from '@/lib/platform/clock'
import { type Actor, scopeOf } from '@/lib/platform/scope'
import { findUnitNames } from '@/lib/units/data'
import { condition, dueOn, type Exported, phaseWord, sheetOf, type Words } from '../rules'
import { mostRows } from '../schema'

export async function caseExport(actor: Actor, query: unknown, words: Words): Promise<Exported> {
  const scope = scopeOf(actor)
  const filter = { ...caseFilterSchema.parse(query), page: 1 }
  const byHarm = listsByHarm(actor, filter)
  const rows = await listCases(scope, { ...filter, byHarm }, mostRows + 1)
  const names = await findUnitNames(scope, filter.agency ? [filter.agency] : [])
  const [t, x, states, domain] = [words('cases.list'), words('exports'), words('case.states'), words('domains')]
  const harm = words('harm.levels')
  const day = today()
  return {
    title: t('title'), capped: rows.length > mostRows,
    narrowed: [
      ...condition(t('words'), filter.q), ...condition(t('stage'), filter.stage, states), ...condition(t('domain'), filter.domain, domain),
      ...condition(t('agency'), filter.agency, (id) => names[id] ?? id), ...condition(t('mine'), filter.mine, () => t('mineOnly')), ...condition(t('harm'), filter.harm, (key) => (key === 'unweighed' ? t('harmUnweighed') : harm(key))),
      ...condition(t('order'), byHarm ? 'harm' : undefined, () => t('orderHarm')),
    ],
    sheets: [sheetOf(t('title'), rows.slice(0, mostRows), [
      [t('number'), ({ number }) => number], [t('name'), ({ title }) => title], [t('other'), ({ otherUnit }) => otherUnit], [t('stage'), ({ stage }) => states(stage)],
      [x('column.dueOn'), ({ clock }) => dueOn(clock)], [x('column.clock'), ({ clock }) => phaseWord(clock, day, x)], [t('handler'), ({ lead }) => lead],
      ...(ordersByHarm(actor) ? [[t('harm'), (row: CaseListRow) => (row.harmScore === null ? t('harmUnweighed') : harm(harmLevel(row.harmScore)))] as const] : []),
      [x('column.domain'), (row) => domain(row.domain)],
    ])],
  }
}
