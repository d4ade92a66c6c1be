import { Readable } from 'node:stream'
import { readSheet } from 'read-excel-file/node'
import writeXlsxFile from 'write-excel-file/node'
import { afterAll, expect, test } from 'vitest'
import { atNoon, db, done, person, take, unitIdOf } from './recommendations/ground'

const { findListPage } = await import('@/lib/imports/data/lists')
const { makeRefusedSheet, makeTemplate } = await import('@/lib/imports/loaders')
const { columns } = await import('@/lib/imports/rules/columns')
const { storeIncoming } = await import('@/lib/platform/files')
const { anyWord } = await import('@/lib/platform/i18n')
const { scopeOf } = await import('@/lib/platform/scope')

afterAll(() => db.$disconnect())

const [law, owner] = ['liyuan.bureau', 'liyuan.water.liaison']
const heads = Object.values(columns.powers)
const row = (matter: string, more: Readonly<Record<string, string>> = {}) => {
  const cells: Readonly<Record<string, string>> = {
    责任单位: '澧源区水利局', 办案领域: '生态环境和资源保护', 事项名称: matter, 分工: '牵头', 职权类型: '行政检查；行政处罚', 法定职责: '水行政主管部门负责河道采砂的监督管理。',
    法律依据: '《中华人民共和国水法》第三十九条\n《中华人民共和国河道管理条例》第二十五条', 起始日期: '2026年1月1日', ...more,
  }
  return heads.map((head) => cells[head] ?? '')
}

async function upload(login: string, rows: readonly (readonly string[])[]): Promise<string> {
  const bytes = await writeXlsxFile(rows.map((cells) => cells.map((value) => ({ value, type: String })))).toBuffer()
  const answer = await storeIncoming(await person(login), { name: '权责清单.xlsx', purpose: 'scan', content: Readable.from([bytes]) })
  if (!answer.ok) throw new Error(answer.fault)
  return answer.file.id
}

type Order = { readonly title: string; readonly params: unknown; readonly groups: readonly { readonly unitId: string }[] }
const ordersOf = async (key: string) => (await db.$queryRaw<{ payload: Order }[]>`SELECT payload FROM graphile_worker._private_jobs WHERE key LIKE ${`${key}%`} ORDER BY id`).map(({ payload }) => payload)

const pageOf = async (login: string, id: string) => (await findListPage(scopeOf(await person(login)), 'powers', id, { show: 'all', page: 1 }))!

