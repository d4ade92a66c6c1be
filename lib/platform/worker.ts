import { now } from './clock'
import { db, type Tx } from './db'

/** A piece of work for the worker: queued in a business transaction, or due again and again. */
export type Job = {
  readonly name: string
  readonly run: (payload: unknown) => Promise<void>
  /** Five crontab fields, in UTC: `10 16 * * *` is ten past midnight in Shanghai. */
  readonly every?: string
  /** Jobs of one queue run one after another. */
  readonly queue?: string
}

type Order = { readonly name: string; readonly key: string; readonly payload?: unknown; readonly queue?: string }

/** Part of the business transaction: it is worked on if and only if it happened. What waits under the same key is replaced. */
export async function queueJob(tx: Pick<Tx, '$executeRaw'>, { name, key, payload = {}, queue }: Order): Promise<void> {
  await tx.$executeRaw`SELECT graphile_worker.add_job(${name}, ${JSON.stringify(payload)}::json, queue_name := ${queue ?? null}, job_key := ${key})`
}

/** Says that the worker lives; the health report reads it. */
export async function beat(name = 'worker'): Promise<void> {
  const at = now()
  await db.workerBeat.upsert({ where: { name }, create: { name, at }, update: { at } })
}
