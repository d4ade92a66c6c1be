import type { Counts } from '@/lib/figures/schema'
import type { LocalDate } from '@/lib/platform/clock'
import { defaultLocale, translator } from '@/lib/platform/i18n'
import type { Tally } from './rules/tally'
import type { AgendaItem } from './schema/meeting'

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

const words = () => translator(defaultLocale, 'meetings')

type Drafted = {
  readonly place: string
  readonly from: LocalDate
  readonly to: LocalDate
  readonly counts: Counts
  readonly previous: Tally | null
  readonly gathered: readonly Pick<AgendaItem, 'source'>[]
}

/** The text the work report begins with; the desks write it on. */
export function draftedReport({ place, from, to, counts, previous, gathered }: Drafted): string {
  const of = (...sources: string[]) => gathered.filter(({ source }) => sources.includes(source)).length
  const { total, done, overdue: late } = previous ?? { total: 0, done: 0, overdue: 0 }
  return words()('drafted.report', {
    place, from, to, received: counts.received, replied: counts.replied, rectified: counts.rectified, overdue: counts.overdue, total, done, late,
    issues: of('issue'), matters: of('undertaking', 'letter'), proposals: of('proposal'), waiting: of('overdue'),
  })
}

/** What a meeting is called that prepares itself. */
export const preparedTitle = (kind: string, from: LocalDate, to: LocalDate): string =>
  words()('drafted.title', { kind: translator(defaultLocale, 'meeting')(`values.kind.${kind}`), from, to })
