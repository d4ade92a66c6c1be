import type { Scope } from '@/lib/platform/scope'
import { read, readAlone, textArray } from '@/lib/platform/together'
import { Prisma } from '@/prisma/generated/client'
import type { BulletinFilter } from '../schema/bulletin'

export const pageSize = 20

export type BulletinListRow = {
  readonly id: string
  readonly number: string | null
  readonly kind: string
  readonly title: string
  readonly issuerId: string
  readonly issuedOn: Date | null
  readonly status: string
  /** The own body's reading, where it is named. */
  readonly reading: string | null
  /** For the issuer: how many of the bodies named have read it. */
  readonly read: number
  readonly readers: number
}

const sideOf = (scope: Scope, side: BulletinFilter['side']): Prisma.Sql[] => {
  if (side === 'issued') return [Prisma.sql`x.issuer_id = ${scope.unitId}::uuid`]
  if (side === 'unreadBy') return [Prisma.sql`x.issuer_id = ${scope.unitId}::uuid AND x.status = 'issued' AND b.read < b.readers`]
  if (side === undefined) return []
  return [side === 'unread' ? Prisma.sql`o.status = 'unread'` : Prisma.sql`o.status IS NOT NULL`]
}

/** What the own body issued and what names it; the latest first. */
export async function listBulletins(scope: Scope, { side, kind, page }: BulletinFilter): Promise<BulletinListRow[]> {
  const conditions = [
    Prisma.sql`x.audience && ${textArray(scope.tokens)}`, Prisma.sql`(x.issuer_id = ${scope.unitId}::uuid OR o.status IS NOT NULL)`,
    ...sideOf(scope, side), ...(kind ? [Prisma.sql`x.kind = ${kind}`] : []),
  ]
  return readAlone(read<BulletinListRow>(Prisma.sql`
    SELECT x.id, x.number, x.kind, x.title, x.issuer_id AS "issuerId", x.issued_on AS "issuedOn", x.status, o.status AS reading, b.read, b.readers
    FROM bulletin x
    LEFT JOIN bulletin_reading o ON o.bulletin_id = x.id AND o.reader_id = ${scope.unitId}::uuid AND o.audience && ${textArray(scope.tokens)}
    LEFT JOIN LATERAL (
      SELECT count(*) FILTER (WHERE r.status <> 'unread')::int AS read, count(*)::int AS readers FROM bulletin_reading r
      WHERE r.bulletin_id = x.id AND r.audience && ${textArray(scope.tokens)}
    ) b ON true
    WHERE ${Prisma.join(conditions, ' AND ')}
    ORDER BY x.created_at DESC, x.id DESC LIMIT ${pageSize + 1} OFFSET ${(page - 1) * pageSize}`))
}
