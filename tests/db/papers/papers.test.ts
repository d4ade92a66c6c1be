import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { innerToken, scopeOf, unitToken, type Actor, type Scope } from '@/lib/platform/scope'
import { testDatabase } from '@/tests/support/database'
import { samples } from '@/tests/unit/papers/samples'

const database = await testDatabase()
const { db, transact } = await import('@/lib/platform/db')
const { newId } = await import('@/lib/platform/id')
const { issuePaper } = await import('@/lib/engine/papers/issue')
const { openSeries } = await import('@/lib/engine/papers/series')
const { findPaper, listPapers, sealPaper, supersedePaper, voidPaper } = await import('@/lib/engine/papers/store')

const region = '990101'
const subject = { type: 'recommendation', id: newId() }
const owner = new pg.Client({ connectionString: database.ownerUrl })

beforeAll(async () => {
  await owner.connect()
  await owner.query("INSERT INTO region (code, name, short_name) VALUES ($1, '澧源区', '澧源')", [region])
})
afterAll(() => Promise.all([owner.end(), db.$disconnect()]))

/** 并行区人民检察院 signs as 并行检; no two units share a code. */
const codeOf = (name: string) => (name.includes('人民') ? `${name.slice(0, 2)}检` : null)

async function makeUnit(kind: string, name: string, numberCode: string | null = codeOf(name)): Promise<string> {
  const id = newId()
  await db.unit.create({ data: { id, regionCode: region, kind, name, shortName: name.slice(0, 4), numberCode } })
  return id
}

function reader(unitId: string): Scope {
  const actor: Actor = {
    userId: newId(), login: 'reader', name: '某某', post: '', unitId, unitName: '', unitKind: 'agency', regionCode: region,
    regionName: '', roles: ['liaison'], actingFor: null, standsFor: [], inferiorUnitIds: [], engagementIds: [], sessionId: null, sourceAddress: null,
  }
  return scopeOf(actor)
}

/** As someone with the owner's rights would, past the trigger that holds signed papers still. */
async function tamper(statement: string, id: string): Promise<void> {
  await owner.query('ALTER TABLE paper DISABLE TRIGGER USER')
  const { rowCount } = await owner.query(statement, [id])
  await owner.query('ALTER TABLE paper ENABLE TRIGGER USER')
  expect(rowCount).toBe(1)
}

/** The sample's own number and dates belong to the runner here. */
function dataOf(kind: string) {
  return Object.fromEntries(Object.entries(samples[kind] ?? {}).filter(([name]) => name !== 'number' && name !== 'issuedOn'))
}

type Changes = Partial<Parameters<typeof issuePaper>[1]>

const order = (issuerUnitId: string, changes: Changes = {}) => ({
  kind: 'clueReturnLetter', subject, regionCode: region, issuerUnitId, data: dataOf(changes.kind ?? 'clueReturnLetter'),
  number: 'assign' as const, signedById: null, issuedOn: '2026-09-18', audience: [unitToken(issuerUnitId)], ...changes,
})

const issue = (unitId: string, changes: Changes = {}) => transact((tx) => issuePaper(tx, order(unitId, changes)))

