import { decode } from 'next-auth/jwt'
import { cookies, headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import { dateColumn, today } from './clock'
import { db } from './db'
import { secret } from './env'
import { isId } from './id'
import { isRole, type Role, type UnitKind } from './roles'
import type { Actor } from './scope'
import { isAlive, sessionCookie, touchSession } from './session'
import { sourceOf } from './source-address'

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
}

/** Name, unit and the roles valid today, in one statement; nobody for a disabled account. */
async function findPerson(userId: string): Promise<Person | null> {
  const day = dateColumn(today())
  const rows = await db.$queryRaw<Person[]>`
    SELECT p.id AS "userId", p.login, p.name, p.post, p.must_change AS "mustChange", u.id AS "unitId", u.short_name AS "unitName",
           u.kind AS "unitKind", r.code AS "regionCode", r.name AS "regionName",
           ARRAY(SELECT g.role FROM role_grant g WHERE g.user_id = p.id AND g.unit_id = p.unit_id AND g.from_on <= ${day}::date
                 AND (g.to_on IS NULL OR g.to_on >= ${day}::date) ORDER BY g.role) AS roles
    FROM app_user p JOIN unit u ON u.id = p.unit_id JOIN region r ON r.code = u.region_code
    WHERE p.id = ${userId}::uuid AND p.active AND u.active`
  return rows[0] ?? null
}

const actorOf = ({ mustChange: _, roles, unitKind, ...person }: Person, at: Pick<Actor, 'sessionId' | 'sourceAddress'>): Actor => ({
  ...person, unitKind: unitKind as UnitKind, roles: [...new Set(roles)].filter(isRole), actingFor: null, ...at,
})

type SignedIn = { readonly actor: Actor; readonly mustChange: boolean }

/** Who is behind this request, as the database knows them now; read once a request. */
export const findSignedIn = cache(async (): Promise<SignedIn | null> => {
  const cookie = (await cookies()).get(sessionCookie())?.value
  const token = cookie ? await decode({ token: cookie, secret: secret() }).catch(() => null) : null
  const { sid, uid } = token ?? {}
  if (typeof sid !== 'string' || typeof uid !== 'string' || !isId(sid) || !isId(uid)) return null
  const session = await db.signInSession.findUnique({ where: { id: sid } })
  if (session?.userId !== uid || !isAlive(session)) return null
  const person = await findPerson(uid)
  if (!person) return null
  await touchSession(sid, session.lastSeenAt)
  return { actor: actorOf(person, { sessionId: sid, sourceAddress: sourceOf(await headers()) }), mustChange: person.mustChange }
})

/** For doors that answer by themselves (files, exports): nobody until the first password is changed. */
export async function findActor(): Promise<Actor | null> {
  const signedIn = await findSignedIn()
  return signedIn && !signedIn.mustChange ? signedIn.actor : null
}

/** For pages and actions: leads to sign-in and back, or to the change of the first password. */
export async function requireActor({ evenIfMustChange = false } = {}): Promise<Actor> {
  const signedIn = await findSignedIn()
  if (!signedIn) redirect(`/sign-in?next=${encodeURIComponent(await currentPath())}`)
  if (signedIn.mustChange && !evenIfMustChange) redirect('/account/password')
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
  const person = await findPerson(userId)
  if (!person) throw new Error(`no active person ${userId}`)
  return actorOf(person, { sessionId: null, sourceAddress: null })
}
