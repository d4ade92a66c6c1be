import readXlsx from 'read-excel-file/node'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { atNoon, db, drafted, makeClue, newId, person, readyCase, received, unitIdOf, userIdOf } from '../recommendations/ground'

const { exportFile } = await import('@/lib/exports/loaders/export')
const { mostRows } = await import('@/lib/exports/schema')

const hostile = '=HYPERLINK("http://example.invalid","点此")'

beforeAll(async () => {
  await received('2026-05-20')
  await received('2026-05-21', { title: hostile })
  await drafted(await readyCase())
  await makeClue()
  atNoon('2026-06-01')
}, 120_000)
afterAll(() => db.$disconnect())

type Asked = { list: 'clues' | 'cases' | 'recommendations' | 'figures'; format?: 'xlsx' | 'csv'; query?: Record<string, string>; locale?: 'zh-CN' | 'en' }
const exported = async (login: string, { list, format = 'xlsx', query = {}, locale = 'zh-CN' }: Asked) => {
  const file = await exportFile(await person(login), { list, format, query, locale })
  if (!file) throw new Error('nothing to export')
  return { ...file, text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(file.body) }
}
/** The sheets as a spreadsheet reads them. */
const opened = async (body: Uint8Array) => (await readXlsx(Buffer.from(body))).map(({ sheet, data }) => ({ sheet, rows: data }))

describe('the file opened again', () => {
  test('holds the rows and columns of the page, numbers as numbers, and what has to be said about them', async () => {
    const { name, mime, body } = await exported('liyuan.chief', { list: 'recommendations', query: { figure: 'replyPending', from: '2026-05-01' } })
    expect([name, mime]).toEqual(['检察建议-20260601.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'])
    const [{ sheet, rows } = { sheet: '', rows: [] }] = await opened(body)
    expect(sheet).toBe('检察建议')
    expect(rows[0]).toEqual(['编号', '名称', '对方单位', '阶段', '期限', '期限状态', '承办', '回复', '回复日期', '回复次数', '整改', '核查到位项数', '建议事项数'])
    const letters = rows.slice(1, 3)
    expect(letters.map((row) => row.slice(7, 13))).toEqual([['未回复', null, 0, '尚未核查到位', 0, 2], ['未回复', null, 0, '尚未核查到位', 0, 2]])
    const notes = rows.slice(3).flat().filter((cell) => cell !== null)
    expect(notes[0]).toMatch(/liyuan\.chief.*2026-06-01/)
    expect(notes.slice(1, 3)).toEqual(['筛选条件：统计项：回复期限尚未届满；收到日期自：2026-05-01。', '共 2 行，只含导出人有权查看的内容。'])
  })

  test('a text is never a formula, in either format', async () => {
    const { body } = await exported('liyuan.chief', { list: 'recommendations' })
    const [sheet] = await opened(body)
    expect(sheet!.rows.flat().filter((cell) => String(cell).includes('HYPERLINK'))).toEqual([`'${hostile}`])
    const parts = unzipSync(body)
    const formulas = Object.entries(parts).filter(([path, bytes]) => path.startsWith('xl/worksheets/') && /<f[ >]/.test(new TextDecoder().decode(bytes)))
    expect(formulas).toEqual([])
    const { text } = await exported('liyuan.chief', { list: 'recommendations', format: 'csv' })
    expect(text.startsWith('\uFEFF编号,名称,')).toBe(true)
    expect(text).toContain(`"'=HYPERLINK(""http://example.invalid"",""点此"")"`)
  })

  test('the figures come with their definitions and every table of the page, in the reader’s language', async () => {
    const { body } = await exported('liyuan.chief', { list: 'figures' })
    const sheets = await opened(body)
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['各项数字', '被建议单位', '领域', '收到月份'])
    expect(sheets[0]!.rows.find(([name]) => name === '按期回复')?.at(7)).toContain('交邮日期')
    expect(sheets[1]!.rows[1]!.slice(0, 2)).toEqual([expect.any(String), 2])
    const english = await exported('liyuan.water.liaison', { list: 'figures', format: 'csv', locale: 'en' })
    expect(english.text).toContain('Received,2,')
    // The addressee's file has no table of agencies.
    expect(english.text).not.toContain('\r\nAgency\r\n')
  })
})

describe('only what the person sees', () => {
  const rowsOf = async (login: string, list: Asked['list']) => {
    const [sheet] = await opened((await exported(login, { list })).body)
    const end = sheet!.rows.findIndex((row, at) => at > 0 && row.slice(1).every((cell) => cell === null))
    return (end < 0 ? sheet!.rows : sheet!.rows.slice(0, end)).length - 1
  }

  test('drafts stay inside, another place and the administrators get a head and no row', async () => {
    expect(await rowsOf('liyuan.prosecutor', 'recommendations')).toBe(3)
    expect(await rowsOf('liyuan.water.liaison', 'recommendations')).toBe(2)
    for (const login of ['jinli.prosecutor', 'liyuan.urban.leader', 'liyuan.bureau', 'liyuan.admin']) {
      for (const list of ['recommendations', 'cases', 'clues'] as const) expect([login, list, await rowsOf(login, list)]).toEqual([login, list, 0])
    }
    expect(await exportFile(await person('liyuan.court'), { list: 'figures', format: 'csv', query: {}, locale: 'zh-CN' })).toBeNull()
  })
})

test('each file leaves a line that says what went out, without the words searched for', async () => {
  const actor = await person('liyuan.head')
  await exportFile(actor, { list: 'cases', format: 'csv', query: { q: '渔沟河', stage: 'following', other: '张三\u0000', 'a\u0000': 'x', long: 'x'.repeat(5000) }, locale: 'zh-CN' })
  const line = await db.auditEvent.findFirstOrThrow({ where: { action: 'list.export', actorId: actor.userId }, orderBy: { seq: 'desc' } })
  expect([line.subjectType, line.subjectId, line.stream, line.result]).toEqual(['list', 'cases', '990101', 'done'])
  expect(line.after).toEqual({ format: 'csv', rows: 2, capped: false, filter: { stage: 'following', searched: 3 } })
})

test('more than an hour’s exports are refused, and leave no line', async () => {
  const actor = await person('liyuan.manager')
  const again = () => exportFile(actor, { list: 'clues', format: 'csv', query: {}, locale: 'zh-CN' })
  for (let at = 0; at < 10; at += 1) await again()
  await expect(again()).rejects.toMatchObject({ code: 'tooMany' })
  expect(await db.auditEvent.count({ where: { action: 'list.export', actorId: actor.userId } })).toBe(10)
})

test('a file that cannot hold all says so', async () => {
  const rows = Array.from({ length: mostRows }, (_, at) => at)
  const office = unitIdOf('liyuan.procuratorate')
  const now = new Date()
  await db.clue.createMany({
    data: rows.map((at) => ({
      id: newId(), regionCode: '990101', number: `溢出${at}`, title: '河岸建筑垃圾', source: 'ownCase', domain: 'environment', discoveredOn: now, place: '左岸', facts: '河岸堆放建筑垃圾。',
      harm: '影响行洪。', senderUnitId: office, receiverUnitId: office, enteredById: userIdOf('liyuan.prosecutor'), status: 'registered', audience: [`u:${office}`], createdAt: now, updatedAt: now,
    })),
  })
  const { text } = await exported('liyuan.assistant', { list: 'clues', format: 'csv' })
  const table = text.split('\r\n\r\n')[0]!.split('\r\n')
  expect(table.length - 1).toBe(mostRows)
  expect(text).toContain(`符合条件的超过 ${mostRows} 行，本文件只含前 ${mostRows} 行`)
})
