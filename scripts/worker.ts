import { Logger, run } from 'graphile-worker'
import { jobs } from '@/lib/jobs'
import { db } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { log } from '@/lib/platform/log'
import { beat } from '@/lib/platform/worker'
import '@/lib/procedures'

const BEAT_EVERY = 5_000

const levels = { error: 'error', warning: 'warn', info: 'info', debug: null } as const

// One worker works for a system: what a killed one held is taken up at once, not after the queue's own four hours.
await db.$executeRaw`
  SELECT graphile_worker.force_unlock_workers(ARRAY(SELECT DISTINCT locked_by FROM graphile_worker._private_jobs WHERE locked_by IS NOT NULL))`

const runner = await run({
  connectionString: env().DATABASE_URL,
  concurrency: 4,
  maxPoolSize: 8,
  pollInterval: 2000,
  taskList: Object.fromEntries(jobs.map((job) => [job.name, job.run])),
  noHandleSignals: true,
  // Never empty: an empty one makes the runner look for a file.
  crontab: ['# jobs', ...jobs.flatMap((job) => (job.every ? [`${job.every} ${job.name} ?jobKey=${job.name}&max=3${job.queue ? `&queue=${job.queue}` : ''}`] : []))].join('\n'),
  logger: new Logger((scope) => (level, message) => {
    const known = levels[level as keyof typeof levels]
    if (known) log(known, 'worker', { message, ...scope })
  }),
})

const tryToBeat = () => beat().catch((error: unknown) => log('warn', 'worker.beat', { message: String(error) }))
await tryToBeat()
const timer = setInterval(() => void tryToBeat(), BEAT_EVERY)

for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void runner.stop().catch(() => process.exit(1)))
await runner.promise
clearInterval(timer)
await db.$disconnect()
process.exit(0)
