import { openDuePromises } from '@/lib/charters/jobs'
import { deliverNotice } from '@/lib/engine/notices/deliver'
import { tellDeputies } from '@/lib/engine/notices/liaisons'
import { noticeTask } from '@/lib/engine/notices/queue'
import { planDeliveries, tryOtherChannels } from '@/lib/engine/notices/plan'
import { sendReminders } from '@/lib/engine/notices/reminders'
import { sendDeliveries } from '@/lib/engine/notices/send'
import { enterCases } from '@/lib/imports/jobs'
import { entering } from '@/lib/imports/mutations/entering'
import { keepIntegrityChecks } from '@/lib/integrity'
import { prepareMeetings } from '@/lib/meetings/jobs'
import { anchorAudit } from '@/lib/platform/audit-anchor'
import { sweepUploads } from '@/lib/platform/files/sweep'
import type { Job } from '@/lib/platform/worker'

/** The composition root of the worker: every job there is. */
export const jobs: readonly Job[] = [
  { name: noticeTask, run: deliverNotice },
  { name: 'remind', every: '*/10 * * * *', run: async () => void (await sendReminders()) },
  { name: 'openPromises', every: '5 16 * * *', run: openDuePromises },
  { name: 'prepareMeetings', every: '7 16 * * *', run: prepareMeetings },
  { name: 'sendNotices', every: '* * * * *', run: sendNotices },
  { name: 'anchorAudit', every: '10 16 * * *', run: anchorAudit },
  { name: 'checkIntegrity', every: '40 17 * * *', run: keepIntegrityChecks },
  { ...entering, every: '*/10 * * * *', run: enterCases },
  { name: 'sweepUploads', every: '25 * * * *', run: sweepUploads },
]

/** Decided, sent, and tried another way: each part may be cut off and goes on in the next minute. */
async function sendNotices(): Promise<void> {
  await tellDeputies()
  await planDeliveries()
  await tryOtherChannels()
  await sendDeliveries()
}
