import { dateColumn, localDate, today } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import type { Scope } from '@/lib/platform/scope'
import type { AgendaItem } from '../schema/meeting'

const most = 20

export type Candidate = Pick<AgendaItem, 'source' | 'sourceId' | 'title'>

/** What the next meeting should look at, gathered from the rooms: adopted proposals, open issues, tasks not done, obligations overdue. */
export async function listAgendaCandidates(scope: Scope, { deskId }: { readonly deskId: string }): Promise<Candidate[]> {
  const inScope = { audience: { hasSome: [...scope.tokens] } }
  const [proposals, issues, tasks, overdue] = await Promise.all([
    db.jointMeeting.findMany({ where: { ...inScope, deskId, status: 'adopted', takenIntoId: null }, orderBy: { proposedOn: 'asc' }, take: most, select: { id: true, title: true } }),
    db.issue.findMany({ where: { ...inScope, status: 'open' }, orderBy: { raisedOn: 'asc' }, take: most, select: { id: true, title: true } }),
    db.actionItem.findMany({ where: { ...inScope, giverId: deskId, sourceType: 'meeting', status: { in: ['open', 'reported'] } }, orderBy: { dueOn: 'asc' }, take: most, select: { id: true, title: true } }),
    db.deadline.findMany({
      where: { ...inScope, status: 'running', endOn: { lt: dateColumn(today()) }, subjectType: { notIn: ['meeting', 'attendance', 'actionItem'] }, OR: [{ owedByUnitId: scope.unitId }, { owedToUnitId: scope.unitId }] },
      orderBy: { endOn: 'asc' }, take: most, select: { subjectId: true, subjectTitle: true, endOn: true },
    }),
  ])
  const named = (source: Candidate['source']) => ({ id, title }: { id: string; title: string }): Candidate => ({ source, sourceId: id, title })
  return [
    ...proposals.map(named('proposal')), ...issues.map(named('issue')), ...tasks.map(named('task')),
    ...overdue.map(({ subjectId, subjectTitle, endOn }): Candidate => ({ source: 'overdue', sourceId: subjectId, title: `${subjectTitle}（${localDate(endOn)}）`.slice(0, 300) })),
  ]
}
