import { listClocksAbout } from '@/lib/engine/deadlines/record-clocks'
import { clockJson, type RowClock } from '@/lib/engine/deadlines/row-clock'
import { isId } from '@/lib/platform/id'
import type { Scope } from '@/lib/platform/scope'
import { columnsOf, read, readAlone, textArray } from '@/lib/platform/together'
import { type DataRequest, Prisma } from '@/prisma/generated/client'
import type { ExchangeFilter } from '../schema/item'
import type { DataRequestState } from '../schema/request'
import { pageSize } from './items'

export type RequestRow = {
  readonly id: string; readonly title: string; readonly kind: string; readonly requesterId: string; readonly providerId: string; readonly requester: string; readonly provider: string
  readonly purpose: string; readonly askedOn: Date; readonly status: DataRequestState; readonly clock: RowClock | null
}

// What a request is for is named only to those who may see that record themselves.
const matterOf = (scope: Scope): Prisma.Sql => Prisma.sql`coalesce(CASE x.link_type
  WHEN 'clue' THEN (SELECT c.title FROM clue c WHERE c.id = x.link_id AND c.audience && ${textArray(scope.tokens)})
  WHEN 'case' THEN (SELECT c.title FROM case_file c WHERE c.id = x.link_id AND c.audience && ${textArray(scope.tokens)})
  WHEN 'recommendation' THEN (SELECT c.title FROM recommendation c WHERE c.id = x.link_id AND c.audience && ${textArray(scope.tokens)})
  WHEN 'undertaking' THEN (SELECT c.title FROM undertaking c WHERE c.id = x.link_id AND c.audience && ${textArray(scope.tokens)})
  WHEN 'caseFamily' THEN (SELECT c.title FROM case_family c WHERE c.id = x.link_id AND c.audience && ${textArray(scope.tokens)}) END, x.matter)`

const clock = Prisma.sql`LEFT JOIN LATERAL (
  SELECT ${clockJson} AS clock
  FROM deadline WHERE subject_type = 'dataRequest' AND subject_id = x.id AND status = 'running' ORDER BY end_on LIMIT 1) d ON true`

const conditions = (scope: Scope, { kind, unit, show }: ExchangeFilter, open: Prisma.Sql): Prisma.Sql => Prisma.join([
  Prisma.sql`x.audience && ${textArray(scope.tokens)}`, ...(kind ? [Prisma.sql`x.kind = ${kind}`] : []),
  ...(unit ? [Prisma.sql`(x.requester_id = ${unit}::uuid OR x.provider_id = ${unit}::uuid)`] : []), ...(show === 'open' ? [open] : []),
], ' AND ')

/** What was asked for, by the own unit and of it. */
export async function listRequests(scope: Scope, filter: ExchangeFilter): Promise<RequestRow[]> {
  return readAlone(read<RequestRow>(Prisma.sql`
    SELECT x.id, x.title, x.kind, x.requester_id AS "requesterId", x.provider_id AS "providerId", r.short_name AS requester, p.short_name AS provider, x.purpose, x.asked_on AS "askedOn", x.status, d.clock
    FROM data_request x JOIN unit r ON r.id = x.requester_id JOIN unit p ON p.id = x.provider_id ${clock}
    WHERE ${conditions(scope, filter, Prisma.sql`x.status IN ('asked', 'provided')`)}
    ORDER BY x.asked_on DESC, x.id DESC LIMIT ${pageSize + 1} OFFSET ${(filter.page - 1) * pageSize}`))
}

export type UseRow = {
  readonly id: string; readonly requestId: string; readonly title: string; readonly requester: string; readonly provider: string; readonly person: string; readonly use: string
  readonly linkType: string | null; readonly matter: string | null; readonly usedAt: Date; readonly endedHow: string | null; readonly endedOn: Date | null
}

const uses = (scope: Scope): Prisma.Sql => Prisma.sql`
  SELECT u.id, x.id AS "requestId", x.title, r.short_name AS requester, p.short_name AS provider, a.name AS person, u.use, x.link_type AS "linkType", ${matterOf(scope)} AS matter,
    u.used_at AS "usedAt", x.ended_how AS "endedHow", x.ended_on AS "endedOn"
  FROM data_use u JOIN data_request x ON x.id = u.request_id JOIN unit r ON r.id = x.requester_id JOIN unit p ON p.id = x.provider_id JOIN app_user a ON a.id = u.user_id`

/** 使用台账: both sides read who used what, for which matter, when, and how it ended. */
export async function listUses(scope: Scope, filter: ExchangeFilter): Promise<UseRow[]> {
  return readAlone(read<UseRow>(Prisma.sql`${uses(scope)} WHERE ${conditions(scope, filter, Prisma.sql`x.ended_on IS NULL`)}
    ORDER BY u.used_at DESC, u.id DESC LIMIT ${pageSize + 1} OFFSET ${(filter.page - 1) * pageSize}`))
}

const mostUses = 200
const { matter: _named, ...withoutMatter } = Prisma.DataRequestScalarFieldEnum

/** A request as this reader may read it: where the data lies is told to the provider, and to whoever has said what it is used for. */
export async function findRequest(scope: Scope, id: string) {
  if (!isId(id)) return null
  const seen = Prisma.sql`x.id = ${id}::uuid AND x.audience && ${textArray(scope.tokens)}`
  const [[row], clocks, used] = await Promise.all([
    readAlone(read<DataRequest & { opened: boolean; matter: string | null }>(Prisma.sql`
      SELECT ${columnsOf(withoutMatter, 'x')}, ${matterOf(scope)} AS matter, EXISTS (SELECT 1 FROM data_use o WHERE o.request_id = x.id AND o.user_id = ${scope.userId}::uuid) AS opened
      FROM data_request x WHERE ${seen}`)),
    listClocksAbout(scope, { type: 'dataRequest', id }), readAlone(read<UseRow>(Prisma.sql`${uses(scope)} WHERE ${seen} ORDER BY u.used_at, u.id LIMIT ${mostUses}`)),
  ])
  if (!row) return null
  const sees = scope.unitId === row.providerId || (row.opened && row.status === 'provided')
  return { ...row, access: sees ? row.access : null, clocks, uses: used }
}
