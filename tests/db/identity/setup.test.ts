import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { attempt, at, db, lines } from './ground'

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
})
