import type * as argon2 from '@node-rs/argon2'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'

// Time on a busy machine proves nothing; what takes the time can be counted.
const cost = vi.hoisted(() => ({ verified: [] as string[] }))
vi.mock('@node-rs/argon2', async (original) => {
  const real = await original<typeof argon2>()
  return {
    ...real,
    verify: (hashed: string, given: string) => {
      cost.verified.push(hashed.split('$').slice(0, 4).join('$'))
      return real.verify(hashed, given)
    },
  }
})

const { attempt, db, password, settle } = await import('./ground')

beforeAll(settle)
afterAll(() => db.$disconnect())

test('unknown, wrong, disabled, locked and right all cost one verification of one strength', async () => {
  await db.user.update({ where: { login: 'liyuan.tax.liaison' }, data: { active: false } })
  for (let round = 0; round < 6; round += 1) await attempt('liyuan.head', 'wrong')
  cost.verified.length = 0
  const tries: [string, string][] = [
    ['nobody', password], ['liyuan.judge', 'wrong'], ['liyuan.tax.liaison', password], ['liyuan.head', password], ['liyuan.judge', password],
  ]
  for (const [index, [login, given]] of tries.entries()) {
    expect((await attempt(login, given)) !== null).toBe(index === 4)
    expect(cost.verified).toHaveLength(index + 1)
  }
  expect(new Set(cost.verified).size).toBe(1)
})
