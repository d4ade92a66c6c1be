import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { atNoon, db, done, person, readyCase, take, unitIdOf, userIdOf } from './recommendations/ground'

const { findItem, listItems, listMatters, listSilentUnits } = await import('@/lib/exchange/data/items')
const { findRequest, listRequests, listUses } = await import('@/lib/exchange/data/requests')
const { listDeskClocks, listDeskItems } = await import('@/tests/support/desk')
const { storeScan } = await import('@/prisma/seed/play/files')
const { findFile, listFiles } = await import('@/lib/platform/files')
const { scopeOf } = await import('@/lib/platform/scope')

afterAll(() => db.$disconnect())

const scope = async (login: string) => scopeOf(await person(login))
const [office, water] = [unitIdOf('liyuan.procuratorate'), unitIdOf('liyuan.water')]
const [asks, holds] = ['liyuan.prosecutor', 'liyuan.water.liaison']
const all = { part: 'catalogue', show: 'all', page: 1 } as const
const entry = {
  title: '河道管理行政处罚信息', content: '2020年以来本局作出的河道管理类行政处罚。', fields: '当事人名称\n处罚日期\n罚款数额', cycle: 'month', form: 'file', sensitivity: 'inner', contact: '法规科',
  limits: '个人信息遮盖后使用。',
}
const forCase = (itemId: string, caseId: string) => ({ itemId, purpose: '核对渔沟河左岸堆放案件的前次处罚情况。', wanted: '2025年以来渔沟河的处罚决定', link: `case:${caseId}` })

describe('the catalogue of the place', () => {
  test('each unit registers what it can provide and for whom, confirms it every year, and who registered nothing is listed [S0-13]', async () => {
    atNoon('2026-03-02')
    const before = await listSilentUnits(await scope('liyuan.court'))
    expect(before.map(({ id }) => id)).toEqual(expect.arrayContaining([office, water]))
    expect(await take(asks, 'dataItem.register', null, { ...entry, kind: 'penalties' })).toMatchObject({ fields: { kind: 'errors.field.choose' } })
    expect(await take(holds, 'dataItem.register', null, { ...entry, kind: 'other' })).toMatchObject({ fields: { openTo: 'errors.field.required' } })
    const id = await done(holds, 'dataItem.register', null, { ...entry, kind: 'penalties' })
    expect(await findItem(await scope('liyuan.court'), id)).toMatchObject({ fields: ['当事人名称', '处罚日期', '罚款数额'], openTo: ['procuratorate', 'court', 'justiceBureau'] })
    expect(await findItem(await scope('jinli.prosecutor'), id)).toBeNull()
    expect((await listSilentUnits(await scope('liyuan.court'))).map((unit) => unit.id)).toEqual(before.map((unit) => unit.id).filter((each) => each !== water))
    expect((await listItems(await scope('liyuan.urban.liaison'), { ...all, side: 'enforcement' })).map((row) => row.id)).toContain(id)
    expect(await listItems(await scope('liyuan.urban.liaison'), { ...all, side: 'supervision' })).toEqual([])
    atNoon('2027-03-03')
    expect((await listDeskClocks(await scope(holds), 'owedBy')).filter(({ subjectId }) => subjectId === id)).toMatchObject([{ duty: 'dataItem.confirm', endOn: '2027-03-02' }])
    expect(await take('liyuan.urban.liaison', 'dataItem.confirm', id, {})).toMatchObject({ code: 'denied' })
    await done(holds, 'dataItem.confirm', id, {})
    expect(await db.deadline.findMany({ where: { subjectId: id }, orderBy: { endOn: 'asc' }, select: { status: true, endOn: true } })).toEqual([
      { status: 'satisfied', endOn: new Date('2027-03-02') }, { status: 'running', endOn: new Date('2028-03-03') },
    ])
    await done(holds, 'dataItem.withdraw', id, { reason: '改由市局统一提供' })
    expect(await take(asks, 'dataRequest.ask', null, forCase(id, office))).toMatchObject({ fields: { itemId: 'errors.field.choose' } })
  })
})

