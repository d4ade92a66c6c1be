import { figuresFor } from '@/lib/figures/data/figures'
import { percentOf } from '@/lib/figures/rules'
import { type Counts, type Figure, figures, measures } from '@/lib/figures/schema'
import type { Actor } from '@/lib/platform/scope'
import { condition, type Exported, sheetOf, type Words } from '../rules'

type Line = { readonly name: string; readonly counts: Counts }

/** The figures with their definitions, and each table of the page with every count it could open. */
export async function figuresExport(actor: Actor, query: Readonly<Record<string, string | undefined>>, words: Words): Promise<Exported> {
  const view = await figuresFor(actor, query)
  const [t, domain] = [words('figures'), words('domains')]
  const { total, filter, period, names } = view
  const percent = (figure: Figure) => figure.rate ? percentOf(total[figure.rate[0]], total[figure.rate[1]]) : null
  const excluded = (figure: Figure) => (figure.excluded ?? []).filter((key) => total[key] > 0).map((key) => `${t(`measure.${key}`)} ${total[key]}`).join(' ')
  const table = (name: string, head: string, lines: readonly Line[]) => sheetOf(name, lines, [
    [head, (line) => line.name], ...measures.map((measure) => [t(`measure.${measure}`), ({ counts }: Line) => counts[measure]] as const),
  ])
  return {
    title: t('title'), capped: false,
    narrowed: [
      ['', period ? t('period', period) : t('wholePeriod')], ['', t('asOf', { today: view.today })],
      ...condition(t('filter.agency'), filter.agency, (id) => names[id] ?? '—'), ...condition(t('filter.domain'), filter.domain, domain),
      ...(view.compares ? [] : condition(t('filter.agency'), view.unitName)),
    ],
    sheets: [
      sheetOf<Figure>(t('sheet.figures'), figures, [
        [t('sheet.figure'), ({ key }) => t(`measure.${key}`)], [t('sheet.count'), ({ key }) => total[key]],
        [t('sheet.rate'), (figure) => { const share = percent(figure); return share === null ? null : `${share}%` }],
        [t('sheet.of'), ({ rate }) => (rate ? total[rate[0]] : null)], [t('sheet.all'), ({ rate }) => (rate ? total[rate[1]] : null)],
        [t('sheet.pending'), ({ pending }) => (pending ? total[pending] : null)], [t('sheet.excluded'), excluded],
        [t('sheet.definition'), ({ key }) => t(`definition.${key}`)],
      ]),
      ...(view.compares ? [table(t('column.agency'), t('column.agency'), view.byAgency.map(({ key, counts }) => ({ name: names[key] ?? '—', counts })))] : []),
      table(t('column.domain'), t('column.domain'), view.byDomain.map(({ key, counts }) => ({ name: domain(key), counts }))),
      table(t('column.month'), t('column.month'), view.byMonth.map(({ key, counts }) => ({ name: key, counts }))),
    ],
  }
}
