import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '@/tests/support/database'

await testDatabase()
const { db } = await import('@/lib/platform/db')
const { today } = await import('@/lib/platform/clock')
const { newId } = await import('@/lib/platform/id')
const { loadActor } = await import('@/lib/platform/actor')
const { scopeOf } = await import('@/lib/platform/scope')
const { takeStep } = await import('@/lib/engine/procedure/take-step')
await import('@/lib/procedures')
const { findManagedUnit, findSuperior, findUnitNames, listManagedRegions, listManagedUnits, listPossibleSuperiors, listUnitChoices } = await import('@/lib/units/data')
const { places } = await import('@/prisma/seed/places')
const { seedPlaces, unitIdOf, userIdOf } = await import('@/prisma/seed/fixture')

beforeAll(() => db.$transaction(seedPlaces, { timeout: 60_000 }))
afterAll(() => db.$disconnect())

const scope = async (login: string) => scopeOf(await loadActor(userIdOf(login)))
const take = async (login: string, step: string, id: string | null, input: unknown, version?: number) =>
  takeStep(await loadActor(userIdOf(login)), step, id, input, { requestId: newId(), ...(version ? { version } : {}) })
const agency = (name: string) => ({ regionCode: '990101', kind: 'agency', agencyForm: 'own', name, shortName: name })

describe('the demo\'s places', () => {
  test('hold the bodies the opinions speak of', async () => {
    const counts = await db.unit.groupBy({ by: ['regionCode'], _count: true })
    const of = (code: string) => counts.find(({ regionCode }) => regionCode === code)?._count
    expect([of('990101'), of('990105')]).toEqual([32, 56])
    expect((await db.region.findMany()).length).toBe(places.length)
  })

  test('are the same when seeded again', async () => {
    const before = await Promise.all([db.unit.count(), db.user.count(), db.roleGrant.count(), db.unitRelation.count()])
    await db.$transaction(seedPlaces, { timeout: 60_000 })
    expect(await Promise.all([db.unit.count(), db.user.count(), db.roleGrant.count(), db.unitRelation.count()])).toEqual(before)
  })

  test('name nobody twice, ring nowhere, and have somebody for every role', async () => {
    const people = await db.user.findMany({ include: { grants: true } })
    expect(new Set(people.map(({ name }) => name)).size).toBe(people.length)
    expect(people.filter(({ phone }) => !/^0990-0\d{6}$/.test(phone ?? ''))).toEqual([])
    expect(people.filter(({ grants }) => grants.length === 0)).toEqual([])
    const { roles } = await import('@/lib/platform/roles')
    const held = new Set(people.flatMap(({ grants }) => grants.map(({ role }) => role)))
    expect(roles.filter((role) => !held.has(role))).toEqual([])
  })

  test('give every cooperation unit somebody to sign for a letter', async () => {
    const units = await db.unit.findMany({ where: { regionCode: { startsWith: '9901', not: '9901' } }, include: { users: true } })
    expect(units.filter(({ users }) => users.length === 0).map(({ name }) => name)).toEqual([])
  })

  test('stand under their superiors by line, not by code', async () => {
    const anybody = await scope('liyuan.prosecutor')
    expect(await findSuperior(anybody, unitIdOf('liyuan.procuratorate'), 'procuratorial')).toMatchObject({ name: '示范市人民检察院' })
    expect(await findSuperior(anybody, unitIdOf('liyuan.environment'), 'environment')).toMatchObject({ name: '示范市生态环境局' })
    expect(await findSuperior(anybody, unitIdOf('liyuan.water'), 'procuratorial')).toBeNull()
  })
})

