import { hash, verify } from '@node-rs/argon2'
import { randomBytes } from 'node:crypto'
import { loadActor } from './actor'
import { appendAudit } from './audit'
import { now } from './clock'
import { db, transact } from './db'
import { newId } from './id'
import { log } from './log'
import { countUse, giveBack, type LimitName, limits } from './rate-limit'
import { openSession, revokeSession, type SignInMethod, type Source } from './session'

export type SignedInAs = { readonly userId: string; readonly sessionId: string }

// Somebody to verify against where nobody is meant, so that all refusals take the same time.
let nobody: Promise<string> | undefined
const hashOfNobody = () => (nobody ??= hash(randomBytes(16).toString('hex')))

/**
 * One answer for every refusal: unknown, wrong, disabled and locked look and last the same. An attempt is counted before
 * it is checked, so that attempts at the same moment cannot slip through, and taken back when it was right.
 */
export async function signIn(login: string, password: string, source: Source): Promise<SignedInAs | null> {
  const name = nameOf(login)
  const lock = await countAttempt(name, source.address)
  const user = await db.user.findUnique({ where: { login: name }, include: { unit: { select: { active: true } } } })
  const right = await verify(user?.passwordHash ?? (await hashOfNobody()), password.slice(0, 200))
  const expired = user !== null && user.mustChange && user.firstPasswordUntil !== null && user.firstPasswordUntil < now()
  const open = user !== null && user.active && user.unit.active && !expired
  if (!open || !right || lock.closed) {
    // A locked account is told of once, not with every further attempt.
    if (!lock.closed || lock.news) await recordFailure(user, name, source, lock.closed ? 'locked' : !user ? 'unknown' : expired ? 'firstPasswordExpired' : !open ? 'disabled' : 'wrongPassword')
    return null
  }
  for (const [limit, key] of lock.counted) await giveBack(limit, key)
  return openFor(user, source, 'password')
}

const longestName = 64

/** What nobody is called is refused like any other name: counted, told of, and never a fault of the database. */
const nameOf = (login: string): string => login.replaceAll(/[\p{Cc}\p{Cs}]/gu, '').trim().toLowerCase().slice(0, longestName)

async function openFor(user: { id: string; regionCode: string }, source: Source, method: SignInMethod, withFactor = false): Promise<SignedInAs> {
  const sessionId = await openSession(user.id, source, { method, withFactor })
  const actor = await loadActor(user.id)
  await transact((tx) => appendAudit(tx, [{
    stream: user.regionCode, actor: { ...actor, sessionId, sourceAddress: source.address }, action: 'session.signIn',
    subjectType: 'user', subjectId: user.id, result: 'done', after: { method },
  }]))
  return { userId: user.id, sessionId }
}

/** Whom a directory vouches for: the account's name as it knows it, its own unchanging subject, and whether two factors were shown. */
export type Voucher = { readonly issuer: string; readonly subject: string; readonly login: string; readonly withFactor: boolean }

/**
 * Accounts are opened here and not by the directory. The first sign-in ties the account to the subject; another subject of
 * the same name, a name given to somebody else, is refused until administrators have untied it.
 */
export async function signInVouched({ issuer, subject, login, withFactor }: Voucher, source: Source): Promise<SignedInAs | null> {
  const name = nameOf(login)
  const user = await db.user.findUnique({
    where: { login: name }, include: { unit: { select: { active: true } }, signOnLinks: { where: { issuer, endedAt: null } } },
  })
  const tied = user?.signOnLinks[0]
  const taken = user && !tied ? await db.singleSignOnLink.count({ where: { issuer, subject, endedAt: null } }) : 0
  const fault = !user ? 'unknown' : !user.active || !user.unit.active ? 'disabled' : (tied ? tied.subject !== subject : taken > 0) ? 'otherSubject' : null
  if (!user || fault) {
    await recordFailure(user, name, source, fault ?? 'unknown')
    return null
  }
  if (!tied) await db.singleSignOnLink.create({ data: { id: newId(), userId: user.id, issuer, subject, linkedAt: now() } })
  return openFor(user, source, 'singleSignOn', withFactor)
}

type Attempt = { counted: [LimitName, string][]; closed: boolean; news: boolean }

/** What is over one limit is not counted against the next: nobody is locked out everywhere from one place. */
async function countAttempt(name: string, address: string): Promise<Attempt> {
  const attempt: Attempt = { counted: [], closed: false, news: false }
  for (const [limit, key] of [['signInAccountSource', `${name}|${address}`], ['signInSource', address], ['signInAccount', name]] as const) {
    const past = (await countUse(limit, key)) - limits[limit].max
    attempt.counted.push([limit, key])
    // From where this person has signed in before, strangers elsewhere cannot keep them out.
    if (past <= 0 || (limit === 'signInAccount' && (await isKnownSource(name, address)))) continue
    return { ...attempt, closed: true, news: past === 1 }
  }
  return attempt
}

const isKnownSource = async (login: string, sourceAddress: string) =>
  (await db.$queryRaw<unknown[]>`
    SELECT 1 FROM sign_in_session s JOIN app_user p ON p.id = s.user_id
    WHERE p.login = ${login} AND s.source_address = ${sourceAddress} LIMIT 1`).length > 0

async function recordFailure(user: { id: string; regionCode: string } | null, name: string, source: Source, reason: string): Promise<void> {
  // What stands in the name field may be a password typed in the wrong place.
  const after = { source: source.address, ...(user ? {} : { begins: name.slice(0, 2), length: name.length }) }
  await transact((tx) => appendAudit(tx, [{
    stream: user?.regionCode ?? 'system', actor: null, action: 'session.signIn', subjectType: 'user', subjectId: user?.id ?? null,
    result: 'denied', reason, after,
  }]))
}

/** The session ends here, whatever cookie still says so. */
export async function signOut(sessionId: string, userId: string): Promise<void> {
  if (!(await revokeSession(sessionId, userId))) return
  const actor = await loadActor(userId).catch((cause: unknown) => {
    log('warn', 'session.signOutOfDisabled', { cause: String(cause) })
    return null
  })
  if (actor)
    await transact((tx) => appendAudit(tx, [{
      stream: actor.regionCode, actor: { ...actor, sessionId }, action: 'session.signOut', subjectType: 'user', subjectId: userId, result: 'done',
    }]))
}
