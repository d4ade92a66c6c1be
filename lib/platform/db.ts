import { PrismaPg } from '@prisma/adapter-pg'
import { Prisma, PrismaClient } from '@/prisma/generated/client'
import { env } from './env'
import { oneByOne } from './one-by-one'

const poolSize = 10

/** Nobody waits for the worker and the checks, which read everything: they may take longer over one statement than a page. */
const longestStatement = () => (process.env.GONGYI_PATIENT === '1' ? 600_000 : 15_000)

function connect(): PrismaClient {
  const adapter = oneByOne(new PrismaPg({
    connectionString: env().DATABASE_URL,
    max: poolSize,
    statement_timeout: longestStatement(),
    lock_timeout: 3_000,
    idle_in_transaction_session_timeout: 20_000,
  }))
  return new PrismaClient({ adapter })
}

// One pool for a process, also when the development server loads this file again.
const kept = globalThis as unknown as { gongyiDb?: PrismaClient }

/** The database as the app role. Reads take a Scope, changes go through takeStep. */
export const db: PrismaClient = (kept.gongyiDb ??= connect())

export type Tx = Prisma.TransactionClient

/** Plain JSON for a json column. */
export const json = (value: unknown): Prisma.InputJsonValue => JSON.parse(JSON.stringify(value ?? null)) as Prisma.InputJsonValue

const transient = new Set(['P2034', '40001', '40P01'])

/** One transaction; tried again at most twice where the database asks for it (deadlock, serialisation). */
export async function transact<T>(work: (tx: Tx) => Promise<T>, { timeout = 20_000 }: { timeout?: number } = {}): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.$transaction(work, { maxWait: 10_000, timeout })
    } catch (error) {
      if (attempt < 3 && transient.has(errorCode(error))) continue
      throw error
    }
  }
}

/** The code of a Prisma or PostgreSQL error, '' where it has none. */
export function errorCode(error: unknown): string {
  if (typeof error !== 'object' || error === null) return ''
  const { code, meta, cause } = error as { code?: unknown; meta?: unknown; cause?: unknown }
  const inner = (meta as { driverAdapterError?: { cause?: { originalCode?: string } } } | undefined)?.driverAdapterError?.cause?.originalCode
  if (inner) return inner
  if (typeof code === 'string') return code
  return cause ? errorCode(cause) : ''
}
