import { mkdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, vi } from 'vitest'
import { holdClock } from '@/lib/platform/clock'

// Before each file of a process they share: one environment for all, an empty data folder, the clock of now, and no module of another file's test.
process.env.GONGYI_CLOCK = 'movable'
process.env.NEXTAUTH_SECRET = 'a secret that only protects throw-away test systems'
process.env.FACTOR_KEY = 'seals only in this test'
process.env.DATA_DIR = join(tmpdir(), `gongyi-test-db-${process.pid}`)
rmSync(process.env.DATA_DIR, { recursive: true, force: true })
mkdirSync(process.env.DATA_DIR)
holdClock(null)
vi.resetModules()

// Its database goes; the next file's has the same name.
afterAll(() => (globalThis as { gongyiDb?: { $disconnect: () => Promise<void> } }).gongyiDb?.$disconnect())
