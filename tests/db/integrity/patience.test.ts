import { expect, test, vi } from 'vitest'
import { testDatabase } from '@/tests/support/database'

await testDatabase()

/** How long one statement may take for a process with this environment. */
async function longest(patient: string): Promise<string> {
  process.env.GONGYI_PATIENT = patient
  delete (globalThis as { gongyiDb?: unknown }).gongyiDb
  vi.resetModules()
  const { db } = await import('@/lib/platform/db')
  const rows = await db.$queryRaw<{ statement_timeout: string }[]>`SHOW statement_timeout`
  await db.$disconnect()
  return rows[0]!.statement_timeout
}

test('a page’s statement is cut off soon, one of the nightly checks is not', async () => {
  expect(await longest('0')).toBe('15s')
  expect(await longest('1')).toBe('10min')
})
