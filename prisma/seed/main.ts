import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { dateColumn, now, today } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { newId } from '@/lib/platform/id'
import { addDays } from '@/lib/engine/deadlines/local-date'
import { seedPlaces, userIdOf } from './fixture'
import { openNumberSeries } from './series'
import { signInList } from './sign-ins'
import { groups } from './stories/cast'
import { playAbsences } from './stories/absences'

const mark = 'demo.loaded'
const readBefore = 60

/** The demo: places and people, then two years of their work, taken step by step with the clock held at each. */
async function loadDemo(): Promise<void> {
  await db.$transaction(seedPlaces, { timeout: 60_000 })
  await db.$transaction(openNumberSeries, { timeout: 60_000 })
  await Promise.all(groups.map(playPart))
  await playAbsences()
  await readOldNotices()
  await db.setting.create({
    data: {
      id: newId(), regionCode: '*', key: mark, value: { upTo: today() }, effectiveOn: dateColumn(today()), reason: '演示数据装载完成',
      setById: userIdOf('shifan.admin'), setAt: now(),
    },
  })
}

/** In a process of its own, because each holds its own clock. The end of ours closes its input and ends it. */
async function playPart(places: readonly string[]): Promise<void> {
  const child = fork(fileURLToPath(new URL('part.ts', import.meta.url)), places, {
    stdio: ['pipe', 'inherit', 'inherit', 'ipc'], env: { ...process.env, DATABASE_URL: quickly(env().DATABASE_URL) },
  })
  const [code, signal] = (await once(child, 'exit')) as [number | null, string | null]
  if (code !== 0) throw new Error(`The stories of ${places.join(', ')} ended with ${code ?? signal}: the lines above say why.`)
}

/** Thousands of small commits that need not wait for the disk one by one: a load that is cut off is begun again anyway. */
const quickly = (address: string): string => `${address}${address.includes('?') ? '&' : '?'}options=-c%20synchronous_commit%3Doff`

/** What is older than two months has been read since. */
async function readOldNotices(): Promise<void> {
  const before = dateColumn(addDays(today(), -readBefore))
  await db.$executeRaw`UPDATE notice SET read_at = created_at + interval '6 hours' WHERE created_at < ${before} AND read_at IS NULL`
}

const loaded = (await db.setting.count({ where: { key: mark } })) > 0
if (!loaded) {
  if ((await db.clue.count()) > 0) throw new Error('A load of the demo was cut off here, or this database holds business: the demo wants an empty one.')
  await loadDemo()
}
mkdirSync(env().DATA_DIR, { recursive: true, mode: 0o700 })
writeFileSync(join(env().DATA_DIR, 'demo-sign-ins.txt'), await signInList(), { mode: 0o600 })
await db.$disconnect()
