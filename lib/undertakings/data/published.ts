import { db } from '@/lib/platform/db'
import { isId } from '@/lib/platform/id'
import type { Scope } from '@/lib/platform/scope'
import { textArray } from '@/lib/platform/together'
import { Prisma } from '@/prisma/generated/client'
import { undertakingKinds } from '../rules/kinds'

export const pageSize = 20

export type Published = { readonly id: string; readonly title: string; readonly text: string; readonly unit: string; readonly place: string; readonly publishedOn: Date }

const kinds = undertakingKinds.filter(({ publishing }) => publishing.length > 0)
const first = textArray(kinds.map(({ publishing }) => publishing[0]!))
const last = textArray(kinds.map(({ publishing }) => publishing.at(-1)!))

const found = (scope: Scope, more: Prisma.Sql): Prisma.Sql => Prisma.sql`
  SELECT x.id, x.title, t.text, u.name AS unit, r.name AS place, p.happened_on AS "publishedOn"
  FROM undertaking x JOIN unit u ON u.id = x.owner_id JOIN region r ON r.code = x.region_code
  JOIN LATERAL (SELECT text FROM undertaking_entry WHERE undertaking_id = x.id AND kind = ANY(${first}) ORDER BY id DESC LIMIT 1) t ON true
  JOIN LATERAL (SELECT happened_on FROM undertaking_entry WHERE undertaking_id = x.id AND kind = ANY(${last}) ORDER BY id DESC LIMIT 1) p ON true
  WHERE x.audience && ${textArray(scope.tokens)} AND x.kind = ANY(${textArray(kinds.map(({ key }) => key))}) AND x.status = 'running' AND ${more}`

/** 典型案例: what was approved for everybody, the latest first; its title and its words, and nothing else of it. */
export const listPublished = async (scope: Scope, page: number): Promise<Published[]> =>
  db.$queryRaw<Published[]>`${found(scope, Prisma.sql`true`)} ORDER BY p.happened_on DESC, x.id DESC LIMIT ${pageSize + 1} OFFSET ${(page - 1) * pageSize}`

export const findPublished = async (scope: Scope, id: string): Promise<Published | null> =>
  isId(id) ? ((await db.$queryRaw<Published[]>`${found(scope, Prisma.sql`x.id = ${id}::uuid`)}`)[0] ?? null) : null
