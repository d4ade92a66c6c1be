import { Logger, runOnce } from 'graphile-worker'
import { deliverNotice } from '@/lib/engine/notices/deliver'
import { noticeTask } from '@/lib/engine/notices/queue'
import { now } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { playAll } from './play/moments'
import { storiesOf } from './stories/cast'

// Plays the stories of the places named on the command line: places that hand nothing to each other play side by side.
await playAll(storiesOf(process.argv.slice(2)), now())
// Each notice carries the moment it was queued, so it may be delivered afterwards.
await runOnce({
  connectionString: env().DATABASE_URL, concurrency: 4, noHandleSignals: true, logger: new Logger(() => () => undefined),
  taskList: { [noticeTask]: deliverNotice },
})
await db.$disconnect()
