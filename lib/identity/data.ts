import { verify } from '@node-rs/argon2'
import { type AuditEvent, Prisma, type RoleGrant, type User } from '@/prisma/generated/client'
import { auditStreams } from '@/lib/platform/audit-streams'
import { now, startOfDay, today } from '@/lib/platform/clock'
import { db, type Tx } from '@/lib/platform/db'
import { secret } from '@/lib/platform/env'
import { heldOn } from '@/lib/platform/held-on'
import { isId } from '@/lib/platform/id'
import { administrators, type Role } from '@/lib/platform/roles'
import type { Scope } from '@/lib/platform/scope'
import { settingOn } from '@/lib/platform/settings'
import { unseal } from '@/lib/platform/sealed'
import { staleDays, staleKey } from '@/lib/platform/sign-in-rules'
import { columnsOf, idArray, read, readAlone, readTogether, textArray, type Read } from '@/lib/platform/together'
import { findUnitNames, isManaged, ofManaged } from '@/lib/units/data'
import { initialPassword } from './rules'

/** Roles hold from a day to a day; these hold today. */
export const validToday = (): Prisma.RoleGrantWhereInput => heldOn(today())

/** Somebody with an account does the business of this body today; with roles named, that of these roles. */
export const peopled = (unitId: Prisma.Sql, roles?: readonly Role[]): Prisma.Sql => Prisma.sql`EXISTS (
  SELECT 1 FROM role_grant g JOIN app_user p ON p.id = g.user_id AND p.active
  WHERE g.unit_id = ${unitId} AND ${roles ? Prisma.sql`g.role = ANY(${textArray(roles)})` : Prisma.sql`g.role <> ALL(${textArray([...administrators, 'viewer'])})`}
    AND g.from_on <= ${today()}::date AND (g.to_on IS NULL OR g.to_on >= ${today()}::date))`

export const isPeopled = async (unitId: string, roles?: readonly Role[], client: Tx = db): Promise<boolean> =>
  (await readAlone(read<{ is: boolean }>(Prisma.sql`SELECT ${peopled(Prisma.sql`${unitId}::uuid`, roles)} AS is`), client))[0]!.is

export type PersonChoice = { id: string; name: string; post: string }

/** Colleagues of the own unit with one of these roles today, to choose from. */
export const colleaguesOf = (scope: Scope, roles: readonly Role[]): Read<PersonChoice> => read(Prisma.sql`
  SELECT p.id, p.name, p.post FROM app_user p
  WHERE p.active AND EXISTS (
    SELECT 1 FROM role_grant g WHERE g.user_id = p.id AND g.unit_id = ${scope.unitId}::uuid AND g.role = ANY(${textArray(roles)})
      AND g.from_on <= ${today()}::date AND (g.to_on IS NULL OR g.to_on >= ${today()}::date))
  ORDER BY p.name, p.login`)

export const listColleagues = async (scope: Scope, roles: readonly Role[]): Promise<PersonChoice[]> => readAlone(colleaguesOf(scope, roles))

/** Names by id, for records within the reader's scope; the caller has read the record. */
export async function findPersonNames(_scope: Scope, ids: readonly string[]): Promise<Record<string, string>> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return {}
  const rows = await readAlone(read<{ id: string; name: string }>(Prisma.sql`SELECT id, name FROM app_user WHERE id = ANY(${idArray(wanted)})`))
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]))
}

/** Names of bodies and people, in one statement. */
export async function findNames(scope: Scope, ids: { units: readonly string[]; people: readonly string[] }) {
  const [units, people] = await Promise.all([findUnitNames(scope, ids.units), findPersonNames(scope, ids.people)])
  return { units, people }
}

export const pageSize = 20

export type UserFilter = { region?: string; unit?: string; role?: Role; q?: string; page: number }

