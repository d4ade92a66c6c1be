import type { z } from 'zod'
import { deskKinds } from '@/lib/action-items/schema'
import type { Outcome, StepContext } from '@/lib/engine/procedure/feature'
import { dateColumn } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { invalid } from '@/lib/platform/errors'
import { attachFiles } from '@/lib/platform/files'
import { newId } from '@/lib/platform/id'
import { unitToken, type Actor, type Scope } from '@/lib/platform/scope'
import { listLeadingUnitIds } from '@/lib/roster/data/group'
import { beforeLeaders, type answerInput, type planInput, type proposeInput, type refuseInput, type withdrawInput } from '../schema/meeting'
import { meetingOutcome, type Meeting } from './subject'

type On<Input> = StepContext<Meeting, Input>

/** A desk of the own place, and not the own unit: nobody answers to himself. */
export async function requireDesk(tx: Tx, actor: Actor, deskId: string, field: string, mayBeOwn = false): Promise<void> {
  const found = await tx.unit.count({ where: { id: deskId, regionCode: actor.regionCode, active: true, kind: { in: [...deskKinds] } } })
  if (found === 0 || (!mayBeOwn && deskId === actor.unitId)) throw invalid({ [field]: 'errors.field.choose' })
}

export async function propose({ tx, actor, input, today, now }: StepContext<never, z.infer<typeof proposeInput>>): Promise<Outcome> {
  const { kind, title, reason, deskId, fileIds = [] } = input
  await requireDesk(tx, actor, deskId, 'deskId')
  const row = { id: newId(), regionCode: actor.regionCode, title, deskId, proposerId: actor.unitId, audience: [unitToken(deskId), unitToken(actor.unitId)] }
  await tx.jointMeeting.create({
    data: { ...row, kind, reason, proposedOn: dateColumn(today), agenda: [], resolutions: [], begunById: actor.userId, status: 'proposed', createdAt: now, updatedAt: now },
  })
  await attachFiles(tx, fileIds, { subject: { type: 'meeting', id: row.id }, audience: row.audience, actor })
  return meetingOutcome(row, { dates: { proposedOn: today }, after: { kind, reason, deskId } })
}

/** What is put before the leading group is read by its head's and deputies' bodies while it is being prepared. */
const leadersOf = async (tx: Tx, scope: Scope, kind: string): Promise<string[]> =>
  beforeLeaders.includes(kind) ? (await listLeadingUnitIds(scope, tx)).map(unitToken) : []

export async function plan({ tx, actor, scope, input, now }: StepContext<never, z.infer<typeof planInput>>): Promise<Outcome> {
  const { kind, title, coDeskId, plannedOn } = input
  if (coDeskId) await requireDesk(tx, actor, coDeskId, 'coDeskId')
  const audience = [...new Set([...[actor.unitId, ...(coDeskId ? [coDeskId] : [])].map(unitToken), ...(await leadersOf(tx, scope, kind))])]
  const row = { id: newId(), regionCode: actor.regionCode, title, deskId: actor.unitId, proposerId: null, audience }
  await tx.jointMeeting.create({
    data: {
      ...row, kind, coDeskId: coDeskId ?? null, plannedOn: plannedOn ? dateColumn(plannedOn) : null, agenda: [], resolutions: [], begunById: actor.userId, status: 'planned',
      createdAt: now, updatedAt: now,
    },
  })
  return meetingOutcome(row, { after: { kind, coDeskId, plannedOn } })
}

async function answer({ tx, row, today }: Pick<On<unknown>, 'tx' | 'row' | 'today'>, text: string | undefined): Promise<Outcome> {
  await tx.jointMeeting.update({ where: { id: row.id }, data: { answer: text ?? null, answeredOn: dateColumn(today) } })
  return meetingOutcome(row, { tell: row.begunById ? [row.begunById] : [], after: { answer: text } })
}

export async function accept(context: On<z.infer<typeof answerInput>>): Promise<Outcome> {
  const { tx, scope, row } = context
  const audience = [...new Set([...row.audience, ...(await leadersOf(tx, scope, row.kind))])]
  await tx.jointMeeting.update({ where: { id: row.id }, data: { audience } })
  return { ...(await answer(context, context.input.answer)), audience }
}
/** Taken up by the next meeting instead of one of its own. */
export const adopt = (context: On<z.infer<typeof answerInput>>) => answer(context, context.input.answer)
export const refuseProposal = (context: On<z.infer<typeof refuseInput>>) => answer(context, context.input.answer)
export const withdraw = ({ row, input }: On<z.infer<typeof withdrawInput>>) => Promise.resolve(meetingOutcome(row, { after: input }))
