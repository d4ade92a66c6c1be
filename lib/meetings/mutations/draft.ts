import { deskKinds } from '@/lib/action-items/schema'
import { obligationsInForce } from '@/lib/charters/mutations/open'
import { addDays } from '@/lib/engine/deadlines/local-date'
import { findLength } from '@/lib/engine/deadlines/overlay'
import { requireRule } from '@/lib/engine/deadlines/rules'
import { queueNotice } from '@/lib/engine/notices/queue'
import { appendAudit } from '@/lib/platform/audit'
import { localDate, now, type LocalDate } from '@/lib/platform/clock'
import { transact, type Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import type { UnitKind } from '@/lib/platform/roles'
import { unitToken } from '@/lib/platform/scope'
import { listLeadingUnitIds } from '@/lib/roster/data/group'
import type { Fulfilment } from '@/prisma/generated/client'
import { beforeLeaders, deskRoles, meetingKinds } from '../schema/meeting'
import { preparedTitle } from '../templates'

const open = ['planned', 'convened', 'held']

/** Promises of a meeting whose period is about to end, or has ended, and for which none is under way. */
async function listWaiting(tx: Tx, on: LocalDate, regionCode: string | null): Promise<{ fulfilment: Fulfilment; kind: string }[]> {
  const waiting: { fulfilment: Fulfilment; kind: string }[] = []
  for (const obligation of await obligationsInForce(tx, regionCode, on, { kinds: ['recurring'] })) {
    const { keptBy, keptWhen } = obligation.terms
    if (keptBy !== 'meeting.hold') continue
    const kind = meetingKinds.find((each) => each === keptWhen) ?? 'regular'
    const days = await findLength(tx, requireRule('meeting_draft', on), obligation.regionCode, on)
    const owed = await tx.fulfilment.findMany({ where: { obligationId: obligation.id, status: 'owed', toOn: { not: null } }, orderBy: { fromOn: 'asc' } })
    const due = owed.find(({ toOn }) => days !== null && on >= addDays(localDate(toOn!), -days))
    if (due && !(await isUnderWay(tx, due, kind))) waiting.push({ fulfilment: due, kind })
  }
  return waiting
}

/** Drafted for it before, or planned by hand since. */
async function isUnderWay(tx: Tx, { id, owedByUnitId, regionCode }: Fulfilment, kind: string): Promise<boolean> {
  return (await tx.jointMeeting.count({ where: { OR: [{ preparedFor: id }, { regionCode, kind, status: { in: open }, OR: [{ deskId: owedByUnitId }, { coDeskId: owedByUnitId }] }] } })) > 0
}

async function draftMeeting(tx: Tx, { id: preparedFor, regionCode, owedByUnitId: deskId, fromOn, toOn }: Fulfilment, kind: string): Promise<string | null> {
  const desk = await tx.unit.findUniqueOrThrow({ where: { id: deskId }, select: { kind: true } })
  if (!deskKinds.includes(desk.kind as UnitKind)) return null
  const [id, at, title] = [newId(), now(), preparedTitle(kind, localDate(fromOn), localDate(toOn!))]
  const readers = [deskId, ...(beforeLeaders.includes(kind) ? await listLeadingUnitIds({ regionCode }, tx) : [])]
  await tx.jointMeeting.create({
    data: {
      id, regionCode, kind, title, deskId, agenda: [], resolutions: [], preparedFor, status: 'planned', audience: [...new Set(readers)].map(unitToken), createdAt: at, updatedAt: at,
    },
  })
  await queueNotice(tx, {
    kind: 'meeting.prepare', subject: { type: 'meeting', id }, title, regionCode, groups: [{ unitId: deskId, roles: deskRoles }], people: [], exceptUserId: null,
    onceKey: `meeting.prepare:${id}`,
  })
  await appendAudit(tx, [{
    stream: regionCode, actor: null, action: 'meeting.prepare', subjectType: 'meeting', subjectId: id, result: 'done', after: { status: 'planned', title, promise: preparedFor },
  }])
  return id
}

/** S0-11: so many days before a period ends without a meeting one prepares itself, and whoever convenes it is told. Safe to run again. */
export async function draftDueMeetings(on: LocalDate, regionCode: string | null = null): Promise<string[]> {
  return transact(async (tx) => {
    const drafted: string[] = []
    for (const { fulfilment, kind } of await listWaiting(tx, on, regionCode)) {
      const id = await draftMeeting(tx, fulfilment, kind)
      if (id) drafted.push(id)
    }
    return drafted
  })
}
