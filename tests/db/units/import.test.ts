import { Readable } from 'node:stream'
import writeXlsxFile from 'write-excel-file/node'
import { afterAll, expect, test } from 'vitest'
import { testDatabase } from '@/tests/support/database'

await testDatabase('fixture')
const { db } = await import('@/lib/platform/db')
const { loadActor } = await import('@/lib/platform/actor')
const { storeIncoming } = await import('@/lib/platform/files')
const { newId } = await import('@/lib/platform/id')
const { scopeOf } = await import('@/lib/platform/scope')
const { takeStep } = await import('@/lib/engine/procedure/take-step')
await import('@/lib/procedures')
const { findImport } = await import('@/lib/imports/data/roster')
const { parseLines, toRows } = await import('@/lib/imports/rules/cells')
const { mostRows } = await import('@/lib/imports/rules/columns')
const { userIdOf } = await import('@/prisma/seed/fixture')

afterAll(() => db.$disconnect())

const take = async (login: string, step: string, id: string | null, input: unknown) =>
  takeStep(await loadActor(userIdOf(login)), step, id, input, { requestId: newId() })
const read = (kind: 'units' | 'people', source: object, login = 'liyuan.admin') => take(login, 'rosterImport.read', null, { kind, regionCode: '990101', ...source })
const idOf = (answer: Awaited<ReturnType<typeof read>>) => {
  if (!answer.ok) throw new Error(JSON.stringify(answer))
  return answer.id
}
const faultsOf = async (id: string) => {
  const found = await findImport(scopeOf(await loadActor(userIdOf('liyuan.admin'))), id)
  return found!.rowFaults.map((faults) => faults.map(({ column, fault }) => `${column} ${fault}`))
}

async function upload(name: string, bytes: Buffer): Promise<string> {
  const answer = await storeIncoming(await loadActor(userIdOf('liyuan.admin')), { name, purpose: 'scan', content: Readable.from([bytes]) })
  if (!answer.ok) throw new Error(answer.fault)
  return answer.file.id
}

const workbook = async (rows: readonly (readonly string[])[]) =>
  upload('单位名单.xlsx', await writeXlsxFile(rows.map((row) => row.map((value) => ({ value, type: String })))).toBuffer())

const head = ['单位名称', '简称', '类别', '管理体制', '所属上级机关', '发文代字', '备注']

test('every row is checked against the forms, the place and the rows above; nothing is entered while one is wrong', async () => {
  const units = await db.unit.count()
  const id = idOf(await read('units', { fileId: await workbook([
    head,
    ['澧源区粮食局', '粮食局', '行政机关', '本级部门', '', '澧源粮', '不读'],
    ['澧源区粮食局', '', '行政机关', '', '', '', ''],
    ['澧源区水利局', '', '行政机关', '', '', '澧源水', ''],
    ['=HYPERLINK("http://x")', '', '机关', '自管', '不存在的局', '粮〔1〕', ''],
    ['示范市生态环境局澧源二分局', '', '行政机关', '派出分局', '示范市生态环境局', '', ''],
    ['', '', '', '', '', '', '只有备注'],
  ]) }))
  expect(await faultsOf(id)).toEqual([
    [], ['name twice'], ['name taken', 'numberCode taken'],
    ['kind unknownValue', 'name formula', 'agencyForm unknownValue', 'parent unknownUnit', 'numberCode invalid'], [],
  ])
  expect(await take('liyuan.admin', 'rosterImport.enter', id, { compared: 'on' })).toMatchObject({ code: 'denied', reason: 'imports.deny.faults' })
  expect(await db.unit.count()).toBe(units)
})

