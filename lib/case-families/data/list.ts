import { dateColumn, today } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import type { Scope } from '@/lib/platform/scope'
import { textArray } from '@/lib/platform/together'
import { Prisma } from '@/prisma/generated/client'
import type { CaseFamilyFilter, CaseFamilyState, FamilyResult } from '../schema'
import { isVerified } from './row'

export const pageSize = 20

export type CaseFamilyListRow = {
  readonly id: string
  readonly title: string
  readonly domain: string
  readonly status: CaseFamilyState
  readonly result: FamilyResult | null
  readonly procuratorateId: string
  readonly office: string
  readonly lead: string
  readonly formedOn: Date
  readonly raisedOn: Date | null
  readonly cases: number
  /** Of those this reader may see. */
  readonly verified: number
  /** Bodies an opinion was sent to, who adopted it, who is silent, and who past the limit; as far as this reader sees them. */
  readonly asked: number
  readonly adopted: number
  readonly silent: number
  readonly overdue: number
}

function conditions(scope: Scope, { domain, show, mine }: CaseFamilyFilter): Prisma.Sql {
  return Prisma.join([
    Prisma.sql`x.audience && ${textArray(scope.tokens)}`,
    ...(domain ? [Prisma.sql`x.domain = ${domain}`] : []),
    ...(show === 'running' ? [Prisma.sql`x.status <> 'closed'`] : show === 'closed' ? [Prisma.sql`x.status = 'closed'`] : []),
    ...(mine ? [Prisma.sql`x.lead_id = ANY(${[...scope.people]}::uuid[])`] : []),
  ], ' AND ')
}

/** Families of the office and those raised to the own body; what runs first, the latest first. */
export async function listFamilies(scope: Scope, filter: CaseFamilyFilter): Promise<CaseFamilyListRow[]> {
  return db.$queryRaw<CaseFamilyListRow[]>`
    SELECT x.id, x.title, x.domain, x.status, x.result, x.procuratorate_id AS "procuratorateId", p.short_name AS office, u.name AS lead, x.formed_on AS "formedOn", x.raised_on AS "raisedOn",
      m.cases, m.verified, r.asked, r.adopted, r.silent, r.overdue
    FROM (
      SELECT x.* FROM case_family x WHERE ${conditions(scope, filter)}
      ORDER BY x.status = 'closed', x.updated_at DESC, x.id LIMIT ${pageSize + 1} OFFSET ${(filter.page - 1) * pageSize}
    ) x
    JOIN unit p ON p.id = x.procuratorate_id JOIN app_user u ON u.id = x.lead_id
    LEFT JOIN LATERAL (
      SELECT count(*)::int AS cases, count(*) FILTER (WHERE c.audience && ${textArray(scope.tokens)} AND ${isVerified(scope)})::int AS verified
      FROM case_family_member m JOIN case_file c ON c.id = m.case_id WHERE m.family_id = x.id AND m.removed_on IS NULL
    ) m ON true
    LEFT JOIN LATERAL (
      SELECT count(*)::int AS asked, count(*) FILTER (WHERE r.outcome IN ('adopted', 'partly'))::int AS adopted, count(*) FILTER (WHERE r.outcome IS NULL)::int AS silent,
        count(*) FILTER (WHERE r.outcome IS NULL AND EXISTS (
          SELECT 1 FROM deadline d WHERE d.subject_type = 'bulletinReading' AND d.subject_id = r.id AND d.duty = 'bulletinReading.answer' AND d.status = 'running'
            AND d.end_on < ${dateColumn(today())}::date))::int AS overdue
      FROM bulletin b JOIN bulletin_reading r ON r.bulletin_id = b.id WHERE b.family_id = x.id AND r.audience && ${textArray(scope.tokens)}
    ) r ON true
    ORDER BY x.status = 'closed', x.updated_at DESC, x.id`
}
