import { appendAudit } from '@/lib/platform/audit'
import type { LocalDate } from '@/lib/platform/clock'
import { transact } from '@/lib/platform/db'
import { openDue } from './open'

/** Opens what the calendar brings up, in every place or in one; the chain says that nobody but the calendar did. */
export async function openPromises(on: LocalDate, regionCode: string | null = null): Promise<number> {
  return transact(async (tx) => {
    const opened = await openDue(tx, { on, regionCode })
    const rows = await tx.fulfilment.findMany({ where: { id: { in: opened } }, select: { id: true, regionCode: true, title: true } })
    await appendAudit(tx, rows.map(({ id, regionCode, title }) => ({
      stream: regionCode, actor: null, action: 'fulfilment.open', subjectType: 'fulfilment', subjectId: id, result: 'done', after: { title, on },
    })))
    return opened.length
  })
}
