import '@/lib/procedures'
import { notFound } from 'next/navigation'
import { listActionItems } from '@/lib/action-items/data'
import { keepsDesk } from '@/lib/action-items/policy'
import { listBulletins } from '@/lib/bulletins/data/list'
import { requireActor } from '@/lib/platform/actor'
import { scopeOf } from '@/lib/platform/scope'
import { listUndertakings } from '@/lib/undertakings/data/list'
import { findUnitNames } from '@/lib/units/data'
import { listIssues } from '../data/issue'
import { listMeetings } from '../data/meeting'

/** As many of each as fit one look; the list behind each heading has them all. */
const shown = 8
const most = <Row>(rows: readonly Row[]) => ({ rows: rows.slice(0, shown), more: rows.length > shown })

/** 常设联席会议办公室: what lies with those who keep the desk of the meetings, in one look. */
export async function loadOffice() {
  const actor = await requireActor()
  if (!keepsDesk(actor)) notFound()
  const scope = scopeOf(actor)
  const [meetings, proposals, issues, tasks, raised, reports] = await Promise.all([
    listMeetings(scope, { show: 'coming', page: 1 }), listMeetings(scope, { show: 'asked', page: 1 }), listIssues(scope, { show: 'open', page: 1 }),
    listActionItems(scope, { side: 'given', show: 'open', page: 1 }), listUndertakings(scope, { show: 'raised', page: 1 }), listBulletins(scope, { side: 'unreadBy', page: 1 }),
  ])
  const units = await findUnitNames(scope, [
    ...[...meetings, ...proposals].flatMap(({ deskId, proposerId }) => [deskId, proposerId ?? deskId]), ...issues.map(({ unitId }) => unitId), ...tasks.flatMap(({ ownerId, giverId }) => [ownerId, giverId]),
  ])
  return { meetings: most(meetings), proposals: most(proposals), issues: most(issues), tasks: most(tasks), raised: most(raised), reports: most(reports), units }
}
export type OfficeView = Awaited<ReturnType<typeof loadOffice>>
