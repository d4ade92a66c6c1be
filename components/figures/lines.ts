import { shownMeasures, type ShownMeasure } from '@/lib/figures/schema'

/** As a line travels: a name, its numbers in the order of `shownMeasures`, and the address of its letters, which wants only the measure. */
export type Line = { readonly key: string; readonly name: string; readonly href: string; readonly numbers: readonly number[] }

export const countOf = ({ numbers }: Line, measure: ShownMeasure): number => numbers[shownMeasures.indexOf(measure)]!
