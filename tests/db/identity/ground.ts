import { testDatabase } from '@/tests/support/database'

process.env.GONGYI_CLOCK = 'movable'
process.env.NEXTAUTH_SECRET = 'only for this test'
const database = await testDatabase()
const { db } = await import('@/lib/platform/db')
const { holdClock } = await import('@/lib/platform/clock')
const { newId } = await import('@/lib/platform/id')
const { loadActor } = await import('@/lib/platform/actor')
const { scopeOf } = await import('@/lib/platform/scope')
const { verifyAudit } = await import('@/lib/platform/audit')
const { signIn, signOut } = await import('@/lib/platform/sign-in')
const { isAlive } = await import('@/lib/platform/session')
const { demoPassword, seedPlaces, unitIdOf, userIdOf } = await import('@/prisma/seed/fixture')
const { takeStep } = await import('@/lib/engine/procedure/take-step')
await import('@/lib/procedures')

export { database, db, isAlive, loadActor, newId, scopeOf, signOut, unitIdOf, userIdOf, verifyAudit }

export const password = demoPassword()

const start = Date.parse('2026-05-11T08:00:00+08:00')
let minutes = 0
/** Minutes after the start of the day. */
export const at = (minute: number) => {
  minutes = minute
  holdClock(new Date(start + minute * 60_000))
}
export const later = (more: number) => at(minutes + more)

export async function settle(): Promise<void> {
  at(0)
  await db.$transaction(seedPlaces, { timeout: 60_000 })
}

export const attempt = (login: string, given: string, address = '10.0.0.1') => signIn(login, given, { address, userAgent: 'test' })

export const take = async (login: string, step: string, id: string | null, input: unknown) =>
  takeStep(await loadActor(userIdOf(login)), step, id, input, { requestId: newId() })

export const sessionOf = (id: string) => db.signInSession.findUniqueOrThrow({ where: { id } })

export const lines = (action: string, subjectId?: string) =>
  db.auditEvent.findMany({ where: { action, ...(subjectId ? { subjectId } : {}) }, orderBy: [{ stream: 'asc' }, { seq: 'asc' }] })

export const rolesOf = async (login: string) => (await loadActor(userIdOf(login))).roles
