import { expect, test } from 'vitest'
import { addressOf } from '@/lib/platform/source-address'

test('what a client says about its address counts only behind proxies of our own', () => {
  expect(addressOf('1.2.3.4', '10.0.0.9', 0)).toBe('10.0.0.9')
  expect(addressOf('6.6.6.6, 1.2.3.4', '10.0.0.9', 1)).toBe('1.2.3.4')
  expect(addressOf('6.6.6.6, 1.2.3.4, 10.0.0.1', '10.0.0.9', 2)).toBe('1.2.3.4')
  expect(addressOf(undefined, '::ffff:10.0.0.9', 1)).toBe('10.0.0.9')
  expect(addressOf(['6.6.6.6', '1.2.3.4'], undefined, 1)).toBe('1.2.3.4')
  expect(addressOf(undefined, undefined, 0)).toBe('unknown')
})