test('a list without faults is entered in one step, each row by its own step and with its own line', async () => {
  const units = idOf(await read('units', { lines: '单位名称,类别,管理体制,所属上级机关\n"澧源区档案局",行政机关,本级部门,\n澧源区档案局城东馆,行政机关,派出分局,澧源区档案局' }))
  expect(await take('liyuan.admin', 'rosterImport.enter', units, {})).toMatchObject({ fields: { compared: 'errors.field.required' } })
  expect(await take('liyuan.admin', 'rosterImport.enter', units, { compared: 'on' })).toMatchObject({ ok: true, status: 'entered' })
  const [office, branch] = await db.unit.findMany({ where: { name: { startsWith: '澧源区档案局' } }, orderBy: { name: 'asc' } })
  expect(branch).toMatchObject({ parentId: office!.id, agencyForm: 'branch' })
  const people = idOf(await read('people', { lines: '单位名称\t姓名\t职务\t账号\t办公电话\n澧源区档案局\t温知远\t科员\tLiyuan.Archive\t0990-0000001' }))
  expect(await faultsOf(people)).toEqual([[]])
  expect(await take('liyuan.admin', 'rosterImport.enter', people, { compared: 'on' })).toMatchObject({ ok: true })
  expect(await db.user.findUniqueOrThrow({ where: { login: 'liyuan.archive' }, include: { grants: true } })).toMatchObject({ unitId: office!.id, mustChange: true, grants: [] })
  expect(await db.auditEvent.count({ where: { action: { in: ['unit.create', 'user.create'] }, after: { path: ['name'], string_starts_with: '澧源区档案局' } } })).toBe(2)
  expect(await take('liyuan.admin', 'rosterImport.enter', people, { compared: 'on' })).toMatchObject({ code: 'wrongState' })
})

test('a CSV is read as spreadsheet programs save it, in either writing, and refused in a third', async () => {
  // 单位名称,类别 / 澧源区粮食局,行政机关 in GB 18030.
  const gb = Buffer.from('b5a5cebbc3fbb3c62cc0e0b1f00d0ae5a2d4b4c7f8c1b8cab3bed62cd0d0d5febbfab9d80d0a', 'hex')
  for (const bytes of [gb, Buffer.from('\uFEFF单位名称,类别\r\n澧源区粮食局,行政机关\r\n'), Buffer.from('单位名称,类别\n澧源区粮食局,行政机关')]) {
    const id = idOf(await read('units', { fileId: await upload('单位名单.CSV', bytes) }))
    expect(await db.importRow.findMany({ where: { importId: id } })).toMatchObject([{ line: 2, cells: { name: '澧源区粮食局', kind: '行政机关' } }])
  }
  await expect(upload('单位名单.csv', Buffer.from('单位名称,类别', 'utf16le'))).rejects.toThrow('encoding')
})

test('what was right when it was read is checked again when it is entered', async () => {
  const sheet = { lines: '单位名称,类别\n澧源区地震局,行政机关' }
  const [one, two] = [idOf(await read('units', sheet)), idOf(await read('units', sheet))]
  expect(await take('liyuan.admin', 'rosterImport.enter', one, { compared: 'on' })).toMatchObject({ ok: true })
  expect(await take('liyuan.admin', 'rosterImport.enter', two, { compared: 'on' })).toMatchObject({ reason: 'imports.deny.faults' })
})

test('only for the own place, by its administrator, from one source that is a list', async () => {
  const lines = '单位名称,类别\n某局,行政机关'
  expect(await read('units', { lines }, 'jinli.admin')).toMatchObject({ reason: 'units.deny.otherRegion' })
  expect(await read('units', { lines }, 'liyuan.security')).toMatchObject({ code: 'denied' })
  expect(await read('units', {})).toMatchObject({ fields: { fileId: 'imports.invalid.oneSource' } })
  expect(await read('units', { lines: '名称\n某局' })).toMatchObject({ fields: { lines: 'imports.invalid.head' } })
  expect(await read('units', { lines: '单位名称,类别\n,' })).toMatchObject({ fields: { lines: 'imports.invalid.empty' } })
  const id = idOf(await read('units', { lines }))
  expect(await take('jinli.admin', 'rosterImport.drop', id, { reason: '试' })).toMatchObject({ code: 'notFound' })
  expect(await take('liyuan.admin', 'rosterImport.drop', id, { reason: '有误' })).toMatchObject({ ok: true, status: 'dropped' })
})

test('cells are read as CSV means them, and not more rows than fit', () => {
  expect(parseLines('\uFEFFa,b\r\n"x, ""y""\nz",2\r\n')).toEqual([['a', 'b'], ['x, "y"\nz', '2']])
  const many = [['单位名称', '类别'], ...Array.from({ length: mostRows.units + 1 }, (_, index) => [`局${index}`, '行政机关'])]
  expect(toRows('units', many)).toEqual({ ok: false, reason: 'tooMany' })
  expect(toRows('units', many.slice(0, -1))).toMatchObject({ ok: true })
})
