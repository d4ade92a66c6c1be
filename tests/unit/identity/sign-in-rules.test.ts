import { Secret, TOTP } from 'otpauth'
import { beforeAll, describe, expect, test } from 'vitest'
import { roles } from '@/lib/platform/roles'
import { factorLevel, factorLevels, needsFactor } from '@/lib/platform/sign-in-rules'
import { counterOf, totpUri } from '@/lib/platform/totp'

describe('who needs a second factor', () => {
  const meant = (level: (typeof factorLevels)[number]) => roles.filter((role) => needsFactor(level, [role]))

  test('each level asks more people than the one before', () => {
    expect(meant('nobody')).toEqual([])
    expect(meant('administrators')).toEqual(['systemAdmin', 'securityAdmin', 'auditAdmin'])
    expect(meant('leaders')).toEqual(['departmentHead', 'chiefProsecutor', 'judge', 'agencyLeader', 'systemAdmin', 'securityAdmin', 'auditAdmin'])
    expect(meant('everybody')).toEqual([...roles])
  })

  test('a place that has set nothing, or something nobody knows, asks leaders and administrators', () => {
    for (const kept of [undefined, null, 'none', 0, ['nobody']]) expect(factorLevel(kept)).toBe('leaders')
    expect(factorLevel('nobody')).toBe('nobody')
  })
})

describe('codes', () => {
  // RFC 6238, appendix B: the seed in ASCII, its last six digits of eight.
  const secret = Secret.fromLatin1('12345678901234567890').base32
  test.each([[59, '287082'], [1111111109, '081804'], [1234567890, '005924'], [2000000000, '279037']])('at second %i is %s', (second, code) => {
    expect(counterOf(secret, code, new Date(second * 1000))).toBe(Math.floor(second / 30))
  })

  test('hold one step early or late and tell which step they are of', () => {
    const code = TOTP.generate({ secret: Secret.fromBase32(secret), timestamp: 900_000 })
    expect([840, 870, 900, 930, 960].map((second) => counterOf(secret, code, new Date(second * 1000)))).toEqual([null, 30, 30, 30, null])
    for (const bad of ['', '12345', '1234567', 'abcdef', ' 28708', '２８７０８２']) expect(counterOf(secret, bad, new Date(59_000))).toBeNull()
  })

  test('an authenticator is told everything it needs', () => {
    expect(totpUri(secret, 'liyuan.chief', '公益协作')).toMatch(/^otpauth:\/\/totp\/.*liyuan\.chief\?issuer=.*&secret=[A-Z2-7]{32}&algorithm=SHA1&digits=6&period=30$/)
  })
})

describe('what is sealed', () => {
  beforeAll(() => {
    process.env.DATABASE_URL ??= 'postgresql://localhost/none'
    process.env.FACTOR_KEY = 'the key of a data folder'
  })

  test('opens for its owner alone, and differs each time', async () => {
    const { seal, unseal } = await import('@/lib/platform/sealed')
    const [one, two] = [seal('geheim', 'a'), seal('geheim', 'a')]
    expect(one).not.toBe(two)
    expect(unseal(one, 'a')).toBe('geheim')
    expect(() => unseal(one, 'b')).toThrow()
    const spoilt = Buffer.from(one, 'base64url')
    spoilt[spoilt.length - 1]! ^= 1
    expect(() => unseal(spoilt.toString('base64url'), 'a')).toThrow()
  })
})