describe('a unit', () => {
  test('is registered and changed by the system administrator of its region or of the topmost', async () => {
    const made = await take('liyuan.admin', 'unit.create', null, agency('澧源区气象局'))
    expect(made).toMatchObject({ ok: true, status: 'active' })
    const id = made.ok ? made.id : ''
    expect(await take('liyuan.admin', 'unit.create', null, agency('澧源区气象局'))).toMatchObject({ fields: { name: 'units.invalid.nameTaken' } })
    expect(await take('jinli.admin', 'unit.create', null, agency('津澧市某局'))).toMatchObject({ reason: 'units.deny.otherRegion' })
    expect(await take('jinli.admin', 'unit.change', id, { name: '改名', shortName: '改名' })).toMatchObject({ code: 'notFound' })
    expect(await take('province.admin', 'unit.change', id, { name: '澧源区气象台', shortName: '气象台' })).toMatchObject({ ok: true })
    for (const login of ['liyuan.security', 'liyuan.audit', 'liyuan.chief', 'liyuan.water.leader'])
      expect(await take(login, 'unit.change', id, { name: '改名', shortName: '改名' }), login).toMatchObject({ code: 'denied' })
    expect(await db.auditEvent.findMany({ where: { subjectId: id, result: 'done' }, orderBy: { seq: 'asc' } })).toMatchObject([
      { action: 'unit.create', stream: '990101' }, { action: 'unit.change', before: { name: '澧源区气象局' }, after: { name: '澧源区气象台' } },
    ])
  })

  test('signs with a code of its own, in characters, that no other unit has', async () => {
    const id = unitIdOf('liyuan.tax')
    const change = (numberCode?: string) => take('liyuan.admin', 'unit.change', id, { name: '国家税务总局示范市澧源区税务局', shortName: '澧源区税务局', ...(numberCode ? { numberCode } : {}) })
    expect(await change('澧税〔2026〕')).toMatchObject({ fields: { numberCode: 'units.invalid.numberCode' } })
    expect(await change('{n}')).toMatchObject({ fields: { numberCode: 'units.invalid.numberCode' } })
    expect(await change('澧源水')).toMatchObject({ fields: { numberCode: 'units.invalid.numberCodeTaken' } })
    expect(await change('澧税')).toMatchObject({ ok: true })
    expect(await db.unit.findUniqueOrThrow({ where: { id } })).toMatchObject({ numberCode: '澧税' })
    expect(await db.unit.count({ where: { numberCode: null } })).toBe(1)
    expect(await take('liyuan.admin', 'unit.create', null, { ...agency('澧源区地震局'), numberCode: '澧税' })).toMatchObject({ fields: { numberCode: 'units.invalid.numberCodeTaken' } })
  })

  test('two administrators at one form: the second is told', async () => {
    const { version } = await db.unit.findUniqueOrThrow({ where: { id: unitIdOf('liyuan.commerce') } })
    const change = (shortName: string) => take('liyuan.admin', 'unit.change', unitIdOf('liyuan.commerce'), { name: '澧源区商务局', shortName }, version)
    expect(await change('商务局')).toMatchObject({ ok: true })
    expect(await change('区商务局')).toMatchObject({ code: 'conflict' })
  })

  test('with people in it is not closed, and neither is the own one', async () => {
    const reason = { reason: '机构改革' }
    expect(await take('liyuan.admin', 'unit.close', unitIdOf('liyuan.shitang'), reason)).toMatchObject({ reason: 'units.deny.people' })
    expect(await take('liyuan.admin', 'unit.close', unitIdOf('liyuan.procuratorate'), reason)).toMatchObject({ reason: 'units.deny.ownUnit' })
    await take('liyuan.admin', 'user.disable', userIdOf('liyuan.shitang.liaison'), reason)
    expect(await take('liyuan.admin', 'unit.close', unitIdOf('liyuan.shitang'), reason)).toMatchObject({ ok: true, status: 'closed' })
    const choices = await listUnitChoices(await scope('liyuan.prosecutor'), ['township'])
    expect(choices.map(({ id }) => id)).not.toContain(unitIdOf('liyuan.shitang'))
    expect(await take('liyuan.admin', 'unit.change', unitIdOf('liyuan.shitang'), { name: 'x', shortName: 'x' })).toMatchObject({ code: 'wrongState' })
    expect(await take('liyuan.admin', 'unit.reopen', unitIdOf('liyuan.shitang'), reason)).toMatchObject({ ok: true, status: 'active' })
  })

  test('gets another superior from a day on; what was stays to be read', async () => {
    const id = unitIdOf('liyuan.water')
    const name = (superior: string, fromOn: string) => take('liyuan.admin', 'unit.nameSuperior', id, { superiorId: unitIdOf(superior), line: 'administrative', fromOn })
    expect(await name('liyuan.office', '2024-01-01')).toMatchObject({ ok: true })
    expect(await name('liyuan.finance', '2023-12-31')).toMatchObject({ fields: { fromOn: 'errors.field.order' } })
    expect(await name('liyuan.finance', today())).toMatchObject({ ok: true })
    expect(await name('jinli.finance', today())).toMatchObject({ fields: { superiorId: 'errors.field.choose' } })
    expect(await findSuperior(await scope('liyuan.prosecutor'), id, 'administrative')).toMatchObject({ id: unitIdOf('liyuan.finance') })
    expect(await db.unitRelation.count({ where: { inferiorId: id, line: 'administrative' } })).toBe(2)
  })
})

describe('a region', () => {
  const region = { code: '990106', name: '新设区', shortName: '新设', parentCode: '9901' }

  test('is registered by an administrator of the topmost region alone', async () => {
    expect(await take('liyuan.admin', 'region.create', null, region)).toMatchObject({ reason: 'units.deny.topOnly' })
    expect(await take('province.admin', 'region.create', null, { ...region, parentCode: '88' })).toMatchObject({ fields: { parentCode: 'errors.field.choose' } })
    expect(await take('province.admin', 'region.create', null, region)).toMatchObject({ ok: true, id: '990106' })
    expect(await take('province.admin', 'region.create', null, region)).toMatchObject({ fields: { code: 'units.invalid.codeTaken' } })
    expect(await take('province.admin', 'region.change', '990106', { name: '新区', shortName: '新区' })).toMatchObject({ ok: true })
    expect(await take('jinli.admin', 'region.change', '990106', { name: '别处', shortName: '别处' })).toMatchObject({ code: 'notFound' })
    expect(await take('province.admin', 'region.change', '../99', { name: '别处', shortName: '别处' })).toMatchObject({ code: 'notFound' })
    expect(await db.region.findUniqueOrThrow({ where: { code: '990106' } })).toMatchObject({ name: '新区', version: 2 })
  })
})

describe('what an administrator reads', () => {
  test('ends at the own region, except from the topmost', async () => {
    expect((await listManagedRegions(await scope('jinli.admin'))).map(({ code }) => code)).toEqual(['990102'])
    expect((await listManagedRegions(await scope('province.admin'))).length).toBeGreaterThan(6)
    expect((await listManagedUnits(await scope('jinli.admin'), { page: 1, regionCode: '990101' })).total).toBe(0)
    expect(await findManagedUnit(await scope('jinli.admin'), unitIdOf('liyuan.water'))).toBeNull()
    expect(await findManagedUnit(await scope('liyuan.admin'), unitIdOf('liyuan.water'))).toMatchObject({ name: '澧源区水利局' })
    expect(await listPossibleSuperiors(await scope('jinli.admin'), '990101')).toEqual([])
  })

  test('names are known to everybody who signed in', async () => {
    const ids = [unitIdOf('liyuan.court'), unitIdOf('jinli.court'), newId()]
    expect(Object.values(await findUnitNames(await scope('menling.water.liaison'), ids)).sort()).toEqual(['津澧市法院', '澧源区法院'])
  })
})
