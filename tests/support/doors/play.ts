import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ask } from '../records'
import { expect, type Server } from '../server'
import type { Ground } from './ground'

/** Until the worker has nothing left to do. */
export async function waitForWorker(server: Server): Promise<void> {
  const waiting = () => ask<{ n: number }>(server.database.url, 'SELECT count(*)::int AS n FROM graphile_worker.jobs WHERE attempts < max_attempts AND run_at <= now()')
  await expect.poll(async () => (await waiting())[0]!.n, { timeout: 60_000, intervals: [20, 50, 100] }).toBe(0)
}

/** The day after the main line of the data set `ground`. */
export async function standOn(server: Server): Promise<Ground> {
  server.clock.set('2026-03-17T10:00:00+08:00')
  await waitForWorker(server)
  return JSON.parse(readFileSync(join(server.dataDir, 'ground.json'), 'utf8')) as Ground
}
