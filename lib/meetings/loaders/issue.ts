import '@/lib/procedures'
import { notFound } from 'next/navigation'
import { deskKinds } from '@/lib/action-items/schema'
import { awaitedSteps, offerSteps } from '@/lib/engine/procedure/offer'
import { listTimeLine } from '@/lib/engine/procedure/time-line'
import { requireActor } from '@/lib/platform/actor'
import { scopeOf } from '@/lib/platform/scope'
import { findUnitNames, listUnitChoices } from '@/lib/units/data'
import { findIssue, listIssues, pageSize } from '../data/issue'
import { findMeeting } from '../data/meeting'
import { issueFeature } from '../mutations/feature'
import { issueQuery } from '../schema/issue'

export async function loadIssues(query: Readonly<Record<string, string | string[] | undefined>>) {
  const actor = await requireActor()
  const scope = scopeOf(actor)
  const filter = issueQuery.parse(query)
  const [rows, choices] = await Promise.all([listIssues(scope, filter), listUnitChoices(scope)])
  const option = ({ id, shortName }: { id: string; shortName: string }) => ({ value: id, label: shortName })
  return {
    filter, rows: rows.slice(0, pageSize), hasNext: rows.length > pageSize, units: await findUnitNames(scope, rows.flatMap(({ unitId, ownerId }) => [unitId, ownerId ?? []].flat())),
    steps: offerSteps(issueFeature, actor, null), options: { owners: choices.map(option), desks: choices.filter(({ kind }) => (deskKinds as readonly string[]).includes(kind)).map(option) },
  }
}
export type IssuesView = Awaited<ReturnType<typeof loadIssues>>

export async function loadIssue(id: string) {
  const actor = await requireActor()
  const scope = scopeOf(actor)
  const issue = await findIssue(scope, id)
  if (!issue) notFound()
  const timeLine = await listTimeLine(scope, [{ type: 'issue', id }])
  const meeting = issue.meetingId ? await findMeeting(scope, issue.meetingId) : null
  return {
    issue, timeLine, meeting, steps: offerSteps(issueFeature, actor, issue),
    awaited: awaitedSteps(issueFeature, issue, [], true),
    units: await findUnitNames(scope, [issue.unitId, issue.deskId, ...(issue.ownerId ? [issue.ownerId] : []), ...timeLine.flatMap(({ unitId }) => unitId ?? [])]),
  }
}
export type IssueView = Awaited<ReturnType<typeof loadIssue>>
