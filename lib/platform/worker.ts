import { now } from './clock'
import { db } from './db'

/** A piece of work for the worker: queued in a business transaction, or due again and again. */
export type Job = {
  readonly name: string
  readonly run: (payload: unknown) => Promise<void>
  /** Five crontab fields, in UTC: `10 16 * * *` is ten past midnight in Shanghai. */
  readonly every?: string
}

/** Says that the worker lives; the health report reads it. */
export async function beat(name = 'worker'): Promise<void> {
  const at = now()
  await db.workerBeat.upsert({ where: { name }, create: { name, at }, update: { at } })
}
