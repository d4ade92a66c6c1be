import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { safePath } from '@/lib/platform/safe-path'

describe('where sign-in leads', () => {
  test.each(['/', '/clues?page=2', '/admin/users/1?a=b&c=%2F'])('%s is of this system', (path) => {
    expect(safePath(path)).toBe(path)
  })

  test.each([
    'https://evil.example', '//evil.example', '/\\evil.example', '\\\\evil.example', 'javascript:alert(1)', '', null, undefined, 7,
    '/\t/evil.example', '/\n//evil.example', '/api/auth/signout', '/a/..//evil.example', '/x\\..\\..//evil',
  ])('%j leads to the desk', (path) => {
    expect(safePath(path)).toBe('/')
  })

  test('whatever is asked for, a browser stays here', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.webUrl(), fc.string().map((text) => `/${text}`), fc.string().map((text) => `/.${text}`)), (text) => {
      expect(new URL(safePath(text), 'https://gongyi.invalid/sign-in').origin).toBe('https://gongyi.invalid')
    }))
  })
})
