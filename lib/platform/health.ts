import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import packageFacts from '@/package.json'
import { clockMoved, now } from './clock'
import { db } from './db'

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
    const [applied, heads, beat, run] = await Promise.all([
      db.$queryRaw<{ name: string }[]>`
        SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY 1`,
      db.$queryRaw<{ stream: string; seq: number }[]>`SELECT stream, max(seq) AS seq FROM audit_event GROUP BY stream`,
      db.workerBeat.findUnique({ where: { name: 'worker' } }),
      db.integrityRun.findFirst({ orderBy: { startedAt: 'desc' }, select: { endedAt: true, found: true } }),
    ])
    const workerLagMs = beat ? Math.max(0, now().getTime() - beat.at.getTime()) : null
    const migrations = { applied: applied.length, shipped: shipped.length, latest: applied.at(-1)?.name ?? null }
    const ok = migrations.applied >= migrations.shipped && workerLagMs !== null && workerLagMs < workerSilentAfter
    const integrity = run && { at: run.endedAt.toISOString(), found: run.found }
    return { ok, ...facts, integrity, database: true, migrations, audit: Object.fromEntries(heads.map(({ stream, seq }) => [stream, seq])), workerLagMs }
  } catch {
    return { ok: false, ...facts, integrity: null, database: false, migrations: { applied: 0, shipped: shipped.length, latest: null }, audit: {}, workerLagMs: null }
  }
}

const listShipped = (): string[] =>
  readdirSync(join(/* turbopackIgnore: true */ process.cwd(), 'prisma', 'migrations'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
