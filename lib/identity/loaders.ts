import '@/lib/procedures'
import { getLocale, getTranslations } from 'next-intl/server'
import { cookies } from 'next/headers'
import { notFound } from 'next/navigation'
import { encode } from 'uqr'
import { offerSteps } from '@/lib/engine/procedure/offer'
import { countOpenWork, listStaff } from '@/lib/handovers/data'
import { findSignedIn, requireActor, requireRole } from '@/lib/platform/actor'
import { localDate, today } from '@/lib/platform/clock'
import { env, isDemo } from '@/lib/platform/env'
import { formTokenCookie, formTokenOf } from '@/lib/platform/form-token'
import { safePath } from '@/lib/platform/safe-path'
import { type Actor, scopeOf } from '@/lib/platform/scope'
import { isAlive } from '@/lib/platform/session'
import { singleSignOnName } from '@/lib/platform/single-sign-on'
import { findStepDone } from '@/lib/platform/step-done'
import { totpUri } from '@/lib/platform/totp'
import { listManagedRegions, listManagedUnits } from '@/lib/units/data'
import { findFirstPassword, findManagedUser, findOwnFactor, findPersonNames, findStaleDays, listAuditLines, listManagedUsers, listOwnSignIns, listStaleAccounts, pageSize } from './data'
import { userFeature } from './mutations/feature'
import { isOpenLink } from './mutations/setup'
import { withoutWords } from './rules'
import { auditQuery, userQuery } from './schema'

type Query = Record<string, string | string[] | undefined>

const formToken = async () => formTokenOf((await cookies()).get(formTokenCookie())?.value) ?? ''

/** Who one is here, for the frame around every page. */
export async function loadShell() {
  const actor = await requireActor({ evenIfDue: true })
  const [signedIn, locale, signOutToken, done] = await Promise.all([findSignedIn(), getLocale(), formToken(), findStepDone()])
  const { name, post, unitName, regionName, roles, standsFor } = actor
  return {
    userName: name, post, unitName, regionName, roles, noticeCount: signedIn?.unread ?? 0, demo: isDemo(), locale, signOutToken, done,
    ...(standsFor.length > 0 ? { actingForName: standsFor.map((stand) => stand.name).join('、') } : {}),
  }
}

const failures = ['credentials', 'stale', 'provider', 'noAccount'] as const

export async function loadSignIn(query: Query) {
  const signedIn = await findSignedIn()
  return {
    token: await formToken(), next: safePath(query.next), signedIn: signedIn !== null, demo: isDemo() ? env().DEMO_PASSWORD : null,
    failed: failures.find((failure) => failure === query.failed) ?? null, provider: singleSignOnName(), ended: query.ended === '1',
  }
}

export const loadSetup = async (token: string) => ({ open: await isOpenLink(token), demo: isDemo() })

export async function loadAccount() {
  const actor = await requireActor({ evenIfDue: true })
  const signedIn = await findSignedIn()
  return { actor, mustChange: signedIn?.due === 'password', hasFactor: signedIn?.hasFactor ?? false }
}

/** The second part of signing in; null for who has nothing to show here. */
export async function loadCode(query: Query) {
  const signedIn = await findSignedIn()
  return { next: safePath(query.next), token: await formToken(), due: signedIn?.due === 'code' }
}

export async function loadProof(query: Query) {
  await requireActor()
  return { next: safePath(query.next), hasFactor: (await findSignedIn())?.hasFactor ?? false }
}

export async function loadSecondFactor() {
  const actor = await requireActor({ evenIfDue: true })
  const signedIn = await findSignedIn()
  const { confirmedAt, pendingSecret } = await findOwnFactor(scopeOf(actor))
  const t = await getTranslations('shell')
  const uri = pendingSecret && totpUri(pendingSecret, actor.login, t('product'))
  return { demanded: signedIn?.due === 'factor', confirmedAt, secret: pendingSecret, picture: uri && pictureOf(uri) }
}

/** Drawn here: the secret goes to no other service. Its black squares as one path. */
function pictureOf(uri: string): { size: number; path: string } {
  const { size, data } = encode(uri, { ecc: 'M', border: 2 })
  return { size, path: data.flatMap((line, y) => line.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('') }
}

export async function loadSignIns() {
  const actor = await requireActor({ evenIfDue: true })
  const rows = await listOwnSignIns(scopeOf(actor))
  return { rows: rows.map((row) => ({ ...row, alive: isAlive(row), here: row.id === actor.sessionId })) }
}

export async function loadStaleAccounts(query: Query) {
  const scope = scopeOf(await requireRole('systemAdmin', 'securityAdmin'))
  const { page } = userQuery.parse(query)
  const days = await findStaleDays(scope)
  return { days, page, pageSize, ...(await listStaleAccounts(scope, days, page)) }
}

export async function loadUsers(query: Query) {
  const actor = await requireRole('systemAdmin', 'securityAdmin')
  const scope = scopeOf(actor)
  const filter = userQuery.parse(query)
  const [found, regions] = await Promise.all([listManagedUsers(scope, filter), listManagedRegions(scope)])
  return { filter, regions, pageSize, ...found, mayCreate: actor.roles.includes('systemAdmin') }
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
  const system = actor.roles.includes('systemAdmin')
  const asker = user.factorResetAskedById
  const [firstPassword, names, units, staff, work] = await Promise.all([
    findFirstPassword(scope, id), findPersonNames(scope, asker ? [asker] : []), system ? listUnits(actor) : [], system ? listStaff(scope, user.unitId) : [], countOpenWork(scope, id),
  ])
  return { actor, user, current, firstPassword, units, askedBy: Object.values(names)[0] ?? '', work, successors: staff.filter((each) => each.id !== id), steps: offerSteps(userFeature, actor, row) }
}

const listUnits = async (actor: Actor) => (await listManagedUnits(scopeOf(actor), { page: 1, all: true })).rows

export async function loadAudit(query: Query) {
  const actor = await requireRole('auditAdmin')
  const filter = auditQuery.parse(query)
  const { rows, ...page } = await listAuditLines(scopeOf(actor), filter)
  return {
    filter, pageSize, ...page,
    rows: rows.map((row) => ({ ...row, before: withoutWords(row.subjectType, row.before), after: withoutWords(row.subjectType, row.after) })),
  }
}
