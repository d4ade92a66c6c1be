import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Logger, runOnce } from 'graphile-worker'
import { deliverNotice } from '@/lib/engine/notices/deliver'
import { noticeTask } from '@/lib/engine/notices/queue'
import { dateColumn, now, today } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { newId } from '@/lib/platform/id'
import { addDays } from '@/lib/engine/deadlines/local-date'
import { seedPlaces, userIdOf } from './fixture'
import { playAll } from './play/moments'
import { signInList } from './sign-ins'
import { allStories } from './stories/cast'

const mark = 'demo.loaded'
const readBefore = 60

/** The demo: places and people, then two years of their work, taken step by step with the clock held at each. */
async function loadDemo(): Promise<void> {
  await db.$transaction(seedPlaces, { timeout: 60_000 })
  await playAll(allStories(), now())
  await deliverNotices()
  await db.setting.create({
    data: {
      id: newId(), regionCode: '*', key: mark, value: { upTo: today() }, effectiveOn: dateColumn(today()), reason: '演示数据装载完成',
      setById: userIdOf('shifan.admin'), setAt: now(),
    },
  })
}

/** Each notice carries the moment it was queued; what is older than two months has been read since. */
async function deliverNotices(): Promise<void> {
  await runOnce({
    connectionString: env().DATABASE_URL, concurrency: 4, noHandleSignals: true, logger: new Logger(() => () => undefined),
    taskList: { [noticeTask]: deliverNotice },
  })
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
