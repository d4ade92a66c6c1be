import { canonicalJson } from '@/lib/platform/canonical'
import type { LocalDate } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { listOver, listProvisional, type ClockRow, recountRow, storeRecount } from './clock-row'
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
  return recountAll(tx, {
    list: (after) => listProvisional(tx, after, pageSize), concerns: (row) => awaits(row, year), detail: { year }, actorId,
  })
}

/** Counts anew what ran over a day whose nature was corrected; a clock that comes out the same keeps its history. */
export async function recountDay(tx: Tx, day: LocalDate, actorId?: string): Promise<Recounted[]> {
  return recountAll(tx, {
    list: (after) => listOver(tx, day, after, pageSize), changes: (row, columns) => !isSame(row, columns), detail: { day }, actorId,
  })
}

type Columns = ReturnType<typeof recountRow>
type Sweep = {
  readonly list: (after: string | null) => Promise<ClockRow[]>
  readonly concerns?: (row: ClockRow) => boolean
  readonly changes?: (row: ClockRow, columns: Columns) => boolean
  readonly detail: Readonly<Record<string, unknown>>
  readonly actorId: string | undefined
}

async function recountAll(tx: Tx, { list, concerns, changes, detail, actorId }: Sweep): Promise<Recounted[]> {
  const calendar = await loadCalendar(tx)
  const moved: Recounted[] = []
  for (let page = await list(null); page.length > 0; ) {
    for (const row of page) {
      if (concerns && !concerns(row)) continue
      const columns = recountRow(row, calendar)
      if (changes && !changes(row, columns)) continue
      const ends = await storeRecount(tx, row, columns, { detail, ...(actorId ? { actorId } : {}) })
      if (ends.before !== ends.after) moved.push({ deadlineId: row.id, ...ends, duty: row.duty, subject: { type: row.subjectType, id: row.subjectId } })
    }
    page = page.length < pageSize ? [] : await list(page.at(-1)!.id)
  }
  return moved
}

const awaits = (row: ClockRow, year: number): boolean =>
  explanationSchema.parse(row.explanation).warnings.some(({ code, params }) => code === 'provisional' && params.year === year)

const isSame = (row: ClockRow, columns: Columns): boolean =>
  row.endOn.getTime() === columns.endOn.getTime() && canonicalJson(row.explanation) === canonicalJson(columns.explanation)
