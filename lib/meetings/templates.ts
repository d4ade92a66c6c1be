import type { LocalDate } from '@/lib/platform/clock'
import type { Tally } from './rules/tally'

type Minutes = {
  readonly title: string
  readonly heldOn: LocalDate
  readonly startsAt: string | null
  readonly place: string
  readonly host: string
  readonly recorder: string
  readonly present: readonly string[]
  readonly absent: readonly string[]
  readonly previous: Tally | null
  readonly agenda: readonly string[]
  readonly summary: string
  readonly resolutions: readonly { readonly text: string; readonly unit: string | undefined; readonly dueOn: string | undefined }[]
}

export const meetingMinutes = ({ startsAt, previous, present, absent, agenda, resolutions, ...facts }: Minutes) => ({
  ...facts, startsAt: startsAt ?? undefined, present: [...present], absent: [...absent], agenda: [...agenda], resolutions: resolutions.map((each) => ({ ...each })),
  ...(previous ? { previousTotal: previous.total, previousDone: previous.done, previousOverdue: previous.overdue } : {}),
})
