import { expect, test } from 'vitest'
import { shippedCalendar } from '@/lib/engine/deadlines/calendar'
import { workingMoment } from '@/lib/engine/notices/hours'
import { mayReach, targetFault } from '@/lib/platform/webhook'

test('a webhook reaches public addresses; private ones only where the operator named the host; where clouds keep secrets never', () => {
  const inside = ['127.0.0.1', '10.0.0.8', '172.20.1.1', '192.168.1.1', '100.64.3.2', '::1', 'fd12::1', '::ffff:10.0.0.8']
  const never = ['169.254.169.254', '::ffff:169.254.169.254', '0.0.0.0', 'fe80::1', 'fd00:ec2::254', '224.0.0.1', '::', '::ffff:a9fe:a9fe']
  expect([...inside, ...never].filter((address) => mayReach(address, false))).toEqual([])
  expect(never.filter((address) => mayReach(address, true))).toEqual([])
  expect(inside.filter((address) => !mayReach(address, true))).toEqual([])
  expect(['8.8.8.8', '2400:3200::1', '::ffff:8.8.8.8'].filter((address) => !mayReach(address, false))).toEqual([])
})

test('a webhook wants TLS and carries no password in its address', () => {
  const fault = (address: string, allowed = false) => targetFault(new URL(address), allowed)
  expect(fault('https://sms.example.invalid/in')).toBeNull()
  expect(fault('http://sms.example.invalid/in')).toBe('notHttps')
  expect(fault('http://sms.example.invalid/in', true)).toBeNull()
  expect(fault('https://user:word@sms.example.invalid/in', true)).toBe('credentialsInAddress')
  expect(fault('https://10.1.2.3/in')).toBe('addressNotAllowed')
  expect(fault('https://[::1]/in')).toBe('addressNotAllowed')
  expect(fault('https://169.254.169.254/latest', true)).toBe('addressNotAllowed')
})

test('outside reminders keep to working hours, over weekends, holidays and shifted days', () => {
  const hours = { fromHour: 8, untilHour: 18 }
  const next = (moment: string) => workingMoment(new Date(`${moment}+08:00`), shippedCalendar, hours).toISOString()
  const at = (moment: string) => new Date(`${moment}+08:00`).toISOString()
  expect(next('2026-05-20T09:30:00')).toBe(at('2026-05-20T09:30:00'))
  expect(next('2026-05-20T05:00:00')).toBe(at('2026-05-20T08:00:00'))
  expect(next('2026-05-20T18:00:00')).toBe(at('2026-05-21T08:00:00'))
  expect(next('2026-09-30T20:00:00')).toBe(at('2026-10-08T08:00:00'))
})
