import { describe, expect, test } from 'vitest'
import { initialPassword, passwordFault } from '@/lib/identity/rules'

const fault = (password: string, current?: string) => passwordFault(password, { login: 'liyuan.prosecutor', current })

describe('a password', () => {
  test.each(['hedgehog tin moon 7', '澧水东流一百二十里尚有余', 'Kq7-vv2-plum-Terrace', 'x9!Lm2#Qp7$Zr4'])('may be %s', (password) => {
    expect(fault(password)).toBeNull()
  })

  test.each([
    ['elevenchars', 'tooShort'],
    ['x'.repeat(64) + 'abcdefg9'.repeat(9), 'tooLong'],
    ['password12345', 'obvious'],
    ['Password@123456', 'obvious'],
    ['qwertyuiop123456', 'obvious'],
    ['aaaaaaaaaaaaaaaa', 'obvious'],
    ['abcdefghijklmnop', 'obvious'],
    ['987654321098', 'obvious'],
    ['Gongyi123456', 'obvious'],
    ['liyuan.prosecutor1', 'ownName'],
  ] as const)('may not be %s', (password, expected) => {
    expect(fault(password)).toBe(expected)
  })

  test('is another than before', () => {
    expect(fault('hedgehog tin moon 7', 'hedgehog tin moon 7')).toBe('same')
  })
})

describe('the first password', () => {
  test('is the same for the same version, another for the next, for others and under another secret', () => {
    const one = initialPassword('secret', 'a', 1)
    expect(initialPassword('secret', 'a', 1)).toBe(one)
    expect(new Set([one, initialPassword('secret', 'a', 2), initialPassword('secret', 'b', 1), initialPassword('other', 'a', 1)]).size).toBe(4)
  })

  test('can be read out over the telephone and would pass as a password', () => {
    for (let version = 1; version < 200; version += 1) {
      const password = initialPassword('secret', 'a', version)
      expect(password).toMatch(/^([a-hj-km-np-z2-9]{4}-){3}[a-hj-km-np-z2-9]{4}$/)
      expect(fault(password)).toBeNull()
    }
  })
})
