import { testDatabase } from '@/tests/support/database'

// A stage for the demo's player: its people, and a clock that gives every step a moment of its own.
await testDatabase('fixture')
const { holdClock } = await import('@/lib/platform/clock')
const { db } = await import('@/lib/platform/db')
const { act } = await import('@/prisma/seed/play/act')

export { db, holdClock }

let moment = 0

/** Goes on at ten o'clock of this day; never back. */
export function on(day: string): void {
  moment = Math.max(moment, Date.parse(`${day}T10:00:00+08:00`))
  holdClock(new Date(moment))
}

/** What belongs to one step is of one moment, and of no other step's. */
export function next<T>(work: () => Promise<T>): Promise<T> {
  moment += 1000
  holdClock(new Date(moment))
  return work()
}

/** A step as this person takes it, at a moment of its own. */
export const by = (login: string, step: string, id: string | null, input: unknown = {}) => next(() => act(login, step, id, input))
