import { decode } from 'next-auth/jwt'
import { cookies, headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import { dateColumn, today } from './clock'
import { db } from './db'
import { secret } from './env'
import { isId } from './id'
import { decidingRoles, isRole, mayActIn, type Role, type UnitKind } from './roles'
import type { Actor, Stand } from './scope'
import { isAlive, sessionCookie, type SessionTimes, touchSession } from './session'
import { sourceOf } from './source-address'
import { factorKey, factorLevel, needsFactor } from './sign-in-rules'
import { Prisma } from '@/prisma/generated/client'

type Person = {
  userId: string
  login: string
  name: string
  post: string
  unitId: string
  unitName: string
  unitKind: string
  regionCode: string
  regionName: string
  mustChange: boolean
  roles: string[]
  inferiorUnitIds: string[]
  engagementIds: string[]
  stands: { userId: string; name: string; byWhat: 'absence' | 'delegation'; roles: string[] }[]
}

// Name, the unit in which the person works and the roles valid there today; nobody for a disabled account.
const personColumns = () => {
  const day = dateColumn(today())
  return Prisma.sql`
    p.id AS "userId", p.login, p.name, p.post, p.must_change AS "mustChange", u.id AS "unitId", u.short_name AS "unitName",
    u.kind AS "unitKind", r.code AS "regionCode", r.name AS "regionName",
    ARRAY(SELECT g.role FROM role_grant g WHERE g.user_id = p.id AND g.unit_id = u.id AND g.from_on <= ${day}::date
          AND (g.to_on IS NULL OR g.to_on >= ${day}::date) ORDER BY g.role) AS roles,
    ARRAY(SELECT i.inferior_id::text FROM unit_relation i WHERE i.superior_id = u.id AND i.line = 'procuratorial' AND i.from_on <= ${day}::date
          AND (i.to_on IS NULL OR i.to_on >= ${day}::date) ORDER BY i.inferior_id) AS "inferiorUnitIds",
    ARRAY(SELECT e.id::text FROM engagement e WHERE e.expert_id = p.id AND e.status IN ('asked', 'answered') AND e.until_on >= ${day}::date ORDER BY e.id) AS "engagementIds",
    coalesce((SELECT json_agg(json_build_object('userId', s.user_id, 'name', s.name, 'byWhat', s.by_what, 'roles', s.roles))
              FROM stands_for(p.id, ${day}::date) s WHERE u.id = p.unit_id), '[]'::json) AS stands`
}
const people = () => Prisma.sql`app_user p JOIN unit u ON u.id = works_in(p.id, p.unit_id, ${dateColumn(today())}::date) AND u.active JOIN region r ON r.code = u.region_code`

async function findPerson(userId: string): Promise<Person | null> {
  const rows = await db.$queryRaw<Person[]>`SELECT ${personColumns()} FROM ${people()} WHERE p.id = ${userId}::uuid AND p.active`
  return rows[0] ?? null
}

type SignIn = SessionTimes & { readonly factorAt: Date | null; readonly hasFactor: boolean; readonly factorRule: unknown; readonly unread: number }

/** Unread notices are counted so far. */
const mostUnread = 100

/** The person with the sign-in's own row, the place's rule and what the frame of every page shows, in one statement: it is asked on every page. */
async function findSignIn(sid: string, userId: string): Promise<(Person & SignIn) | null> {
  const rows = await db.$queryRaw<(Person & SignIn)[]>`
    SELECT ${personColumns()}, s.last_seen_at AS "lastSeenAt", s.expires_at AS "expiresAt", s.revoked_at AS "revokedAt",
      s.factor_at AS "factorAt", EXISTS (SELECT 1 FROM second_factor f WHERE f.user_id = p.id AND f.confirmed_at IS NOT NULL) AS "hasFactor",
      (SELECT k.value FROM setting k WHERE k.key = ${factorKey} AND k.region_code IN (p.region_code, '*') AND k.effective_on <= ${dateColumn(today())}::date
       ORDER BY k.region_code = '*', k.effective_on DESC, k.set_at DESC LIMIT 1) AS "factorRule",
      (SELECT count(*)::int FROM (SELECT 1 FROM notice n WHERE n.user_id = p.id AND n.read_at IS NULL LIMIT ${mostUnread}) n) AS unread
    FROM sign_in_session s JOIN (${people()}) ON p.id = s.user_id
    WHERE s.id = ${sid}::uuid AND p.id = ${userId}::uuid AND p.active`
  return rows[0] ?? null
}

function actorOf({ mustChange: _, roles, stands, unitKind, ...person }: Person, at: Pick<Actor, 'sessionId' | 'sourceAddress'>): Actor {
  const own = [...new Set(roles)].filter(isRole)
  return { ...person, unitKind: unitKind as UnitKind, roles: own, actingFor: null, standsFor: standsOf(stands, own), ...at }
}

/** One entry a person. An absence hands on the work, a delegation the role written in it; neither makes a prosecutor or judge. */
function standsOf(stands: Person['stands'], own: readonly Role[]): Stand[] {
  const found = new Map<string, Stand>()
  for (const { userId, name, byWhat, roles } of stands) {
    const handed = roles.filter(isRole).filter((role) => mayActIn(role, own) && (byWhat === 'delegation' || !decidingRoles.includes(role)))
    const before = found.get(userId)?.roles ?? []
    if (handed.length > 0) found.set(userId, { userId, name, roles: [...new Set([...before, ...handed])] })
  }
  return [...found.values()]
}

/** What a sign-in still lacks: the code, another password than the first, a second factor. */
export type Due = 'code' | 'password' | 'factor'
type SignedIn = { readonly actor: Actor; readonly due: Due | null; readonly hasFactor: boolean; readonly unread: number }

function dueOf({ mustChange, roles, factorAt, hasFactor, factorRule }: Person & SignIn): Due | null {
  if (hasFactor && !factorAt) return 'code'
  if (mustChange) return 'password'
  return !hasFactor && !factorAt && needsFactor(factorLevel(factorRule), roles) ? 'factor' : null
}

/** Who is behind this request, as the database knows them now; read once a request. */
const readSignedIn = cache(async (): Promise<(SignedIn & { readonly sid: string; readonly lastSeenAt: Date }) | null> => {
  const cookie = (await cookies()).get(sessionCookie())?.value
  const token = cookie ? await decode({ token: cookie, secret: secret() }).catch(() => null) : null
  const { sid, uid } = token ?? {}
  if (typeof sid !== 'string' || typeof uid !== 'string' || !isId(sid) || !isId(uid)) return null
  const found = await findSignIn(sid, uid)
  if (!found || !isAlive(found)) return null
  const { lastSeenAt, expiresAt: _expires, revokedAt: _revoked, factorAt: _factor, factorRule: _rule, hasFactor, unread, ...person } = found
  const actor = actorOf(person, { sessionId: sid, sourceAddress: sourceOf(await headers()) })
  // Whose roles have all ended reads no notice, nor how many there are.
  const reads = actor.roles.length + actor.standsFor.length > 0
  return { actor, due: dueOf(found), hasFactor, unread: reads ? unread : 0, sid, lastSeenAt }
})

const touch = cache(touchSession)

/** The same, and the sign-in is in use. */
export async function findSignedIn(): Promise<SignedIn | null> {
  const found = await readSignedIn()
  if (found) await touch(found.sid, found.lastSeenAt)
  return found
}

/** For what a page asks by itself while nobody need sit there: an idle sign-in still runs out. */
export async function findWatcher(): Promise<Actor | null> {
  const found = await readSignedIn()
  return found && found.due === null ? found.actor : null
}

/** For doors that answer by themselves (files, exports): nobody whose sign-in still lacks something. */
export async function findActor(): Promise<Actor | null> {
  const signedIn = await findSignedIn()
  return signedIn && signedIn.due === null ? signedIn.actor : null
}

/** Pages on which one provides what is lacking; without the code there is no page at all. */
const duePage = { password: '/account/password', factor: '/account/second-factor' } as const

/** For pages and actions: leads to sign-in and back, or to what the sign-in still lacks. */
export async function requireActor({ evenIfDue = false } = {}): Promise<Actor> {
  const signedIn = await findSignedIn()
  if (!signedIn) redirect(`/sign-in?next=${encodeURIComponent(await currentPath())}`)
  if (signedIn.due === 'code') redirect(`/sign-in/code?next=${encodeURIComponent(await currentPath())}`)
  if (signedIn.due && !evenIfDue) redirect(duePage[signedIn.due])
  return signedIn.actor
}

/** For pages of one administrator: to everybody else they do not exist. */
export async function requireRole(...wanted: Role[]): Promise<Actor> {
  const actor = await requireActor()
  if (!actor.roles.some((role) => wanted.includes(role))) notFound()
  return actor
}

/** proxy.ts tells the path that was asked for. */
const currentPath = async () => (await headers()).get('x-asked-path') ?? '/'

/** A person as actor without a sign-in: for the worker, the demo's story and tests. */
export async function loadActor(userId: string): Promise<Actor> {
  const actor = await findActorNow(userId)
  if (!actor) throw new Error(`no active person ${userId}`)
  return actor
}

/** The same as the database knows them now; null where the account is disabled. */
export async function findActorNow(userId: string): Promise<Actor | null> {
  const person = await findPerson(userId)
  return person && actorOf(person, { sessionId: null, sourceAddress: null })
}
