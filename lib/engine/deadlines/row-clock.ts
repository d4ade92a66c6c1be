import type { LocalDate } from '@/lib/platform/clock'
import { Prisma } from '@/prisma/generated/client'

/** A clock as a row of a list carries it. */
export type RowClock = {
  readonly ruleKey: string
  readonly status: string
  readonly triggeredOn: LocalDate
  readonly endOn: LocalDate
  readonly satisfiedOn: LocalDate | null
  readonly provisional: boolean
}

const jsonOf = (table: 'deadline' | 'd') => Prisma.raw(`json_build_object('ruleKey', ${table}.rule_key, 'status', ${table}.status,
  'triggeredOn', ${table}.triggered_on, 'endOn', ${table}.end_on, 'satisfiedOn', ${table}.satisfied_on, 'provisional', ${table}.provisional)`)

/** The same out of a read of `deadline`. */
export const clockJson = jsonOf('deadline')

/** The same where `deadline` is joined as `d`. */
export const joinedClockJson = jsonOf('d')
