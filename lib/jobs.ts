import { deliverNotice } from '@/lib/engine/notices/deliver'
import { noticeTask } from '@/lib/engine/notices/queue'
import { sendReminders } from '@/lib/engine/notices/reminders'
import { anchorAudit } from '@/lib/platform/audit-anchor'
import { sweepUploads } from '@/lib/platform/files/sweep'
import type { Job } from '@/lib/platform/worker'

/** The composition root of the worker: every job there is. */
export const jobs: readonly Job[] = [
  { name: noticeTask, run: deliverNotice },
  { name: 'remind', every: '*/10 * * * *', run: async () => void (await sendReminders()) },
  { name: 'anchorAudit', every: '10 16 * * *', run: anchorAudit },
  { name: 'sweepUploads', every: '25 * * * *', run: sweepUploads },
]
