import { db } from '@/lib/platform/db'
import type { Scope } from '@/lib/platform/scope'
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

/**
 * What happened to these records, newest first, from the audit chain itself. The caller has read the records in scope;
 * inner steps are told only to the unit that took them.
 */
export async function listTimeLine(scope: Scope, subjects: readonly { type: string; id: string }[]): Promise<TimeLineEntry[]> {
  if (subjects.length === 0) return []
  const rows = await db.auditEvent.findMany({
    where: { result: 'done', OR: subjects.map(({ type, id }) => ({ subjectType: type, subjectId: id })) },
    orderBy: [{ at: 'desc' }, { seq: 'desc' }],
    take: longest,
    select: { id: true, at: true, action: true, actorName: true, unitId: true, after: true },
  })
  return rows.flatMap((row) => {
    const inner = findStep(row.action)?.step.inner ?? false
    if (inner && row.unitId !== scope.unitId) return []
    const after = row.after as { clocks?: string[]; papers?: string[] } | null
    return [{
      id: row.id, at: row.at, step: row.action, who: row.actorName, unitId: row.unitId, inner,
      clocks: after?.clocks ?? [], papers: after?.papers ?? [],
    }]
  })
}