export async function listManagedUsers(scope: Scope, { region, unit, role, q, page }: UserFilter) {
  const held = Prisma.sql`g.from_on <= ${today()}::date AND (g.to_on IS NULL OR g.to_on >= ${today()}::date)`
  const where = Prisma.join([
    isManaged(scope, Prisma.sql`p.region_code`), ...(region ? [Prisma.sql`p.region_code = ${region}`] : []), ...(unit ? [Prisma.sql`p.unit_id = ${unit}::uuid`] : []),
    ...(role ? [Prisma.sql`EXISTS (SELECT 1 FROM role_grant g WHERE g.user_id = p.id AND g.role = ${role} AND ${held})`] : []),
    ...(q ? [Prisma.sql`(position(${q} IN p.name) > 0 OR position(${q.toLowerCase()} IN p.login) > 0)`] : []),
  ], ' AND ')
  const { rows, totals } = await readTogether({
    rows: read<Pick<User, 'id' | 'login' | 'name' | 'post' | 'active'> & { unitName: string; roles: string[] }>(Prisma.sql`
      SELECT p.id, p.login, p.name, p.post, p.active, u.short_name AS "unitName", ARRAY(SELECT g.role FROM role_grant g WHERE g.user_id = p.id AND ${held} ORDER BY g.role) AS roles
      FROM app_user p JOIN unit u ON u.id = p.unit_id WHERE ${where} ORDER BY p.active DESC, p.login LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}`),
    totals: read<{ total: number }>(Prisma.sql`SELECT count(*)::int AS total FROM app_user p WHERE ${where}`),
  })
  return { rows, total: totals[0]!.total }
}

const { passwordHash: _secret, firstPasswordUntil: _renamed, ...shownFields } = Prisma.UserScalarFieldEnum

/** A managed account; the hash of the password stays here. */
export async function findManagedUser(scope: Scope, id: string) {
  if (!isId(id)) return null
  const seen = Prisma.sql`app_user p JOIN unit u ON u.id = p.unit_id WHERE p.id = ${id}::uuid AND ${isManaged(scope, Prisma.sql`p.region_code`)}`
  const { users: [user], grants } = await readTogether({
    users: read<Omit<User, 'passwordHash' | 'firstPasswordUntil'> & { firstPasswordEndsAt: Date | null; unit: { name: string; kind: string }; hasFactor: boolean; lastSignInAt: Date | null }>(Prisma.sql`
      SELECT ${columnsOf(shownFields, 'p')}, p.first_password_until AS "firstPasswordEndsAt", json_build_object('name', u.name, 'kind', u.kind) AS unit,
        EXISTS (SELECT 1 FROM second_factor f WHERE f.user_id = p.id AND f.confirmed_at IS NOT NULL) AS "hasFactor", (SELECT max(s.created_at) FROM sign_in_session s WHERE s.user_id = p.id) AS "lastSignInAt"
      FROM ${seen}`),
    grants: read<RoleGrant>(Prisma.sql`SELECT ${columnsOf(Prisma.RoleGrantScalarFieldEnum, 'g')} FROM role_grant g WHERE g.user_id IN (SELECT p.id FROM ${seen}) ORDER BY g.from_on DESC, g.role`),
  })
  return user ? { ...user, grants } : null
}

/** The first password, as long as it is the one in force: nothing keeps it, it is made again and tried. */
export async function findFirstPassword(scope: Scope, id: string): Promise<string | null> {
  const user = await db.user.findFirst({ where: { id, active: true, mustChange: true, OR: [{ firstPasswordUntil: null }, { firstPasswordUntil: { gt: now() } }], ...(await ofManaged(scope)) } })
  if (!user || !scope.roles.includes('systemAdmin')) return null
  const password = initialPassword(secret(), user.id, user.version)
  return (await verify(user.passwordHash, password)) ? password : null
}

const mostOwnSignIns = 30

/** The own sign-ins, newest first: those that still open doors and the last that ended. */
export function listOwnSignIns(scope: Scope) {
  return db.signInSession.findMany({ where: { userId: scope.userId }, orderBy: { createdAt: 'desc' }, take: mostOwnSignIns })
}