describe('numbers', () => {
  test('fifty signed at once get 1 to 50, each once', async () => {
    const unit = await makeUnit('procuratorate', '并行区人民检察院')
    const papers = await Promise.all(Array.from({ length: 50 }, () => issue(unit)))
    const wanted = Array.from({ length: 50 }, (_, at) => `并行检函〔2026〕${at + 1}号`)
    expect(papers.map((paper) => paper.number).sort()).toEqual(wanted.sort())
    expect(await db.documentNumber.count({ where: { unitId: unit } })).toBe(50)
  })

  test('a signing that fails burns no number', async () => {
    const unit = await makeUnit('procuratorate', '回滚区人民检察院')
    await expect(
      transact(async (tx) => {
        await issuePaper(tx, order(unit))
        throw new Error('the step failed')
      }),
    ).rejects.toThrow('the step failed')
    await expect(issue(unit, { data: {} })).rejects.toMatchObject({ code: 'refused', reason: 'papers.refuse.incomplete' })
    expect((await issue(unit)).number).toBe('回滚检函〔2026〕1号')
  })

  test('letters of a unit share one series, other kinds have their own, each year begins anew', async () => {
    const unit = await makeUnit('procuratorate', '序列区人民检察院')
    expect((await issue(unit)).number).toBe('序列检函〔2026〕1号')
    expect((await issue(unit, { kind: 'referralLetter' })).number).toBe('序列检函〔2026〕2号')
    expect((await issue(unit, { kind: 'recommendationLetter' })).number).toBe('序列检行公建〔2026〕1号')
    expect((await issue(unit, { issuedOn: '2027-01-04' })).number).toBe('序列检函〔2027〕1号')
  })

  test('a series goes on where running matters stopped, keeps its pattern next year and never goes back', async () => {
    const unit = await makeUnit('procuratorate', '补录区人民检察院')
    const series = { unitId: unit, series: 'letter', year: 2026, pattern: '补检函〔{year}〕{n}号' }
    await transact((tx) => openSeries(tx, { ...series, next: 18 }))
    expect((await issue(unit)).number).toBe('补检函〔2026〕18号')
    expect((await issue(unit, { issuedOn: '2027-02-01' })).number).toBe('补检函〔2027〕1号')
    await expect(transact((tx) => openSeries(tx, { ...series, next: 18 }))).rejects.toMatchObject({
      reason: 'papers.refuse.seriesBack',
    })
    await expect(transact((tx) => openSeries(tx, { ...series, pattern: '无号', next: 30 }))).rejects.toMatchObject({
      reason: 'papers.refuse.pattern',
    })
  })

  test('a number taken over is kept as given and never taken twice', async () => {
    const unit = await makeUnit('procuratorate', '接号区人民检察院')
    const taken = { kind: 'filingDecision', number: { taken: ' 接检行公立〔2026〕7号 ' } }
    expect((await issue(unit, taken)).number).toBe('接检行公立〔2026〕7号')
    await expect(issue(unit, taken)).rejects.toMatchObject({ reason: 'papers.refuse.numberTaken' })
    expect((await issue(unit, { ...taken, number: { taken: '接检民公立〔2026〕7号' } })).number).toBe('接检民公立〔2026〕7号')
    expect(await db.documentNumber.count({ where: { unitId: unit } })).toBe(2)
  })

  test('numbers taken over by hand are stepped over, also by many at once, and no other is left out', async () => {
    const unit = await makeUnit('procuratorate', '跳号区人民检察院')
    const decision = (n: number) => ({ kind: 'filingDecision', number: { taken: `跳号检行公立〔2026〕${n}号` } })
    const first = await issue(unit, decision(1))
    await transact((tx) => voidPaper(tx, first.id, '写错'))
    await issue(unit, decision(2))
    expect((await issue(unit, { kind: 'filingDecision' })).number).toBe('跳号检行公立〔2026〕3号')
    await issue(unit, decision(9))
    // 6 is taken, but not yet committed, while ten others ask for theirs.
    const asked = await transact(async (tx) => {
      await issuePaper(tx, order(unit, decision(6)))
      return { papers: Promise.all(Array.from({ length: 10 }, () => issue(unit, { kind: 'filingDecision' }))) }
    })
    const wanted = [4, 5, 7, 8, 10, 11, 12, 13, 14, 15].map((n) => `跳号检行公立〔2026〕${n}号`)
    expect((await asked.papers).map((paper) => paper.number).sort()).toEqual(wanted.sort())
  })

  test('carry the code of the unit, and without one there is no number but a word on who can mend it', async () => {
    const unit = await makeUnit('procuratorate', '代字区人民检察院', null)
    await expect(issue(unit)).rejects.toMatchObject({ code: 'refused', reason: 'papers.refuse.noCode', params: { unit: '代字区人民检察院' } })
    expect((await issue(unit, { kind: 'filingDecision', number: { taken: '代检行公立〔2026〕1号' } })).number).toBe('代检行公立〔2026〕1号')
    await db.unit.update({ where: { id: unit }, data: { numberCode: '代检' } })
    expect((await issue(unit)).number).toBe('代检函〔2026〕1号')
    await db.unit.update({ where: { id: unit }, data: { numberCode: '代字检' } })
    expect((await issue(unit)).number).toBe('代字检函〔2026〕2号')
  })

  test('a void paper keeps its number, and the next one gets the next', async () => {
    const unit = await makeUnit('procuratorate', '作废区人民检察院')
    const first = await issue(unit)
    await transact((tx) => voidPaper(tx, first.id, '收文单位写错'))
    expect((await issue(unit)).number).toBe('作废检函〔2026〕2号')
    const number = await db.documentNumber.findFirstOrThrow({ where: { paperId: first.id } })
    expect(number).toMatchObject({ status: 'void', ordinal: 1, reason: '收文单位写错' })
    expect(await findPaper(reader(unit), first.id)).toMatchObject({ status: 'void', voidReason: '收文单位写错' })
    await expect(transact((tx) => voidPaper(tx, first.id, '再次'))).rejects.toMatchObject({ reason: 'papers.refuse.status' })
  })
})

