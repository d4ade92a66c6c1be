import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import packageFacts from '@/package.json'
import { auditStreams } from './audit-streams'
import { clockMoved, now } from './clock'
import { Prisma } from '@/prisma/generated/client'
import { read, readTogether, type Read } from './together'

/** A worker that has not said so for this long is down. */
const workerSilentAfter = 60_000

export type Health = {
  readonly ok: boolean
  readonly version: string
  readonly database: boolean
  readonly migrations: { readonly applied: number; readonly shipped: number; readonly latest: string | null }
  readonly audit: Readonly<Record<string, number>>
  readonly workerLagMs: number | null
  /** The last nightly checks: when, and how much they found. Findings do not take the system down. */
  readonly integrity: { readonly at: string; readonly found: number } | null
  readonly clockMoved: boolean
}

/** What the operator's monitor asks: nothing here names a person or a record. */
export async function checkHealth(): Promise<Health> {
  const shipped = listShipped()
  const facts = { version: packageFacts.version, clockMoved: clockMoved() }
  try {
    const { applied, heads, beats, runs: [run] } = await readTogether({
      applied: read<{ name: string }>(Prisma.sql`SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY 1`),
      heads: headsOf(),
      beats: read<{ beatAt: Date }>(Prisma.sql`SELECT b.at AS "beatAt" FROM worker_beat b WHERE b.name = 'worker'`),
      runs: read<{ endedAt: Date; found: number }>(Prisma.sql`SELECT r.ended_at AS "endedAt", r.found FROM integrity_run r ORDER BY r.started_at DESC LIMIT 1`),
    })
    const workerLagMs = beats[0] ? Math.max(0, now().getTime() - beats[0].beatAt.getTime()) : null
    const migrations = { applied: applied.length, shipped: shipped.length, latest: applied.at(-1)?.name ?? null }
    const ok = migrations.applied >= migrations.shipped && workerLagMs !== null && workerLagMs < workerSilentAfter
    const integrity = run ? { at: run.endedAt.toISOString(), found: run.found } : null
    return { ok, ...facts, integrity, database: true, migrations, audit: Object.fromEntries(heads.map(({ stream, seq }) => [stream, seq])), workerLagMs }
  } catch {
    return { ok: false, ...facts, integrity: null, database: false, migrations: { applied: 0, shipped: shipped.length, latest: null }, audit: {}, workerLagMs: null }
  }
}

// Each chain's last line: a monitor asks every few seconds.
const headsOf = (): Read<{ stream: string; seq: number }> => read(Prisma.sql`
  SELECT s.stream, (SELECT max(e.seq) FROM audit_event e WHERE e.stream = s.stream) AS seq FROM ${auditStreams} s`)

const listShipped = (): string[] =>
  readdirSync(join(/* turbopackIgnore: true */ process.cwd(), 'prisma', 'migrations'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
