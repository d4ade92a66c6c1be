import '@/lib/procedures'
import { getLocale } from 'next-intl/server'
import { cookies } from 'next/headers'
import { notFound } from 'next/navigation'
import { offerSteps } from '@/lib/engine/procedure/offer'
import { countUnread } from '@/lib/notices/data'
import { findSignedIn, requireActor, requireRole } from '@/lib/platform/actor'
import { localDate, today } from '@/lib/platform/clock'
import { env, isDemo } from '@/lib/platform/env'
import { formTokenCookie, formTokenOf } from '@/lib/platform/form-token'
import { safePath } from '@/lib/platform/safe-path'
import { type Actor, scopeOf } from '@/lib/platform/scope'
import { listManagedRegions, listManagedUnits } from '@/lib/units/data'
import { findFirstPassword, findManagedUser, listAuditLines, listManagedUsers } from './data'
import { userFeature } from './mutations/feature'
import { isOpenLink } from './mutations/setup'
import { withoutWords } from './rules'
import { auditQuery, userQuery } from './schema'

type Query = Record<string, string | string[] | undefined>

const formToken = async () => formTokenOf((await cookies()).get(formTokenCookie())?.value) ?? ''

/** Who one is here, for the frame around every page. */
export async function loadShell() {
  const actor = await requireActor({ evenIfMustChange: true })
  const [noticeCount, locale, signOutToken] = await Promise.all([countUnread(scopeOf(actor)), getLocale(), formToken()])
  const { name, post, unitName, regionName, roles, actingFor } = actor
  return {
    userName: name, post, unitName, regionName, roles, noticeCount, demo: isDemo(), locale, signOutToken,
    ...(actingFor ? { actingForName: actingFor.name } : {}),
  }
}

export async function loadSignIn(query: Query) {
  const signedIn = await findSignedIn()
  return {
    token: await formToken(), next: safePath(query.next), signedIn: signedIn !== null, demo: isDemo() ? env().DEMO_PASSWORD : null,
    failed: query.failed === 'credentials' || query.failed === 'stale' ? query.failed : null, ended: query.ended === '1',
  }
}

export const loadSetup = async (token: string) => ({ open: await isOpenLink(token), demo: isDemo() })

export async function loadAccount() {
  const signedIn = await findSignedIn()
  const actor = await requireActor({ evenIfMustChange: true })
  return { actor, mustChange: signedIn?.mustChange ?? false }
}

export async function loadUsers(query: Query) {
  const actor = await requireRole('systemAdmin', 'securityAdmin')
  const scope = scopeOf(actor)
  const filter = userQuery.parse(query)
  const [found, regions] = await Promise.all([listManagedUsers(scope, filter), listManagedRegions(scope)])
  return { actor, filter, regions, ...found, mayCreate: actor.roles.includes('systemAdmin') }
}

/** The form for a new account, with the bodies it can belong to. */
export async function loadNewUser() {
  const actor = await requireRole('systemAdmin')
  return { steps: offerSteps(userFeature, actor, null), units: await listUnits(actor) }
}

export async function loadUser(id: string) {
  const actor = await requireRole('systemAdmin', 'securityAdmin')
  const scope = scopeOf(actor)
  const user = await findManagedUser(scope, id)
  if (!user) notFound()
  const current = user.grants.filter(({ toOn }) => !toOn || localDate(toOn) >= today())
  const row = {
    ...user, unitKind: user.unit.kind, roles: current.map(({ role }) => role), status: user.active ? 'active' : 'disabled', audience: [],
  }
  const [firstPassword, units] = await Promise.all([findFirstPassword(scope, id), actor.roles.includes('systemAdmin') ? listUnits(actor) : []])
  return { actor, user, current, firstPassword, units, steps: offerSteps(userFeature, actor, row) }
}

const listUnits = async (actor: Actor) => (await listManagedUnits(scopeOf(actor), { page: 1, all: true })).rows

export async function loadAudit(query: Query) {
  const actor = await requireRole('auditAdmin')
  const filter = auditQuery.parse(query)
  const { rows, ...page } = await listAuditLines(scopeOf(actor), filter)
  return {
    filter, ...page,
    rows: rows.map((row) => ({ ...row, before: withoutWords(row.subjectType, row.before), after: withoutWords(row.subjectType, row.after) })),
  }
}
