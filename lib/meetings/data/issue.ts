import { db } from '@/lib/platform/db'
import { isId } from '@/lib/platform/id'
import type { Scope } from '@/lib/platform/scope'
import type { IssueFilter } from '../schema/issue'

export const pageSize = 20

const inScope = (scope: Scope) => ({ audience: { hasSome: [...scope.tokens] } })

/** The pool: what waits longest stands first. */
export async function listIssues(scope: Scope, { show, kind, page }: IssueFilter) {
  return db.issue.findMany({
    where: { ...inScope(scope), ...(show === 'open' ? { status: { in: ['open', 'parked'] } } : {}), ...(kind ? { kind } : {}) },
    orderBy: [{ status: 'desc' }, { raisedOn: 'asc' }, { id: 'asc' }], skip: (page - 1) * pageSize, take: pageSize + 1,
  })
}

export const findIssue = async (scope: Scope, id: string) => (isId(id) ? db.issue.findFirst({ where: { id, ...inScope(scope) } }) : null)