/** The own authenticator; while it is being set up, its secret, which nobody else can open. */
export async function findOwnFactor(scope: Scope) {
  const found = await db.secondFactor.findUnique({ where: { userId: scope.userId } })
  return { confirmedAt: found?.confirmedAt ?? null, pendingSecret: found?.pendingSecret ? unseal(found.pendingSecret, scope.userId) : null }
}

export type StaleAccount = {
  readonly id: string
  readonly login: string
  readonly name: string
  readonly unitName: string
  readonly createdAt: Date
  readonly lastSignInAt: Date | null
  readonly mustChange: boolean
}

/** Open accounts nobody signed in with for so many days, those never used first. */
export async function listStaleAccounts(scope: Scope, days: number, page: number): Promise<{ rows: StaleAccount[]; hasNext: boolean }> {
  const before = new Date(now().getTime() - days * 86_400_000)
  const { regionCode } = await ofManaged(scope)
  const rows = await db.$queryRaw<StaleAccount[]>`
    SELECT p.id, p.login, p.name, u.short_name AS "unitName", p.created_at AS "createdAt", p.must_change AS "mustChange", s.last AS "lastSignInAt"
    FROM app_user p JOIN unit u ON u.id = p.unit_id
    LEFT JOIN LATERAL (SELECT max(created_at) AS last FROM sign_in_session WHERE user_id = p.id) s ON true
    WHERE p.active AND (${regionCode ?? null}::text IS NULL OR p.region_code = ${regionCode ?? null}) AND coalesce(s.last, p.created_at) < ${before}
    ORDER BY s.last NULLS FIRST, p.created_at, p.login OFFSET ${(page - 1) * pageSize} LIMIT ${pageSize + 1}`
  return { rows: rows.slice(0, pageSize), hasNext: rows.length > pageSize }
}

/** After how many days without a sign-in the place wants an account looked at. */
export const findStaleDays = async (scope: Scope): Promise<number> => staleDays(await settingOn(db, scope.regionCode, today(), staleKey))

export type AuditFilter = { stream?: string; result?: string; action?: string; who?: string; from?: string; to?: string; page: number }

/** The chain's lines, newest first; administrators of the topmost region read every stream. */
export async function listAuditLines(scope: Scope, { stream, result, action, who, from, to, page }: AuditFilter) {
  const seen = Prisma.sql`${auditStreams} s WHERE ${isManaged(scope, Prisma.sql`s.stream`)}`
  const where = Prisma.join([
    Prisma.sql`e.stream = s.stream`, ...(result ? [Prisma.sql`e.result = ${result}`] : []), ...(action ? [Prisma.sql`starts_with(e.action, ${action})`] : []),
    ...(who ? [Prisma.sql`position(${who} IN e.actor_name) > 0`] : []), ...(from ? [Prisma.sql`e.at >= ${startOfDay(from)}`] : []),
    ...(to ? [Prisma.sql`e.at < ${new Date(startOfDay(to).getTime() + 86_400_000)}`] : []),
  ], ' AND ')
  const { rows, streams } = await readTogether({
    // The latest of each chain, then of all of them.
    rows: read<Omit<AuditEvent, 'at'> & { wroteAt: Date }>(Prisma.sql`
      SELECT ${columnsOf(lineFields, 'x')}, x.at AS "wroteAt" FROM (SELECT s.stream FROM ${seen} ${stream ? Prisma.sql`AND s.stream = ${stream}` : Prisma.empty}) s
      CROSS JOIN LATERAL (SELECT e.* FROM audit_event e WHERE ${where} ORDER BY e.at DESC, e.seq DESC LIMIT ${page * pageSize + 1}) x
      ORDER BY x.at DESC, x.seq DESC LIMIT ${pageSize + 1} OFFSET ${(page - 1) * pageSize}`),
    streams: read<{ stream: string }>(Prisma.sql`SELECT s.stream FROM ${seen} ORDER BY s.stream`),
  })
  return { rows: rows.slice(0, pageSize).map(({ wroteAt, ...row }) => ({ ...row, at: wroteAt })), hasNext: rows.length > pageSize, streams: streams.map((row) => row.stream) }
}

const { at: _wrote, ...lineFields } = Prisma.AuditEventScalarFieldEnum
