import { postsOn } from '@/lib/engine/notices/liaisons'
import { localDate, today } from '@/lib/platform/clock'
import { db, type Tx } from '@/lib/platform/db'
import { isRole, neverActedFor, type Role } from '@/lib/platform/roles'
import type { Scope } from '@/lib/platform/scope'
import { read, readAlone, textArray, type Read } from '@/lib/platform/together'
import { Prisma } from '@/prisma/generated/client'
import { type LiaisonRank, watchingKinds } from '../schema'

export type Eligible = { readonly id: string; readonly name: string; readonly post: string; readonly roles: readonly Role[] }

/** People of a unit who work there today: not those who only administer or look on. */
export async function listEligible(_scope: Scope, unitId: string, client: Tx = db): Promise<Eligible[]> {
  const rows = await readAlone(read<Omit<Eligible, 'roles'> & { roles: string[] }>(Prisma.sql`
    SELECT p.id, p.name, p.post, ARRAY(SELECT g.role FROM role_grant g WHERE g.user_id = p.id AND g.unit_id = ${unitId}::uuid AND g.from_on <= ${today()}::date
      AND (g.to_on IS NULL OR g.to_on >= ${today()}::date)) AS roles
    FROM app_user p WHERE p.unit_id = ${unitId}::uuid AND p.active ORDER BY p.name, p.id`), client)
  return rows.map(({ roles, ...row }) => ({ ...row, roles: roles.filter(isRole) }))
    .filter(({ roles }) => roles.some((role) => !neverActedFor.includes(role)))
}

export type PostRow = { readonly id: string; readonly userId: string; readonly name: string; readonly rank: LiaisonRank; readonly fromOn: string; readonly toOn: string | null; readonly serves: boolean }

/** Who is or was liaison of a unit, those of today first; `serves` is false where the account or the role is gone. */
export async function listPosts(_scope: Scope, unitId: string): Promise<PostRow[]> {
  const rows = await readAlone(read<Omit<PostRow, 'fromOn' | 'toOn'> & { fromOn: Date; toOn: Date | null }>(Prisma.sql`
    SELECT l.id, l.user_id AS "userId", p.name, l.rank, l.from_on AS "fromOn", l.to_on AS "toOn",
      EXISTS (SELECT 1 FROM (${postsOn(today())}) s WHERE s.unit_id = l.unit_id AND s.user_id = l.user_id AND s.rank = l.rank) AS serves
    FROM liaison_post l JOIN app_user p ON p.id = l.user_id
    WHERE l.unit_id = ${unitId}::uuid AND (l.to_on IS NULL OR l.to_on >= l.from_on)
    ORDER BY l.to_on IS NULL DESC, l.rank = 'main' DESC, l.from_on DESC, l.id DESC LIMIT 50`))
  return rows.map(({ fromOn, toOn, ...row }) => ({ ...row, fromOn: localDate(fromOn), toOn: toOn && localDate(toOn) }))
}

/** The main liaison of each of these units today, by unit; who has none is a gap. */
export async function findMainLiaisons(_scope: Scope, unitIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await db.$queryRaw<{ unitId: string; name: string }[]>`
    SELECT s.unit_id AS "unitId", p.name FROM (${postsOn(today())}) s JOIN app_user p ON p.id = s.user_id
    WHERE s.rank = 'main' AND s.unit_id = ANY(${textArray(unitIds)}::uuid[])`
  return new Map(rows.map(({ unitId, name }) => [unitId, name]))
}

/** The unit `u` is active, and nobody answers for it. */
export const isGap = (): Prisma.Sql => Prisma.sql`(u.active AND u.kind <> ALL(${textArray(watchingKinds)})
  AND NOT EXISTS (SELECT 1 FROM (${postsOn(today())}) s WHERE s.unit_id = u.id AND s.rank = 'main'))`

export const gapsOf = ({ regionCode }: { readonly regionCode?: string }): Read<{ id: string }> =>
  read(Prisma.sql`SELECT u.id FROM unit u WHERE ${isGap()} ${regionCode ? Prisma.sql`AND u.region_code = ${regionCode}` : Prisma.empty}`)

/** Active units that nobody answers for. */
export async function listGaps(scope: { readonly regionCode?: string }, client: Tx = db): Promise<string[]> {
  const rows = await readAlone(gapsOf(scope), client)
  return rows.map(({ id }) => id)
}

/** Who steps in for a main liaison who names nobody: the deputy named first. Null for everybody else. */
export async function findDeputy(tx: Tx, userId: string): Promise<string | null> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    WITH post AS (${postsOn(today())})
    SELECT l.user_id AS id FROM post main JOIN post d ON d.unit_id = main.unit_id AND d.rank = 'deputy'
    JOIN liaison_post l ON l.unit_id = d.unit_id AND l.user_id = d.user_id AND l.rank = 'deputy' AND l.to_on IS NULL
    WHERE main.rank = 'main' AND main.user_id = ${userId}::uuid AND d.user_id <> main.user_id ORDER BY l.from_on, l.id LIMIT 1`
  return rows[0]?.id ?? null
}