test('a published list is read in line by line: what fits is registered as by hand, what does not comes back with its line and reason', async () => {
  atNoon('2026-03-02')
  await done(owner, 'powerItem.register', null, {
    domain: 'environment', matter: '取水许可', role: 'lead', powers: ['licensing'], duty: '水行政主管部门负责取水许可。', basis: '《中华人民共和国水法》第四十八条', fromOn: '2026-01-01',
  })
  // One that is over stands in nobody's way; one that is to come does.
  const other = { domain: 'environment', role: 'lead', powers: ['inspection'], duty: '水行政主管部门负责监督管理。', basis: '《中华人民共和国水法》第三十九条' }
  await done(owner, 'powerItem.register', null, { ...other, matter: '河道保洁监管', fromOn: '2025-01-01', toOn: '2025-12-31' })
  await done(owner, 'powerItem.register', null, { ...other, matter: '湖泊采砂监管', fromOn: '2026-06-01' })
  const id = await done(law, 'powerImport.read', null, { fileId: await upload(law, [
    heads, row('河道采砂监管'), row('河道采砂监管'), row('取水许可'), row('城区违法排水查处', { 责任单位: '澧源区城市管理和综合执法局', 分工: '配合', 截止日期: '2026-12-31' }),
    row('一', { 责任单位: '不存在的局', 办案领域: '河道', 分工: '主办', 职权类型: '行政检查；其他', 法律依据: '', 起始日期: '二月' }), row('二', { 截止日期: '2025-12-31', 法定职责: '=1+1' }),
    row('河道保洁监管'), row('湖泊采砂监管'),
  ]) })
  const faults = (await pageOf(law, id)).rows.map((each) => each.faults.map(({ column, fault }) => `${column} ${fault}`).sort())
  expect(faults).toEqual([
    [], ['matter twice'], ['matter taken'], [],
    ['basis missing', 'domain unknownValue', 'fromOn badDate', 'powers unknownValue', 'role unknownValue', 'unit unknownUnit'], ['duty formula', 'toOn order'], [], ['matter taken'],
  ])
  expect(await db.powerItem.count({ where: { matter: '河道采砂监管' } })).toBe(0)
  // Registered by hand meanwhile: that row alone is refused when the list is entered.
  await done(law, 'powerItem.register', null, {
    unitId: unitIdOf('liyuan.urban'), domain: 'environment', matter: '城区违法排水查处', role: 'support', powers: ['inspection'], duty: '城市管理部门配合查处。', basis: '《城镇排水与污水处理条例》第四十九条', fromOn: '2026-01-01',
  })
  expect(await take(law, 'powerImport.enter', id, {})).toMatchObject({ fields: { compared: 'errors.field.required' } })
  await done(law, 'powerImport.enter', id, { compared: true })
  expect((await pageOf(law, id)).list).toMatchObject({ status: 'entered', tally: { entered: 2, refused: 6, waiting: 0 } })
  expect(await db.powerItem.findFirstOrThrow({ where: { matter: '河道采砂监管' } })).toMatchObject({
    unitId: unitIdOf('liyuan.water'), domain: 'environment', powers: ['inspection', 'penalty'], role: 'lead', fromOn: new Date('2026-01-01'), status: 'registered',
    basis: ['《中华人民共和国水法》第三十九条', '《中华人民共和国河道管理条例》第二十五条'], registeredByUnitId: unitIdOf('liyuan.justice'),
  })
  expect(await db.auditEvent.count({ where: { action: { in: ['powerItem.register', 'powerItem.registerListed'] }, result: 'done', after: { path: ['unitId'], equals: unitIdOf('liyuan.water') } } })).toBe(5)
  // Of each sheet a body is told once, however many of its entries it holds.
  const orders = await ordersOf(`powerImport.enter:${id}`)
  expect(orders.map(({ groups, params, title }) => [groups[0]!.unitId, params, title])).toEqual([[unitIdOf('liyuan.water'), { count: 2 }, '河道采砂监管']])
  expect(await ordersOf('powerItem.registerListed')).toEqual([])
  const back = await readSheet(Buffer.from((await makeRefusedSheet(await person(law), 'powers', id, anyWord('zh-CN')))!))
  expect(back.map((cells) => cells.at(-2))).toEqual(['行号', 3, 4, 5, 6, 7, 9])
  expect(back[2]!.at(-1)).toBe('事项名称“取水许可”：已经登记')
})

test('a body reads in its own list alone; nobody else sees it, and the template names what a cell may hold', async () => {
  const id = await done(owner, 'powerImport.read', null, { lines: [heads, row('水库大坝安全', { 法律依据: '《水库大坝安全管理条例》第三条' }), row('违法搭建查处', { 责任单位: '澧源区城市管理和综合执法局', 法律依据: '《城乡规划法》第六十四条' })].map((cells) => cells.join('\t')).join('\n') })
  expect((await pageOf(owner, id)).rows.map((each) => each.faults)).toEqual([[], [{ column: 'unit', fault: 'notOwn' }]])
  for (const login of ['liyuan.urban.liaison', law, 'jinli.water.liaison']) expect(await findListPage(scopeOf(await person(login)), 'powers', id, { show: 'all', page: 1 }), login).toBeNull()
  expect(await take('liyuan.urban.liaison', 'powerImport.enter', id, { compared: true })).toMatchObject({ code: 'notFound' })
  expect(await take('liyuan.prosecutor', 'powerImport.read', null, { lines: '责任单位' })).toMatchObject({ code: 'denied' })
  expect(await makeRefusedSheet(await person('liyuan.urban.liaison'), 'powers', id, anyWord('zh-CN'))).toBeNull()
  const words = { rows: '权责事项', values: '可用的值' }
  expect(await makeTemplate(await person('liyuan.prosecutor'), 'powers', words)).toBeNull()
  const sheet = await readSheet(Buffer.from((await makeTemplate(await person(owner), 'powers', words))!), 2)
  expect(sheet[0]).toEqual(['责任单位', '办案领域', '分工', '职权类型'])
  expect(sheet.slice(1).map((cells) => cells[0]).filter(Boolean)).toEqual(['澧源区水利局'])
  await done(owner, 'powerImport.drop', id, { reason: '清单有误' })
  expect((await pageOf(owner, id)).list).toMatchObject({ status: 'dropped' })
})
