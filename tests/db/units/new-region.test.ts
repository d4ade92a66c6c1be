import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase } from '@/tests/support/database'
import { seat, staffOffice, type Taker } from '@/tests/support/new-region'

// An empty system: no seed row, no fixture. Everything below is taken by people through steps.
await testDatabase()
const { db } = await import('@/lib/platform/db')
const { holdClock, today } = await import('@/lib/platform/clock')
const { loadActor } = await import('@/lib/platform/actor')
const { newId } = await import('@/lib/platform/id')
const { scopeOf } = await import('@/lib/platform/scope')
const { takeStep } = await import('@/lib/engine/procedure/take-step')
const { createFirstAdministrator, createSetupToken } = await import('@/lib/identity/mutations/setup')
const { findReadiness } = await import('@/lib/units/data/readiness')
const { otherOfficesOf } = await import('@/lib/clues/data/record')
const { readAlone } = await import('@/lib/platform/together')
await import('@/lib/procedures')

const county = '980101'
const ids: Record<string, string> = {}

const ask = async (userId: string, step: string, id: string | null, input: unknown) => takeStep(await loadActor(userId), step, id, input, { requestId: newId() })
const taker = (userId: string): Taker => async (step, id, input) => {
  const answer = await ask(userId, step, id, input)
  if (!answer.ok) throw new Error(`${step}: ${answer.code} ${answer.reason ?? ''} ${JSON.stringify(answer.fields ?? answer.params ?? {})}`)
  return answer.id
}
const gaps = async () => (await findReadiness(scopeOf(await loadActor(ids.system!)), county))!.gaps
const offices = async () => (await readAlone(otherOfficesOf(scopeOf(await loadActor(ids.root!))))).map(({ name }) => name)

beforeAll(async () => {
  holdClock(new Date('2026-07-01T10:00:00+08:00'))
  const password = 'hedgehog tin moon 7'
  await createFirstAdministrator((await createSetupToken())!, {
    regionCode: '9801', regionName: '试点市', unitName: '试点市人民检察院', login: 'root.admin', name: '温知远', fresh: password, again: password,
  })
  const first = await db.user.findFirstOrThrow()
  Object.assign(ids, { root: first.id, rootOffice: first.unitId })
})
afterAll(async () => {
  holdClock(null)
  await db.$disconnect()
})

test('the topmost administrators make the region, its office and its first administrator', async () => {
  const root = taker(ids.root!)
  const rootSecurity = await root('user.create', null, { unitId: ids.rootOffice, login: 'root.security', name: '柏知秋', post: '安全管理员' })
  await root('user.appoint', rootSecurity, { role: 'securityAdmin' })
  await root('region.create', null, { code: county, name: '试点县', shortName: '试点', parentCode: '9801' })
  expect(await db.region.findUnique({ where: { code: county } })).toMatchObject({ status: 'preparing' })
  ids.office = await root('unit.create', null, { regionCode: county, kind: 'procuratorate', name: '试点县人民检察院', shortName: '试点县检察院' })
  ids.system = await root('user.create', null, { unitId: ids.office, login: 'county.admin', name: '桑知秋', post: '系统管理员' })
  await taker(rootSecurity)('user.grantRole', ids.system, { role: 'systemAdmin', fromOn: today(), reason: '新设辖区' })
  expect(await gaps()).toEqual(['code', 'superior', 'bodies', 'chiefProsecutor', 'departmentHead', 'prosecutor', 'caseManager', 'securityAdmin', 'auditAdmin', 'liaisons'])
  expect(await ask(ids.system, 'region.open', county, {})).toMatchObject({ code: 'refused', reason: 'units.refuse.notReady', params: { code: 'missing', procuratorate: 'there', auditAdmin: 'missing' } })
})

