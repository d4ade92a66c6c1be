import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { testDatabase } from '@/tests/support/database'
import { hearStatements, statementsOf } from '@/tests/support/pages/statements'

await testDatabase()
const { db, transact } = await import('@/lib/platform/db')
const { read, readAlone, readTogether } = await import('@/lib/platform/together')
const { Prisma } = await import('@/prisma/generated/client')

const number = (n: number) => read<{ n: number }>(Prisma.sql`SELECT ${n}::int AS n`)
const broken = read(Prisma.sql`SELECT 1 / 0 AS n`)

beforeAll(async () => {
  await db.$queryRaw`SELECT 1`
  hearStatements()
})
afterAll(async () => {
  vi.restoreAllMocks()
  await db.$disconnect()
})

test('what is asked in one breath is one statement, and each has its own answer', async () => {
  const later = async (n: number) => {
    await Promise.resolve()
    await Promise.resolve()
    return readAlone(number(n))
  }
  const sent = await statementsOf(async () => expect(await Promise.all([readAlone(number(1)), later(2), readTogether({ three: number(3), four: number(4) })]))
    .toEqual([[{ n: 1 }], [{ n: 2 }], { three: [{ n: 3 }], four: [{ n: 4 }] }]))
  expect(sent).toHaveLength(1)
})

test('what waits for an answer is another statement', async () => {
  expect(await statementsOf(async () => readAlone(number((await readAlone(number(1)))[0]!.n + 1)))).toHaveLength(2)
})

test('more than PostgreSQL takes at once is asked all the same', async () => {
  const all = Array.from({ length: 240 }, (_, n) => n)
  expect((await Promise.all(all.map((n) => readAlone(number(n))))).flat()).toEqual(all.map((n) => ({ n })))
})

test('one that fails fails those asked with it, and no later one', async () => {
  const found = await Promise.allSettled([readAlone(number(1)), readAlone(broken)])
  expect(found.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(await readAlone(number(2))).toEqual([{ n: 2 }])
})

test('a transaction reads what it has written itself, and nobody outside does before it ends', async () => {
  const regions = read<{ n: number }>(Prisma.sql`SELECT count(*)::int AS n FROM region`)
  const [inside, outside] = await transact(async (tx) => {
    await tx.region.create({ data: { code: '990199', name: '试验区', shortName: '试验' } })
    return Promise.all([readAlone(regions, tx), readAlone(regions)])
  })
  expect([inside, outside, await readAlone(regions)]).toEqual([[{ n: 1 }], [{ n: 0 }], [{ n: 1 }]])
})
