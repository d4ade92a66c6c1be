import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { attempt, at, db, lines, loadActor, newId } from './ground'

const { takeStep } = await import('@/lib/engine/procedure/take-step')

const { createFirstAdministrator, createSetupToken, isOpenLink } = await import('@/lib/identity/mutations/setup')

beforeEach(() => at(0))
afterAll(() => db.$disconnect())

const input = {
  regionCode: '98', regionName: '试点省', unitName: '试点省人民检察院', login: 'root.admin', name: '温知远', fresh: 'hedgehog tin moon 7', again: 'hedgehog tin moon 7',
}

describe('the link that creates the first administrator', () => {
  test('opens for a day', async () => {
    const token = (await createSetupToken())!
    expect(await isOpenLink(token)).toBe(true)
    expect(await isOpenLink(`${token}x`)).toBe(false)
    expect(JSON.stringify(await db.setupLink.findMany())).not.toContain(token)
    at(24 * 60)
    expect(await isOpenLink(token)).toBe(false)
    await expect(createFirstAdministrator(token, input)).rejects.toMatchObject({ code: 'notFound' })
  })

  test('works once, however many open it at the same moment', async () => {
    const [one, two] = [(await createSetupToken())!, (await createSetupToken())!]
    await expect(createFirstAdministrator(one, { ...input, fresh: 'short', again: 'short' })).rejects.toMatchObject({ code: 'invalid' })
    const ends = await Promise.allSettled([one, one, two].map((token) => createFirstAdministrator(token, input)))
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await db.user.count()).toBe(1)
    expect(await db.region.findMany()).toMatchObject([{ code: '98', parentCode: null }])
    expect(await lines('user.setUp')).toMatchObject([{ stream: '98', result: 'done', actorId: null }])
    expect(await attempt('root.admin', input.fresh)).not.toBeNull()
    expect(await createSetupToken()).toBeNull()
  })

  test('and that administrator appoints the other two, each once, and no more than that', async () => {
    const first = await loadActor((await db.user.findFirstOrThrow()).id)
    expect(first.roles).toEqual(['systemAdmin'])
    const take = (step: string, id: string | null, given: unknown) => takeStep(first, step, id, given, { requestId: newId() })
    const account = async (login: string) => {
      const answer = await take('user.create', null, { unitId: first.unitId, login, name: '柏秋实', post: '干部' })
      return answer.ok ? answer.id : ''
    }
    const [security, audit, third] = [await account('root.security'), await account('root.audit'), await account('root.third')]
    expect(await take('user.appoint', security, { role: 'securityAdmin' })).toMatchObject({ ok: true })
    expect(await take('user.appoint', security, { role: 'auditAdmin' })).toMatchObject({ code: 'denied', reason: 'identity.deny.hasRoles' })
    expect(await take('user.appoint', audit, { role: 'auditAdmin' })).toMatchObject({ ok: true })
    expect(await take('user.appoint', third, { role: 'securityAdmin' })).toMatchObject({ reason: 'identity.refuse.alreadyAppointed' })
    expect(await take('user.appoint', first.userId, { role: 'auditAdmin' })).toMatchObject({ reason: 'identity.deny.self' })
    expect((await loadActor(security)).roles).toEqual(['securityAdmin'])
  })
})
