import type { Scope } from '@/lib/platform/scope'
import { read, readAlone, type Read } from '@/lib/platform/together'
import { Prisma } from '@/prisma/generated/client'
import { findStep } from './registry'

export type TimeLineEntry = {
  readonly id: string
  readonly at: Date
  readonly step: string
  readonly who: string
  readonly unitId: string | null
  readonly inner: boolean
  readonly clocks: readonly string[]
  readonly papers: readonly string[]
}

const longest = 200

type Line = { readonly id: string; readonly at: Date | string; readonly action: string; readonly actorName: string; readonly unitId: string | null; readonly after: unknown }
type Subjects = readonly { readonly type: string; readonly id: string }[]

/** Lines of the audit chain itself; the caller has read the records in scope. */
export const linesOf = (subjects: Subjects): Read<Line> => read(Prisma.sql`
  SELECT e.id, e.at, e.action, e.actor_name AS "actorName", e.unit_id AS "unitId", e.after FROM audit_event e
  WHERE e.result = 'done' AND (e.subject_type, e.subject_id) IN (${Prisma.join(subjects.map(({ type, id }) => Prisma.sql`(${type}, ${id})`))})
  ORDER BY e.at DESC, e.seq DESC LIMIT ${longest}`)

/**
 * What happened to these records, newest first, from the audit chain itself. Inner steps are told only to the unit that took them.
 */
export const listTimeLine = async (scope: Scope, subjects: Subjects): Promise<TimeLineEntry[]> =>
  subjects.length === 0 ? [] : toTimeLine(scope, await readAlone(linesOf(subjects)))

export function toTimeLine(scope: Scope, lines: readonly Line[]): TimeLineEntry[] {
  return lines.flatMap((row) => {
    const inner = findStep(row.action)?.step.inner ?? false
    if (inner && row.unitId !== scope.unitId) return []
    const after = row.after as { clocks?: string[]; papers?: string[] } | null
    return [{
      id: row.id, at: new Date(row.at), step: row.action, who: row.actorName, unitId: row.unitId, inner,
      clocks: after?.clocks ?? [], papers: after?.papers ?? [],
    }]
  })
}

/** The last so many steps on a record, as far as its time line tells them to this person; the caller has found it in scope. */
export async function listLastSteps(scope: Scope, subject: Subjects[number], steps: number): Promise<TimeLineEntry[]> {
  const lines = await readAlone(linesOf([subject]))
  return toTimeLine(scope, lines.filter(({ action }) => findStep(action)).slice(0, Math.max(0, steps)))
}
