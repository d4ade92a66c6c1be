import { describe, expect, test } from 'vitest'
import { calendarText, type CalendarEvent } from '@/lib/meetings/rules/calendar'
import { tallyOf } from '@/lib/meetings/rules/tally'

/** As much of the foreign parser (ical.js) as is used here. */
type Component = { getAllSubcomponents(name: string): Component[]; getFirstPropertyValue(name: string): { toString(): string; toJSDate(): Date } | string | null }
type Parser = { readonly default: { parse(text: string): unknown; Component: new (parsed: unknown) => Component } }
const parser = 'ical.js'

const event: CalendarEvent = {
  id: '01930000-0000-7000-8000-000000000001', title: '行政公益诉讼联席会议；河道、排口, 与“复堆”\\问题研究，各成员单位分管负责人参加并通报整改落实情况', place: '区检察院三楼会议室, 东侧;靠窗', day: '2026-11-25',
  startsAt: '09:30', endsAt: '11:45', cancelled: false, version: 3, changedAt: new Date('2026-11-22T02:00:00Z'),
}

test('a calendar is what a foreign parser reads: signs escaped, lines folded, moments in Shanghai', async () => {
  const { default: ical } = (await import(/* @vite-ignore */ parser)) as Parser
  const text = calendarText('联席会议', [event, { ...event, id: '01930000-0000-7000-8000-000000000002', endsAt: null, cancelled: true }])
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  expect(text.split('\r\n').some((line) => line.startsWith(' '))).toBe(true)
  expect(text).not.toMatch(/[^\r]\n/)
  const [first, second] = new ical.Component(ical.parse(text)).getAllSubcomponents('vevent')
  const of = (component: Component, name: string) => component.getFirstPropertyValue(name)
  expect([of(first!, 'summary'), of(first!, 'location'), of(first!, 'status'), of(first!, 'uid')]).toEqual([event.title, event.place, 'CONFIRMED', `${event.id}@gongyi`])
  const moment = (component: Component, name: string) => (of(component, name) as { toJSDate(): Date }).toJSDate().toISOString()
  expect([moment(first!, 'dtstart'), moment(first!, 'dtend')]).toEqual(['2026-11-25T01:30:00.000Z', '2026-11-25T03:45:00.000Z'])
  expect([of(second!, 'status'), of(second!, 'dtend')]).toEqual(['CANCELLED', null])
})

describe('上次 N 项，完成 N 项，超期 N 项', () => {
  const row = { status: 'open', dueOn: '2026-04-30', reportedOn: null, answeredOn: null }
  test('as the tasks stood on that day', () => {
    const rows = [row, { ...row, status: 'confirmed', reportedOn: '2026-04-20', answeredOn: '2026-05-10' }, { ...row, status: 'reported', reportedOn: '2026-04-29' }, { ...row, status: 'cancelled' }]
    expect(tallyOf(rows, '2026-04-30')).toEqual({ total: 3, done: 0, overdue: 0 })
    expect(tallyOf(rows, '2026-05-01')).toEqual({ total: 3, done: 0, overdue: 1 })
    expect(tallyOf(rows, '2026-05-10')).toEqual({ total: 3, done: 1, overdue: 1 })
  })
})
