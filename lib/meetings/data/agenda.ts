import { listLettersForMeeting } from '@/lib/letters/data/beginning'
import { dateColumn, localDate, today } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import type { Scope } from '@/lib/platform/scope'
import { textArray } from '@/lib/platform/together'
import { undertakingKinds } from '@/lib/undertakings/rules/kinds'
import type { AgendaItem } from '../schema/meeting'

const most = 20

export type Candidate = Pick<AgendaItem, 'source' | 'sourceId' | 'title' | 'ownerId' | 'dueOn'>

const hard = undertakingKinds.filter(({ agenda }) => agenda).map(({ key }) => key)

type Matter = { readonly id: string; readonly title: string; readonly ownerId?: string | null; readonly dueOn?: Date | null }
const candidate = (source: Candidate['source']) => ({ id, title, ownerId, dueOn }: Matter): Candidate =>
  ({ source, sourceId: id, title, ...(ownerId ? { ownerId } : {}), ...(dueOn ? { dueOn: localDate(dueOn) } : {}) })

/** S4-1: what is hard and still open, each with its unit and the day by which it is next owed. */
async function listHardMatters({ tokens }: Scope): Promise<Matter[]> {
  return db.$queryRaw<Matter[]>`
    SELECT x.id, x.title, coalesce(x.board_id, x.owner_id) AS "ownerId", coalesce(
      (SELECT min(d.end_on) FROM deadline d WHERE d.subject_type = 'undertaking' AND d.subject_id = x.id AND d.status = 'running'), x.ends_on) AS "dueOn"
    FROM undertaking x WHERE x.kind = ANY(${textArray(hard)}) AND x.status IN ('running', 'raised') AND x.audience && ${textArray(tokens)}
    ORDER BY x.created_at, x.id LIMIT ${most}`
}

/** Letters their receivers sent to the meeting, until one has dealt with them. */
async function listLetters(scope: Scope): Promise<Matter[]> {
  const letters = await listLettersForMeeting(scope)
  if (letters.length === 0) return []
  const dealt = await db.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT item ->> 'sourceId' AS id FROM joint_meeting m CROSS JOIN LATERAL jsonb_array_elements(m.agenda) item
    WHERE m.status = 'closed' AND m.audience && ${textArray(scope.tokens)} AND item ->> 'decision' = 'take' AND item ->> 'sourceId' = ANY(${textArray(letters.map(({ id }) => id))})`
  return letters.filter(({ id }) => !dealt.some((each) => each.id === id)).slice(0, most).map(({ id, title, receiverId }) => ({ id, title, ownerId: receiverId }))
}

/** What the next meeting should look at, gathered from the rooms: adopted proposals, open issues, hard matters, letters, tasks not done, obligations overdue. */
export async function listAgendaCandidates(scope: Scope, { deskId }: { readonly deskId: string }): Promise<Candidate[]> {
  const inScope = { audience: { hasSome: [...scope.tokens] } }
  const [proposals, issues, matters, letters, tasks, overdue] = await Promise.all([
    db.jointMeeting.findMany({ where: { ...inScope, deskId, status: 'adopted', takenIntoId: null }, orderBy: { proposedOn: 'asc' }, take: most, select: { id: true, title: true } }),
    db.issue.findMany({ where: { ...inScope, status: 'open' }, orderBy: { raisedOn: 'asc' }, take: most, select: { id: true, title: true, ownerId: true, dueOn: true } }),
    listHardMatters(scope), listLetters(scope),
    db.actionItem.findMany({
      where: { ...inScope, giverId: deskId, sourceType: 'meeting', status: { in: ['open', 'reported'] } }, orderBy: { dueOn: 'asc' }, take: most,
      select: { id: true, title: true, ownerId: true, dueOn: true },
    }),
    db.deadline.findMany({
      where: { ...inScope, status: 'running', endOn: { lt: dateColumn(today()) }, subjectType: { notIn: ['meeting', 'attendance', 'actionItem'] }, OR: [{ owedByUnitId: scope.unitId }, { owedToUnitId: scope.unitId }] },
      orderBy: { endOn: 'asc' }, take: most, select: { subjectId: true, subjectTitle: true, endOn: true, owedByUnitId: true },
    }),
  ])
  return [
    ...proposals.map(candidate('proposal')), ...issues.map(candidate('issue')), ...matters.map(candidate('undertaking')), ...letters.map(candidate('letter')), ...tasks.map(candidate('task')),
    ...overdue.map(({ subjectId, subjectTitle, endOn, owedByUnitId }): Candidate => ({
      source: 'overdue', sourceId: subjectId, title: `${subjectTitle}（${localDate(endOn)}）`.slice(0, 300), ownerId: owedByUnitId, dueOn: localDate(endOn),
    })),
  ]
}
