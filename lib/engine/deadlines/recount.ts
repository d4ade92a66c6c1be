import type { Tx } from '@/lib/platform/db'
import { listProvisional, type ClockRow, recountRow, storeRecount } from './clock-row'
import { explanationSchema } from './explanation'
import { loadCalendar } from './overlay'

export type Recounted = {
  readonly deadlineId: string
  readonly before: string
  readonly after: string
  readonly duty: string
  readonly subject: { readonly type: string; readonly id: string }
}

const pageSize = 500

/**
 * Counts anew what waited for this year's arrangement, and reports the ends that moved. Satisfied clocks too: whether
 * they were in time follows from the end. Clocks that start at a moved end are shifted by whoever reads the report.
 */
export async function recountProvisional(tx: Tx, year: number, actorId?: string): Promise<Recounted[]> {
  const calendar = await loadCalendar(tx)
  const moved: Recounted[] = []
  for (let page = await listProvisional(tx, null, pageSize); page.length > 0; ) {
    for (const row of page.filter((candidate) => awaits(candidate, year))) {
      const columns = recountRow(row, calendar)
      const ends = await storeRecount(tx, row, columns, { detail: { year }, ...(actorId ? { actorId } : {}) })
      if (ends.before !== ends.after) moved.push({ deadlineId: row.id, ...ends, duty: row.duty, subject: { type: row.subjectType, id: row.subjectId } })
    }
    page = page.length < pageSize ? [] : await listProvisional(tx, page.at(-1)!.id, pageSize)
  }
  return moved
}

const awaits = (row: ClockRow, year: number): boolean =>
  explanationSchema.parse(row.explanation).warnings.some(({ code, params }) => code === 'provisional' && params.year === year)
