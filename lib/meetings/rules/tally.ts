import type { LocalDate } from '@/lib/platform/clock'

export type TallyRow = { readonly status: string; readonly dueOn: LocalDate; readonly reportedOn: LocalDate | null; readonly answeredOn: LocalDate | null }
export type Tally = { readonly total: number; readonly done: number; readonly overdue: number }

/** 上次 12 项，完成 9 项，超期 2 项: how the tasks of the last meeting stand on a day; those taken back are none. */
export function tallyOf(rows: readonly TallyRow[], day: LocalDate): Tally {
  const counted = rows.filter(({ status }) => status !== 'cancelled')
  const isDone = ({ status, answeredOn }: TallyRow) => status === 'confirmed' && answeredOn !== null && answeredOn <= day
  const isLate = (row: TallyRow) => !isDone(row) && row.dueOn < day && (row.reportedOn === null || row.reportedOn > day || row.status === 'open')
  return { total: counted.length, done: counted.filter(isDone).length, overdue: counted.filter(isLate).length }
}