describe('what was signed', () => {
  test('carries its number and date into the text and fills the issuer from the unit', async () => {
    const unit = await makeUnit('procuratorate', '正文区人民检察院')
    const data = Object.fromEntries(Object.entries(dataOf('filingDecision')).filter(([name]) => name !== 'issuerName'))
    const { id } = await issue(unit, { kind: 'filingDecision', data })
    const paper = await findPaper(reader(unit), id)
    expect(paper?.content).toMatchObject({ mark: '正文区人民检察院', number: '正文检行公立〔2026〕1号' })
    expect(paper?.content.blocks.at(-1)).toMatchObject({ type: 'signature', date: '2026年9月18日' })
    expect(paper?.fields).toMatchObject({ agencyName: '澧源区水利局', issuedOn: '2026-09-18' })
  })

  test.each([
    ['the text', `UPDATE paper SET data = jsonb_set(data, '{fields,reason}', '"别的理由"') WHERE id = $1`],
    ['the number', `UPDATE paper SET number = '改号〔2026〕1号' WHERE id = $1`],
    ['the date', `UPDATE paper SET issued_on = '2026-09-01' WHERE id = $1`],
    ['the record it belongs to', `UPDATE paper SET subject_id = gen_random_uuid() WHERE id = $1`],
    ['the part of the dossier', `UPDATE paper SET zone = 'inner' WHERE id = $1`],
  ])('is refused when %s was changed behind the system', async (_what, statement) => {
    const unit = await makeUnit('procuratorate', `核验区${newId()}院`, `核验${newId().slice(-4)}`)
    const { id } = await issue(unit)
    expect(await findPaper(reader(unit), id)).toMatchObject({ id })
    await tamper(statement, id)
    await expect(findPaper(reader(unit), id)).rejects.toMatchObject({ reason: 'papers.refuse.altered' })
  })

  test('does not change under the hands of the application', async () => {
    const { id } = await issue(await makeUnit('procuratorate', '不变区人民检察院'))
    await expect(db.paper.update({ where: { id }, data: { number: '改号〔2026〕1号' } })).rejects.toThrow('does not change')
  })

  test('an unknown field is a defect, not a question to the official', async () => {
    const unit = await makeUnit('procuratorate', '字段区人民检察院')
    const data = { ...dataOf('clueReturnLetter'), reasn: '笔误' }
    await expect(issue(unit, { data })).rejects.toThrow('clueReturnLetter: reasn is unknown')
  })

  test('is sealed once, with its scan, and stays readable', async () => {
    const unit = await makeUnit('procuratorate', '用印区人民检察院')
    const { id } = await issue(unit)
    const scanFileId = newId()
    await transact((tx) => sealPaper(tx, id, { on: '2026-09-19', scanFileId }))
    expect(await findPaper(reader(unit), id)).toMatchObject({ status: 'sealed', sealedOn: '2026-09-19', scanFileId })
    await expect(transact((tx) => sealPaper(tx, id, { on: '2026-09-20', scanFileId }))).rejects.toMatchObject({
      reason: 'papers.refuse.status',
    })
    await transact((tx) => supersedePaper(tx, id))
    expect(await findPaper(reader(unit), id)).toMatchObject({ status: 'superseded' })
  })
})

describe('who sees it', () => {
  test('those in its audience, nobody else', async () => {
    const [court, agency] = [await makeUnit('court', '可见区人民法院'), await makeUnit('agency', '可见区水利局')]
    const seen = { type: 'clue', id: newId() }
    const { id } = await issue(court, { subject: seen, kind: 'referralLetter' })
    expect(await listPapers(reader(court), seen)).toMatchObject([{ id, title: expect.stringContaining('线索的函') }])
    expect(await listPapers(reader(agency), seen)).toEqual([])
    expect(await findPaper(reader(agency), id)).toBeNull()
    expect(await findPaper(reader(court), 'no-id')).toBeNull()
  })

  test('an inner paper is never offered outside the inner zone', async () => {
    const unit = await makeUnit('procuratorate', '内卷区人民检察院')
    const inner = { kind: 'filingApprovalForm', number: 'none' as const }
    await expect(issue(unit, inner)).rejects.toThrow('stays inside')
    const { id, number } = await issue(unit, { ...inner, audience: [innerToken(unit)] })
    expect(number).toBeNull()
    expect(await findPaper(reader(unit), id)).toMatchObject({ zone: 'inner', content: { zone: 'inner' } })
  })
})
