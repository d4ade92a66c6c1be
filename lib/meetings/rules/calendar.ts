import type { LocalDate } from '@/lib/platform/clock'

export type CalendarEvent = {
  readonly id: string
  readonly title: string
  readonly place: string
  readonly day: LocalDate
  /** `HH:MM` in Shanghai. */
  readonly startsAt: string
  readonly endsAt: string | null
  readonly cancelled: boolean
  readonly version: number
  readonly changedAt: Date
}

/** In UTC, so that no calendar needs to know our zone; Shanghai keeps no summer time. */
const stamp = (moment: Date) => `${moment.toISOString().replaceAll(/[-:]/g, '').slice(0, 15)}Z`
const momentOf = (day: LocalDate, time: string) => stamp(new Date(`${day}T${time}:00+08:00`))

const escaped = (text: string) => text.replaceAll(/[\\;,]/g, (sign) => `\\${sign}`).replaceAll(/\r?\n/g, '\\n')

const most = 75

/** RFC 5545, 3.1: no line longer than 75 octets, and no sign of Chinese torn in two. */
function folded(line: string): string {
  const lines: string[] = ['']
  let octets = 0
  for (const sign of line) {
    const size = Buffer.byteLength(sign)
    if (octets + size > most) {
      lines.push(' ')
      octets = 1
    }
    lines[lines.length - 1] += sign
    octets += size
  }
  return lines.join('\r\n')
}

/** Title, time and place: nothing of what is discussed leaves the platform. */
const eventLines = ({ id, title, place, day, startsAt, endsAt, cancelled, version, changedAt }: CalendarEvent): string[] => [
  'BEGIN:VEVENT', `UID:${id}@gongyi`, `DTSTAMP:${stamp(changedAt)}`, `LAST-MODIFIED:${stamp(changedAt)}`, `SEQUENCE:${version}`, `DTSTART:${momentOf(day, startsAt)}`,
  ...(endsAt && endsAt > startsAt ? [`DTEND:${momentOf(day, endsAt)}`] : []), `SUMMARY:${escaped(title)}`, `LOCATION:${escaped(place)}`, `STATUS:${cancelled ? 'CANCELLED' : 'CONFIRMED'}`, 'END:VEVENT',
]

export function calendarText(name: string, events: readonly CalendarEvent[]): string {
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Gongyi//Meetings//ZH', 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH', `X-WR-CALNAME:${escaped(name)}`, ...events.flatMap(eventLines), 'END:VCALENDAR']
  return `${lines.map(folded).join('\r\n')}\r\n`
}
