import { listLettersForMeeting } from '@/lib/letters/data/beginning'
import { dateColumn, localDate, today } from '@/lib/platform/clock'
import type { Scope } from '@/lib/platform/scope'
import { read, readAlone, textArray } from '@/lib/platform/together'
import { Prisma } from '@/prisma/generated/client'
import { undertakingKinds } from '@/lib/undertakings/rules/kinds'
import type { AgendaItem } from '../schema/meeting'

const most = 20

export type Candidate = Pick<AgendaItem, 'source' | 'sourceId' | 'title' | 'ownerId' | 'dueOn'>

const hard = undertakingKinds.filter(({ agenda }) => agenda).map(({ key }) => key)

type Matter = { readonly id: string; readonly title: string; readonly ownerId?: string | null; readonly dueOn?: Date | null }
const candidate = (source: Candidate['source']) => ({ id, title, ownerId, dueOn }: Matter): Candidate =>
  ({ source, sourceId: id, title, ...(ownerId ? { ownerId } : {}), ...(dueOn ? { dueOn: localDate(dueOn) } : {}) })

/** S4-1: what is hard and still open, each with its unit and the day by which it is next owed. */
const listHardMatters = ({ tokens }: Scope): Promise<Matter[]> => readAlone(read<Matter>(Prisma.sql`
    SELECT x.id, x.title, coalesce(x.board_id, x.owner_id) AS "ownerId", coalesce(
      (SELECT min(d.end_on) FROM deadline d WHERE d.subject_type = 'undertaking' AND d.subject_id = x.id AND d.status = 'running'), x.ends_on) AS "dueOn"
    FROM undertaking x WHERE x.kind = ANY(${textArray(hard)}) AND x.status IN ('running', 'raised') AND x.audience && ${textArray(tokens)}
    ORDER BY x.created_at, x.id LIMIT ${most}`))

/** Letters their receivers sent to the meeting, until one has dealt with them. */
async function listLetters(scope: Scope): Promise<Matter[]> {
  const [letters, dealt] = await Promise.all([listLettersForMeeting(scope), readAlone(read<{ id: string }>(Prisma.sql`
    SELECT DISTINCT item ->> 'sourceId' AS id FROM joint_meeting m CROSS JOIN LATERAL jsonb_array_elements(m.agenda) item
    WHERE m.status = 'closed' AND m.audience && ${textArray(scope.tokens)} AND item ->> 'decision' = 'take' AND item ->> 'source' = 'letter'`))])
  return letters.filter(({ id }) => !dealt.some((each) => each.id === id)).slice(0, most).map(({ id, title, receiverId }) => ({ id, title, ownerId: receiverId }))
}

/** What the next meeting should look at, gathered from the rooms: adopted proposals, open issues, hard matters, letters, tasks not done, obligations overdue. */
export async function listAgendaCandidates(scope: Scope, { deskId }: { readonly deskId: string }): Promise<Candidate[]> {
  const seen = Prisma.sql`x.audience && ${textArray(scope.tokens)}`
  const [proposals, issues, matters, letters, tasks, overdue] = await Promise.all([
    readAlone(read<Matter>(Prisma.sql`
      SELECT x.id, x.title FROM joint_meeting x WHERE ${seen} AND x.desk_id = ${deskId}::uuid AND x.status = 'adopted' AND x.taken_into_id IS NULL ORDER BY x.proposed_on, x.id LIMIT ${most}`)),
    readAlone(read<Matter>(Prisma.sql`
      SELECT x.id, x.title, x.owner_id AS "ownerId", x.due_on AS "dueOn" FROM issue x WHERE ${seen} AND x.status = 'open' ORDER BY x.raised_on, x.id LIMIT ${most}`)),
    listHardMatters(scope), listLetters(scope),
    readAlone(read<Matter>(Prisma.sql`
      SELECT x.id, x.title, x.owner_id AS "ownerId", x.due_on AS "dueOn" FROM action_item x
      WHERE ${seen} AND x.giver_id = ${deskId}::uuid AND x.source_type = 'meeting' AND x.status IN ('open', 'reported') ORDER BY x.due_on, x.id LIMIT ${most}`)),
    readAlone(read<{ subjectId: string; subjectTitle: string; endOn: Date; owedByUnitId: string }>(Prisma.sql`
      SELECT x.subject_id AS "subjectId", x.subject_title AS "subjectTitle", x.end_on AS "endOn", x.owed_by_unit_id AS "owedByUnitId" FROM deadline x
      WHERE ${seen} AND x.status = 'running' AND x.end_on < ${dateColumn(today())}::date AND x.subject_type NOT IN ('meeting', 'attendance', 'actionItem')
        AND (x.owed_by_unit_id = ${scope.unitId}::uuid OR x.owed_to_unit_id = ${scope.unitId}::uuid) ORDER BY x.end_on, x.id LIMIT ${most}`)),
  ])
  return [
    ...proposals.map(candidate('proposal')), ...issues.map(candidate('issue')), ...matters.map(candidate('undertaking')), ...letters.map(candidate('letter')), ...tasks.map(candidate('task')),
    ...overdue.map(({ subjectId, subjectTitle, endOn, owedByUnitId }): Candidate => ({
      source: 'overdue', sourceId: subjectId, title: `${subjectTitle}（${localDate(endOn)}）`.slice(0, 300), ownerId: owedByUnitId, dueOn: localDate(endOn),
    })),
  ]
}
