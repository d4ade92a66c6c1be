import { shippedCalendar } from '@/lib/engine/deadlines/calendar'
import { addDays } from '@/lib/engine/deadlines/local-date'
import { holdClock, type LocalDate } from '@/lib/platform/clock'

/** When a story goes on. */
export type Moment = { readonly day: LocalDate; readonly time: string }

/** A story tells when it goes on, and takes its steps when that moment has come. */
export type Story<T = void> = AsyncGenerator<Moment, T, void>

export const at = (day: LocalDate, time = '10:00'): Moment => ({ day, time })

const momentOf = ({ day, time }: Moment) => new Date(`${day}T${time}:00+08:00`)

/** The day itself where offices work, else the next one on which they do. */
export function workday(day: LocalDate): LocalDate {
  let found = day
  while (shippedCalendar.dayOf(found).rest) found = addDays(found, 1)
  return found
}

/** So many days later, on a working day. */
export const later = (day: LocalDate, days: number): LocalDate => workday(addDays(day, days))

type Turn = { readonly story: Story; readonly at: Date; readonly order: number }

/**
 * Plays all stories in one order of time, so that numbers and the audit chain come as they would have come. What lies
 * after the end has not happened yet: there the story stands.
 */
export async function playAll(stories: readonly Story[], end: Date): Promise<void> {
  const turns: Turn[] = []
  const ask = async (story: Story, order: number, from: Date | null) => {
    const { done, value } = await story.next()
    if (done) return
    const moment = momentOf(value)
    // Nobody acts in the past: who is late goes on at once.
    turns.push({ story, order, at: from && moment < from ? from : moment })
  }
  try {
    for (const [order, story] of stories.entries()) await ask(story, order, null)
    for (;;) {
      turns.sort((a, b) => a.at.getTime() - b.at.getTime() || a.order - b.order)
      const next = turns.shift()
      if (!next || next.at > end) return
      holdClock(next.at)
      await ask(next.story, next.order, next.at)
    }
  } finally {
    holdClock(null)
  }
}