describe('what is asked for', () => {
  let caseId: string
  let penalties: string
  let cases: string
  beforeAll(async () => {
    caseId = await readyCase()
    penalties = await done(holds, 'dataItem.register', null, { ...entry, kind: 'penalties' })
    cases = await done('liyuan.manager', 'dataItem.register', null, { ...entry, title: '公益诉讼案件信息', kind: 'caseInformation', form: 'query' })
  })

  test('has its purpose on record before anybody opens it, and both sides read in the ledger who used it for what and when it went back [S1-5 S2-12 S2-14]', async () => {
    const asked = forCase(penalties, caseId)
    expect(await take('liyuan.urban.liaison', 'dataRequest.ask', null, { ...asked, link: undefined, matter: '本局案件' })).toMatchObject({ fields: { itemId: 'exchange.invalid.notOpen' } })
    expect(await take(asks, 'dataRequest.ask', null, { ...asked, link: undefined })).toMatchObject({ fields: { matter: 'exchange.invalid.noMatter' } })
    expect(await take(asks, 'dataRequest.ask', null, { ...asked, link: `case:${'-'.repeat(36)}` })).toMatchObject({ fields: { link: 'errors.field.choose' } })
    expect((await listMatters(await scope(asks))).map(({ link }) => link)).toContain(`case:${caseId}`)
    const id = await done(asks, 'dataRequest.ask', null, asked)
    expect((await listDeskItems(await scope(holds))).map((item) => item.id)).toContain(id)
    expect(await db.deadline.findFirstOrThrow({ where: { subjectId: id } })).toMatchObject({ duty: 'dataRequest.provide', owedByUnitId: water, owedToUnitId: office, endOn: new Date('2026-05-18') })
    // The agency has not been told of the case: it learns what for, not the record.
    const { title } = await db.caseFile.update({ where: { id: caseId }, data: { audience: [`u:${office}`, `z:${office}`] } })
    expect(await findRequest(await scope(asks), id)).toMatchObject({ matter: title })
    expect(await findRequest(await scope(holds), id)).toMatchObject({ purpose: asked.purpose, matter: null, linkType: 'case' })
    expect(await take(asks, 'dataRequest.provide', id, { answer: '自己答复' })).toMatchObject({ code: 'denied' })
    expect(await take(holds, 'dataRequest.provide', id, { answer: '同意提供。' })).toMatchObject({ fields: { access: 'exchange.invalid.nothing' } })
    const fileId = await storeScan(holds, '处罚决定', ['处罚决定书三份'])
    await done(holds, 'dataRequest.provide', id, { answer: '同意提供。', access: '原件在法规科档案柜。', fileIds: [fileId], returnOn: '2026-06-30' })
    expect(await db.deadline.findFirstOrThrow({ where: { subjectId: id, duty: 'dataRequest.giveBack' } })).toMatchObject({ owedByUnitId: office, endOn: new Date('2026-06-30') })
    // Not before the use is entered, and then to that person alone.
    expect(await findRequest(await scope(asks), id)).toMatchObject({ access: null, opened: false, uses: [] })
    expect(await findFile(await scope(asks), fileId)).toBeNull()
    await done(asks, 'dataRequest.use', id, { use: '核对前次处罚是否执行到位。' })
    expect(await findRequest(await scope(asks), id)).toMatchObject({ access: '原件在法规科档案柜。', opened: true })
    expect((await listFiles(await scope(asks), { type: 'dataRequest', ids: [id] })).map((file) => file.id)).toEqual([fileId])
    expect(await findFile(await scope('liyuan.head'), fileId)).toBeNull()
    expect(await findRequest(await scope('liyuan.head'), id)).toMatchObject({ access: null })
    const ledger = { requestId: id, use: '核对前次处罚是否执行到位。', provider: expect.stringContaining('水利') as string, endedOn: null }
    for (const [login, matter] of [[asks, title], [holds, null]] as const) expect(await listUses(await scope(login), { ...all, part: 'uses' }), login).toMatchObject([{ ...ledger, matter }])
    expect(await listUses(await scope('liyuan.court'), { ...all, part: 'uses' })).toEqual([])
    expect(await take(asks, 'dataRequest.giveBack', id, { endedHow: 'destroyed', endedOn: '2026-05-10' })).toMatchObject({ fields: { endedOn: 'errors.field.order' } })
    await done(asks, 'dataRequest.giveBack', id, { endedHow: 'destroyed', endedOn: '2026-05-11' })
    expect(await findFile(await scope(asks), fileId)).toBeNull()
    expect(await findFile(await scope(holds), fileId)).not.toBeNull()
    expect(await listUses(await scope(holds), { ...all, part: 'uses' })).toMatchObject([{ endedHow: 'destroyed', endedOn: new Date('2026-05-11') }])
    expect(await db.deadline.count({ where: { subjectId: id, status: 'running' } })).toBe(0)
  })

  test('goes the other way too: the office shares its cases with an agency by the same catalogue, or refuses with a ground [S2-14]', async () => {
    const asked = { itemId: cases, purpose: '核对涉及本局的公益诉讼案件办理阶段。', wanted: '本年度涉及本局的案件', matter: '年度自查' }
    const id = await done(holds, 'dataRequest.ask', null, asked)
    await done('liyuan.manager', 'dataRequest.provide', id, { answer: '已汇总。', access: '请到案件管理部门查询终端查阅。' })
    expect(await findRequest(await scope('liyuan.manager'), id)).toMatchObject({ access: expect.any(String) as string, matter: '年度自查' })
    expect(await findRequest(await scope(holds), id)).toMatchObject({ access: null })
    await done('liyuan.water.handler', 'dataRequest.use', id, { use: '制作年度自查报告。' })
    expect(await listUses(await scope('liyuan.manager'), { ...all, part: 'uses', show: 'open' })).toMatchObject([{ requestId: id, matter: '年度自查', person: expect.any(String) as string }])
    const refused = await done(holds, 'dataRequest.ask', null, asked)
    expect(await take('liyuan.manager', 'dataRequest.refuse', refused, { answer: '不同意提供。' })).toMatchObject({ code: 'invalid' })
    await done('liyuan.manager', 'dataRequest.refuse', refused, { ground: 'unrelated', answer: '前次提供的已经包括。' })
    expect(await findRequest(await scope('liyuan.water.leader'), refused)).toMatchObject({ status: 'refused', ground: 'unrelated' })
    expect((await listRequests(await scope(holds), { ...all, part: 'requests', show: 'open' })).map((row) => row.id)).toEqual([id])
    expect(await listRequests(await scope('liyuan.urban.liaison'), { ...all, part: 'requests' })).toEqual([])
    expect(await db.deadline.count({ where: { subjectId: refused, status: 'running' } })).toBe(0)
    expect(userIdOf(holds)).toBe((await db.dataRequest.findUniqueOrThrow({ where: { id } })).askerId)
  })
})
