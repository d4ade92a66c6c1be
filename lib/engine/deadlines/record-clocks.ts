import type { Scope } from '@/lib/platform/scope'
import { columnsOf, read, readAlone, textArray, type Read } from '@/lib/platform/together'
import { type Deadline, Prisma } from '@/prisma/generated/client'
import type { ClockSubject } from './clock-row'

type First = 'oldest' | 'newest'

/** The clocks of a record that this person may watch, in the order they were started. */
export const clocksAbout = (scope: Scope, { type, id }: ClockSubject, first: First = 'oldest'): Read<Deadline> => read(Prisma.sql`
  SELECT ${columnsOf(Prisma.DeadlineScalarFieldEnum, 'd')} FROM deadline d
  WHERE d.subject_type = ${type} AND d.subject_id = ${id}::uuid AND d.audience && ${textArray(scope.tokens)} ORDER BY d.id ${first === 'oldest' ? Prisma.empty : Prisma.sql`DESC`}`)

export const listClocksAbout = (scope: Scope, subject: ClockSubject, first?: First): Promise<Deadline[]> => readAlone(clocksAbout(scope, subject, first))
