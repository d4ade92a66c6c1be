import { type ClockDates, phaseOf, dayOf } from '@/lib/engine/deadlines/phase'
import type { LocalDate } from '@/lib/platform/clock'
import type { Translate } from '@/lib/platform/i18n'
import type { Cell, Sheet } from '@/lib/platform/sheet'

/** What the person narrowed the list by, in the words of the page. */
export type Narrowed = readonly (readonly [label: string, value: string])[]

export type Exported = {
  /** As the page is called. */
  readonly title: string
  readonly sheets: readonly Sheet[]
  readonly narrowed: Narrowed
  /** More rows match than a file holds. */
  readonly capped: boolean
}

export type Words = (namespace: string) => Translate

type Column<Row> = readonly [head: string, cell: (row: Row) => Cell]

export const sheetOf = <Row>(name: string, rows: readonly Row[], columns: readonly Column<Row>[]): Sheet => ({
  name, head: columns.map(([head]) => head), rows: rows.map((row) => columns.map(([, cell]) => cell(row))),
})

/** A condition that was set, in words. */
export const condition = (label: string, value: string | undefined, words: (value: string) => string = (text) => text): Narrowed =>
  value === undefined || value === '' ? [] : [[label, words(value)]]

/** A clock in two cells: its date and how it stands on that day. */
export const dueOn = (clock: ClockDates | null): Cell => clock && dayOf(clock.endOn)
export const phaseWord = (clock: ClockDates | null, today: LocalDate, t: Translate): Cell => clock && t(`phase.${phaseOf(clock, today)}`)
