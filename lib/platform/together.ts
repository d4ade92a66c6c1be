import { Prisma } from '@/prisma/generated/client'
import { db, type Tx } from './db'

/** A read not yet sent; a row is what Prisma would give for the same columns. */
export type Read<T> = { readonly sql: Prisma.Sql; readonly row?: T }

export const read = <T>(sql: Prisma.Sql): Read<T> => ({ sql })

/** A read that finds nothing, and asks nothing. */
export const nothing = <T>(): Read<T> => ({ sql: Prisma.sql`SELECT NULL::int AS none WHERE false` })

type Rows<R> = { readonly [K in keyof R]: R[K] extends Read<infer T> ? T[] : never }

/** Several reads as one statement: a page asks the database a few times, whatever it shows. */
export async function readTogether<R extends Readonly<Record<string, Read<unknown>>>>(reads: R, client: Tx = db): Promise<Rows<R>> {
  const lists = client === db ? await Promise.all(Object.values(reads).map(inBreath)) : await send(Object.values(reads), client)
  return Object.fromEntries(Object.keys(reads).map((name, at) => [name, lists[at]])) as Rows<R>
}

/** One read by itself, or one of those that are asked in one breath. */
export const readAlone = async <T>(one: Read<T>, client: Tx = db): Promise<T[]> => (await readTogether({ one }, client)).one as T[]

type Asked = { readonly one: Read<unknown>; readonly tell: (rows: Promise<unknown[]>) => void }
let breath: Asked[] = []

// What is asked in one breath goes as one statement: all that follows from the same answer, until the process waits for the next. A
// transaction's reads go as they are asked.
const inBreath = (one: Read<unknown>): Promise<unknown[]> => new Promise((resolve) => {
  breath.push({ one, tell: resolve })
  if (breath.length === 1) process.nextTick(sendBreath)
})

/** Far more than a page asks in one breath; PostgreSQL takes no more than a hundred. */
const longestBreath = 50

function sendBreath(): void {
  const asked = breath.slice(0, longestBreath)
  breath = breath.slice(longestBreath)
  if (breath.length > 0) process.nextTick(sendBreath)
  const answer = send(asked.map(({ one }) => one), db)
  for (const [at, { tell }] of asked.entries()) tell(answer.then((lists) => lists[at]!))
}

async function send(reads: readonly Read<unknown>[], client: Pick<Tx, '$queryRaw'>): Promise<unknown[][]> {
  const parts = reads.map(({ sql }) => Prisma.sql`(SELECT coalesce(json_agg(row), '[]'::json) FROM (${sql}) row)`)
  const [answer] = await client.$queryRaw<{ lists: Record<string, unknown>[][] }[]>`SELECT json_build_array(${Prisma.join(parts)}) AS lists`
  return answer!.lists.map((rows) => rows.map(revived))
}

/** Columns of a table under the names the client knows them by; all of them in snake case (architecture). */
export function columnsOf(fields: Readonly<Record<string, string>>, alias: string): Prisma.Sql {
  const names = Object.values(fields).map((field) => `${alias}.${field.replace(/[A-Z]/g, (sign) => `_${sign.toLowerCase()}`)} AS "${field}"`)
  return Prisma.raw(names.join(', '))
}

// Law dates end in On and moments in At, everywhere (a rule test says so); JSON knows neither. An hour such as 09:30 stays a text.
const revived = (row: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name, /(?:On|At)$/.test(name) && typeof value === 'string' && /^\d{4,}-\d\d-\d\d/.test(value) ? new Date(value) : value]))

export const textArray = (values: readonly string[]): Prisma.Sql => Prisma.sql`${[...values]}::text[]`
export const idArray = (values: readonly string[]): Prisma.Sql => Prisma.sql`${[...values]}::uuid[]`