test('the county’s own administrators fill every part; what was entered is all that is remembered', async () => {
  const system = taker(ids.system!)
  await system('unit.change', ids.office!, { name: '试点县人民检察院', shortName: '试点县检察院', numberCode: '试点检' })
  await system('unit.nameSuperior', ids.office!, { superiorId: ids.rootOffice, line: 'procuratorial', fromOn: today() })
  ids.court = await system('unit.create', null, { regionCode: county, kind: 'court', name: '试点县人民法院', shortName: '试点县法院', numberCode: '试点法' })
  const list = await system('rosterImport.read', null, { kind: 'units', regionCode: county, lines: '单位名称,类别\n试点县水利局,行政机关\n云溪镇人民政府,乡镇街道' })
  await system('rosterImport.enter', list, { compared: 'on' })
  ids.security = await system('user.create', null, { unitId: ids.office, login: 'county.security', name: '谷秋实', post: '安全管理员' })
  ids.audit = await system('user.create', null, { unitId: ids.office, login: 'county.audit', name: '温清源', post: '审计管理员' })
  await system('user.appoint', ids.security, { role: 'securityAdmin' })
  await system('user.appoint', ids.audit, { role: 'auditAdmin' })
  const by = { system, security: taker(ids.security) }
  Object.assign(ids, await staffOffice(by, ids.office!, today(), 'county'))
  ids.clerk = await system('user.create', null, { unitId: ids.court, login: 'county.clerk', name: '柏秋实', post: '书记员' })
  await by.security('user.grantRole', ids.clerk, { role: 'courtClerk', fromOn: today(), reason: '任职' })
  ids.judge = await seat(by, ids.court, today(), { login: 'county.judge', name: '温秋实', post: '审判员', role: 'judge' })
  // A role alone is not enough: of each body with accounts one person is named who answers for it.
  for (const [unitId, userId] of [[ids.office, ids.manager], [ids.court, ids.clerk]]) {
    expect(await gaps()).toEqual(['liaisons'])
    await system('unit.nameLiaison', unitId!, { userId, rank: 'main', fromOn: today() })
  }
  expect(await gaps()).toEqual([])
  expect(await findReadiness(scopeOf(await loadActor(ids.system!)), county)).toMatchObject({ parentName: '试点市' })
})

test('numbers go on where the paper register stopped, once a second administrator has confirmed', async () => {
  const wanted = { unitId: ids.office, series: 'clueFile', pattern: '{code}公线〔{year}〕{n}号', start: '19', effectiveOn: today(), reason: '上半年已在纸质登记簿编至十八号。' }
  const proposal = await taker(ids.system!)('setting.proposeNumber', null, wanted)
  expect(await gaps()).toEqual(['waiting'])
  expect(await ask(ids.system!, 'region.open', county, {})).toMatchObject({ code: 'refused', params: { waiting: 'missing', code: 'there' } })
  await taker(ids.security!)('setting.confirm', proposal, {})
  expect(await gaps()).toEqual([])
})

test('until it is opened no other place can move a clue there; only an administrator of the place or the topmost opens it, once', async () => {
  expect(await offices()).toEqual([])
  for (const who of ['security', 'audit', 'chief']) expect(await ask(ids[who]!, 'region.open', county, {}), who).toMatchObject({ code: 'denied' })
  await taker(ids.system!)('region.open', county, {})
  expect(await db.region.findUnique({ where: { code: county } })).toMatchObject({ status: 'active' })
  expect(await offices()).toEqual(['试点县人民检察院'])
  expect(await ask(ids.system!, 'region.open', county, {})).toMatchObject({ code: 'wrongState' })
})

test('a court’s clue is referred and registered there under the county’s own number', async () => {
  const clue = await taker(ids.clerk!)('clue.refer', null, {
    title: '云溪镇河道堆放建筑垃圾', source: 'courtTrial', domain: 'environment', discoveredOn: '2026-06-29', place: '云溪镇云溪河左岸',
    facts: '审理案件时查明河道左岸堆放建筑垃圾约三百立方米，长期无人清运。', harm: '侵占河道，影响行洪安全。', noSecrets: true, materials: '民事判决书',
    relatedJudgment: '（2026）试点民初12号', sensitivity: 'internal',
  })
  await taker(ids.judge!)('clue.approveReferral', clue, {})
  await taker(ids.manager!)('clue.register', clue, { handlerId: ids.prosecutor })
  expect(await db.clue.findUniqueOrThrow({ where: { id: clue } })).toMatchObject({ status: 'registered', number: '试点检公线〔2026〕19号' })
})
