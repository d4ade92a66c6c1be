/** A day in law, `YYYY-MM-DD`, always of Asia/Shanghai. */
export type LocalDate = string

export const zone = 'Asia/Shanghai'

let held: Date | null = null
let offsetOf: (() => number) | undefined

/** True where a test moved the clock; the health report shows it. */
export const clockMoved = () => held !== null || offset() !== 0

export function now(): Date {
  return held ? new Date(held) : new Date(Date.now() + offset())
}

export const today = (): LocalDate => localDay(now())

/** The day in Shanghai on which this moment falls. */
export function localDay(moment: Date): LocalDate {
  return dayFormat.format(moment)
}

/** A moment as people read it, in Shanghai: `2026-11-22 14:50`. */
export const localMinute = (moment: Date): string => minuteFormat.format(moment)

/** The first moment of a day in Shanghai, which keeps no summer time. */
export const startOfDay = (day: LocalDate): Date => new Date(`${day}T00:00:00+08:00`)

/** A law day as the database's `date` column wants it, and back. */
export const dateColumn = (day: LocalDate): Date => new Date(`${day}T00:00:00Z`)
export const localDate = (column: Date): LocalDate => column.toISOString().slice(0, 10)

/**
 * Holds the clock at a moment, for the demo's story and for tests. Only a process that said so beforehand
 * (`GONGYI_CLOCK=movable`) may: a served system never does.
 */
export function holdClock(moment: Date | null): void {
  if (process.env.GONGYI_CLOCK !== 'movable') throw new Error('the clock of this process does not move')
  held = moment
}

const dayFormat = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' })

const minuteFormat = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' })

// A served test system reads its offset in milliseconds from a file, so that web and worker move together.
function offset(): number {
  offsetOf ??= movableByFile()
  return offsetOf()
}

function movableByFile(): () => number {
  const file = process.env.GONGYI_TEST_CLOCK
  if (!file) return () => 0
  const database = new URL(process.env.DATABASE_URL ?? 'postgresql://none/none').pathname.slice(1)
  if (!database.startsWith('gongyi_test')) throw new Error('GONGYI_TEST_CLOCK works only with a throw-away test database')
  // Not imported: input schemas use this file in the browser too.
  const { readFileSync } = process.getBuiltinModule('node:fs')
  return () => {
    try {
      return Number(readFileSync(file, 'utf8')) || 0
    } catch {
      return 0
    }
  }
}
