import { appendFile, mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { now } from './clock'
import { db } from './db'
import { env } from './env'

const lineSchema = z.object({ database: z.string(), stream: z.string(), seq: z.number().int(), hash: z.string() })

/** Heads as they once stood, by stream: line number → hash. */
export type Anchors = ReadonlyMap<string, ReadonlyMap<number, string>>

const file = () => join(/* turbopackIgnore: true */ env().DATA_DIR, 'audit-heads.jsonl')

// A copy of the database is another one: its heads go their own way.
async function databaseId(): Promise<string> {
  const rows = await db.$queryRaw<{ id: string }[]>`SELECT datname || ':' || oid AS id FROM pg_database WHERE datname = current_database()`
  return rows[0]!.id
}

/** Writes the head of each stream outside the database: a chain alone cannot show that its end was cut off. */
export async function anchorAudit(): Promise<void> {
  const database = await databaseId()
  const heads = await db.$queryRaw<{ stream: string; seq: number; hash: string }[]>`
    SELECT DISTINCT ON (stream) stream, seq, hash FROM audit_event ORDER BY stream, seq DESC`
  const known = await readAnchors()
  const fresh = heads.filter(({ stream, seq }) => !known.get(stream)?.has(seq))
  if (fresh.length === 0) return
  await mkdir(env().DATA_DIR, { recursive: true })
  await appendFile(file(), fresh.map((head) => `${JSON.stringify({ at: now().toISOString(), database, ...head })}\n`).join(''), { mode: 0o600 })
}

/** What was written for this database; none where nothing was written yet. */
export async function readAnchors(): Promise<Anchors> {
  const text = await readFile(file(), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  const database = await databaseId()
  const anchors = new Map<string, Map<number, string>>()
  for (const line of text.split('\n').filter(Boolean)) {
    const head = lineSchema.parse(JSON.parse(line))
    if (head.database !== database) continue
    anchors.set(head.stream, (anchors.get(head.stream) ?? new Map<number, string>()).set(head.seq, head.hash))
  }
  return anchors
}
