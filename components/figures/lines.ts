import type { Measure } from '@/lib/figures/schema'

/** What is told of each agency, domain and month. Here, because it goes to the browser, where no schema goes. */
export const shownMeasures = ['received', 'replied', 'inTimeOfDue', 'replyDue', 'rectified', 'rectifiedOfDue', 'performDue', 'overdue', 'overdueUnrectified', 'relapsed'] as const satisfies readonly Measure[]
type ShownMeasure = (typeof shownMeasures)[number]

/** As a line travels: a name, its numbers in the order of `shownMeasures`, and the address of its letters, which wants only the measure. */
export type Line = { readonly key: string; readonly name: string; readonly href: string; readonly numbers: readonly number[] }

export const countOf = ({ numbers }: Line, measure: ShownMeasure): number => numbers[shownMeasures.indexOf(measure)]!
