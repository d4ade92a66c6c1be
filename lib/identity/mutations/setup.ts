import { hash } from '@node-rs/argon2'
import { randomBytes } from 'node:crypto'
import type { z } from 'zod'
import { appendAudit } from '@/lib/platform/audit'
import { sha256 } from '@/lib/platform/canonical'
import { dateColumn, now, today } from '@/lib/platform/clock'
import { db, transact, type Tx } from '@/lib/platform/db'
import { invalid, notFound } from '@/lib/platform/errors'
import { newId } from '@/lib/platform/id'
import { passwordFault } from '../rules'
import type { setupInput } from '../schema'

const lifetime = 24 * 3600 * 1000

/** A link for whoever sees the console; only its hash is kept. Null once there is an administrator. */
export async function createSetupToken(): Promise<string | null> {
  if (await hasAdministrator(db)) return null
  const token = randomBytes(32).toString('base64url')
  const createdAt = now()
  await db.setupLink.create({ data: { tokenHash: sha256(token), createdAt, expiresAt: new Date(createdAt.getTime() + lifetime) } })
  return token
}

/** Without a person there is no actor and no step: this happens once in a system's life, and leaves its line. */
export async function createFirstAdministrator(token: string, input: z.infer<typeof setupInput>): Promise<void> {
  const { regionCode, regionName, unitName, login, name, fresh, again } = input
  const fault = passwordFault(fresh, { login })
  if (fault) throw invalid({ fresh: `identity.password.${fault}` })
  if (fresh !== again) throw invalid({ again: 'identity.password.again' })
  const passwordHash = await hash(fresh)
  await transact(async (tx) => {
    const { count } = await tx.setupLink.updateMany({
      where: { tokenHash: sha256(token), usedAt: null, expiresAt: { gt: now() } }, data: { usedAt: now() },
    })
    // Two links opened at the same time create one administrator.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('first administrator'))`
    if (count !== 1 || (await hasAdministrator(tx))) throw notFound()
    await tx.region.createMany({ data: [{ code: regionCode, name: regionName, shortName: regionName }], skipDuplicates: true })
    const unitId = await findOrCreateUnit(tx, regionCode, unitName)
    const userId = newId()
    await tx.user.create({ data: { id: userId, login, name, post: '系统管理员', unitId, regionCode, passwordHash, createdAt: now() } })
    await tx.roleGrant.create({ data: { id: newId(), userId, unitId, role: 'systemAdmin', fromOn: dateColumn(today()) } })
    await appendAudit(tx, [{
      stream: regionCode, actor: null, action: 'user.setUp', subjectType: 'user', subjectId: userId, result: 'done',
      after: { login, name, unitName, regionName, role: 'systemAdmin' },
    }])
  })
}

async function findOrCreateUnit(tx: Tx, regionCode: string, name: string): Promise<string> {
  const known = await tx.unit.findUnique({ where: { regionCode_name: { regionCode, name } } })
  if (known) return known.id
  const id = newId()
  await tx.unit.create({ data: { id, regionCode, kind: 'procuratorate', name, shortName: name.slice(0, 30) } })
  return id
}

/** Does the link still open? Nobody is signed in yet: the token itself is the right. */
export const isOpenLink = async (token: string): Promise<boolean> =>
  (await db.setupLink.findFirst({ where: { tokenHash: sha256(token), usedAt: null, expiresAt: { gt: now() } } })) !== null

const hasAdministrator = async (client: Tx) =>
  (await client.roleGrant.findFirst({ where: { role: 'systemAdmin', user: { active: true } } })) !== null
