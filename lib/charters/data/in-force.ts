import { dateColumn, type LocalDate } from '@/lib/platform/clock'
import { Prisma } from '@/prisma/generated/client'

/** An obligation `o` that counts on this day, of an opinion `c` in force: its version's days say so, no status does. */
export function inForceOn(on: LocalDate): Prisma.Sql {
  const day = dateColumn(on)
  return Prisma.sql`c.status = 'published' AND c.effective_on <= ${day} AND (c.ends_on IS NULL OR c.ends_on >= ${day}) AND NOT o.dropped`
}
