import type { PaperData } from '@/lib/engine/papers/values'
import { localDate, type LocalDate } from '@/lib/platform/clock'
import { readDetails } from '@/lib/platform/details'
import { defaultLocale, translator } from '@/lib/platform/i18n'
import { kindOf } from './rules/kinds'
import { cycleOf, daysOf, readCounts, reportedFigures } from './rules/period'

/** Papers are Chinese in every language. */
const kinds = () => translator(defaultLocale, 'bulletinKinds')
export const bulletinName = (kind: string): string => kinds()(`${kind}.name`)

type Row = {
  readonly kind: string
  readonly title: string
  readonly content: string
  readonly details: unknown
  readonly period: string | null
  readonly figures: unknown
  readonly figuresOn: Date | null
  readonly approver: string | null
}
type Around = {
  readonly addressees: readonly string[]
  readonly cases: readonly string[]
  readonly lines: readonly { readonly title: string; readonly owner: string; readonly dueOn: LocalDate }[]
}

export function bulletinPaper(row: Row, { addressees, cases, lines }: Around): PaperData {
  const { fields } = kindOf(row.kind)
  const [words, given, counts] = [kinds(), readDetails(row.details), readCounts(row.figures)]
  return {
    kindName: bulletinName(row.kind), title: row.title, addressees: addressees.join('、'), content: row.content,
    details: fields.flatMap(({ key, input }) => (given[key]
      ? [{ label: words(`${row.kind}.fields.${key}.label`), value: input === 'choice' ? words(`${row.kind}.fields.${key}.values.${given[key]}`) : given[key] }] : [])),
    ...(counts && row.period && row.figuresOn ? { ...daysOfPaper(row.period), figuresOn: localDate(row.figuresOn), figures: figureLines(counts) } : {}),
    cases: [...cases], lines: lines.map((line) => ({ ...line })), approver: row.approver ?? undefined,
  }
}

const daysOfPaper = (period: string) => {
  const { from, to } = daysOf(period)
  return { periodFrom: from, periodTo: to }
}

function figureLines(counts: Parameters<typeof reportedFigures>[0]) {
  const figures = translator(defaultLocale, 'figures')
  const room = translator(defaultLocale, 'bulletins')
  return reportedFigures(counts).map(({ key, value, of }) => ({ label: figures(`measure.${key}`), value: of === null ? room('count', { value }) : room('countOf', { value, of }) }))
}

/** The text a report of this period begins with; whoever drafts it writes it on. */
export function draftedText(kind: string, period: string, counts: Parameters<typeof reportedFigures>[0], place: string): { title: string; content: string } {
  const texts = translator(defaultLocale, 'bulletinKinds')
  const room = translator(defaultLocale, 'bulletins')
  const said = (day: LocalDate) => room('day', { year: day.slice(0, 4), month: Number(day.slice(5, 7)), date: Number(day.slice(8)) })
  const { from, to } = daysOf(period)
  const name = room(cycleOf(period), { year: period.slice(0, 4), part: period.slice(5) })
  return {
    title: texts(`${kind}.drafted.title`, { place, period: name }),
    content: texts(`${kind}.drafted.content`, { place, from: said(from), to: said(to), ...counts }),
  }
}
