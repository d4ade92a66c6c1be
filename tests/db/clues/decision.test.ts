import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { atNoon, clocksOf, clueOf, database, db, done, linesOf, papersOf, person, proposal, registered, reviewed, settle, take, tanks, unitIdOf, userIdOf } from './ground'

const { readReporter } = await import('@/lib/clues/mutations/reporter')

beforeAll(settle)
beforeEach(() => atNoon('2026-05-11'))
afterAll(() => db.$disconnect())

describe('evaluation', () => {
  test('is the handler\'s, satisfies its clock and stays inside', async () => {
    const id = await registered()
    expect(await take('liyuan.prosecutor2', 'clue.propose', id, proposal.decline)).toMatchObject({ code: 'denied', reason: 'clues.deny.notHandler' })
    await done('liyuan.prosecutor', 'clue.propose', id, proposal.decline)
    expect(await clocksOf(id, 'clue.propose')).toMatchObject([{ status: 'satisfied', satisfiedOn: '2026-05-11' }])
    expect(await take('liyuan.court', 'clue.review', id, { opinion: '同意。' })).toMatchObject({ ok: false })
  })

  test('sent back, its limit still counts from the registration', async () => {
    const id = await registered()
    await done('liyuan.prosecutor', 'clue.propose', id, proposal.decline)
    atNoon('2026-05-20')
    await done('liyuan.head', 'clue.sendBack', id, { reason: '请补充初步调查。' })
    expect(await clocksOf(id, 'clue.propose')).toMatchObject([{ status: 'satisfied' }, { status: 'running', triggeredOn: '2026-05-11', endOn: '2026-06-10' }])
    await done('liyuan.prosecutor', 'clue.propose', id, proposal.open('liyuan.health'))
    expect((await clueOf(id)).evaluations.map(({ round, outcome }) => [round, outcome])).toEqual([[1, 'decline'], [2, 'open']])
  })

  test('wants what its outcome needs', async () => {
    const id = await registered()
    expect(await take('liyuan.prosecutor', 'clue.propose', id, proposal.open())).toMatchObject({ fields: { agencyIds: 'clues.refuse.noAgency' } })
    expect(await take('liyuan.prosecutor', 'clue.propose', id, { ...proposal.open('liyuan.health'), inDomain: 'no' })).toMatchObject({ fields: { inDomain: 'clues.refuse.outsideDomain' } })
    expect(await take('liyuan.prosecutor', 'clue.propose', id, proposal.open('liyuan.court'))).toMatchObject({ fields: { agencyIds: 'errors.field.choose' } })
    expect(await take('liyuan.prosecutor', 'clue.propose', id, proposal.merge(id))).toMatchObject({ fields: { mergedIntoId: 'errors.field.choose' } })
  })
})

describe('the chief decides', () => {
  test('to open: one case for each agency, linked by the clue, with the form of three opinions', async () => {
    const id = await reviewed(proposal.open('liyuan.health', 'liyuan.housing'))
    expect(await take('liyuan.head', 'clue.open', id, { opinion: '同意立案。', leadProsecutorId: userIdOf('liyuan.prosecutor') })).toMatchObject({ code: 'denied' })
    expect(await take('liyuan.chief', 'clue.decline', id, { opinion: '不立案。' })).toMatchObject({ code: 'denied', reason: 'clues.deny.otherOutcome' })
    await done('liyuan.chief', 'clue.open', id, { opinion: '同意立案。', leadProsecutorId: userIdOf('liyuan.prosecutor') })
    const cases = await db.caseFile.findMany({ where: { clueId: id }, orderBy: { number: 'asc' } })
    expect(cases.map(({ agencyId }) => agencyId).sort()).toEqual([unitIdOf('liyuan.health'), unitIdOf('liyuan.housing')].sort())
    for (const { id: caseId } of cases) expect((await papersOf(caseId)).map(({ kind }) => kind)).toEqual(['filingDecision'])
    const form = (await papersOf(id)).find(({ kind }) => kind === 'filingApprovalForm')
    expect(form).toMatchObject({ zone: 'inner', audience: [`z:${unitIdOf('liyuan.procuratorate')}`] })
    expect(await clueOf(id)).toMatchObject({ status: 'opened', outcomeOn: new Date('2026-05-11') })
  })

  test('to open with numbers taken over, one for each agency', async () => {
    const id = await reviewed(proposal.open('liyuan.health', 'liyuan.housing'))
    const open = (decisionNumbers: string) => ({ opinion: '同意立案。', leadProsecutorId: userIdOf('liyuan.prosecutor'), decisionNumbers })
    expect(await take('liyuan.chief', 'clue.open', id, open('澧检行公立〔2026〕71号'))).toMatchObject({ fields: { decisionNumbers: 'clues.refuse.numbersDiffer' } })
    await done('liyuan.chief', 'clue.open', id, open('澧检行公立〔2026〕71号\n澧检行公立〔2026〕72号'))
    const numbers = await db.paper.findMany({ where: { kind: 'filingDecision', number: { contains: '〔2026〕7' } }, select: { number: true } })
    expect(numbers.map(({ number }) => number).sort()).toEqual(['澧检行公立〔2026〕71号', '澧检行公立〔2026〕72号'])
  })

  test('to decline: with reasons, told to the sender', async () => {
    const id = await reviewed(proposal.decline)
    await done('liyuan.chief', 'clue.decline', id, { opinion: '同意不立案。' })
    const decision = (await papersOf(id)).find(({ kind }) => kind === 'nonFilingDecision')
    expect(decision?.audience).toContain(`u:${unitIdOf('liyuan.court')}`)
    expect(await clueOf(id)).toMatchObject({ status: 'declined' })
  })

  test('to transfer: the other office has it at once and may not send it back', async () => {
    const id = await reviewed(proposal.transferTo('jinli.procuratorate'))
    await done('liyuan.chief', 'clue.transfer', id, { opinion: '同意移送。' })
    const there = await db.clue.findFirstOrThrow({ where: { transferredFromId: id } })
    expect(there).toMatchObject({ status: 'referred', receiverUnitId: unitIdOf('jinli.procuratorate'), senderUnitId: unitIdOf('liyuan.procuratorate'), regionCode: '990102' })
    expect(await take('jinli.manager', 'clue.returnReferral', there.id, { reason: '不属于本院管辖。' })).toMatchObject({ code: 'denied', reason: 'clues.deny.procuratorate' })
    await done('jinli.manager', 'clue.register', there.id, { handlerId: userIdOf('jinli.prosecutor') })
    expect((await papersOf(id)).map(({ kind }) => kind)).toContain('clueTransferNotice')
  })

  test.each([
    ['superior', { transferUnitId: unitIdOf('shifan.procuratorate') }, 'superiorReferralOpinion', '示范市人民检察院', '第二十六条', 'shifan.procuratorate'],
    ['authority', { transferredTo: '澧源区监察委员会' }, 'clueTransferLetter', '澧源区监察委员会', '第三十一条', null],
    ['agency', { transferUnitId: unitIdOf('liyuan.health') }, 'clueTransferLetter', '澧源区卫生健康局', '现将该线索移送你单位', 'liyuan.health'],
  ] as const)('to transfer to another %s: with the paper made for it', async (transferKind, to, kind, addressee, words, reader) => {
    const { transferKind: _, transferUnitId: __, ...rest } = proposal.transferTo('jinli.procuratorate')
    const id = await reviewed({ ...rest, transferKind, ...to })
    await done('liyuan.chief', 'clue.transfer', id, { opinion: '同意移送。' })
    expect(await clueOf(id)).toMatchObject({ status: 'transferred', transferredTo: addressee })
    expect(await db.clue.count({ where: { transferredFromId: id } })).toBe(0)
    const paper = await db.paper.findFirstOrThrow({ where: { subjectId: id, kind } })
    expect(paper.number).toMatch(kind === 'clueTransferLetter' ? /^澧源检函〔2026〕\d+号$/ : /^澧源检行公报移〔2026〕\d+号$/)
    expect(paper.audience).toEqual([`u:${unitIdOf('liyuan.procuratorate')}`, ...(reader ? [`u:${unitIdOf(reader)}`] : [])])
    const text = JSON.stringify(paper.data)
    for (const part of [addressee, words]) expect(text).toContain(part)
    if (transferKind === 'agency') expect(text).not.toContain('根据《人民检察院公益诉讼办案规则》')
  })

  test('to merge: into a living clue of the same office', async () => {
    const into = await registered()
    const id = await reviewed(proposal.merge(into))
    await done('liyuan.chief', 'clue.merge', id, { opinion: '同意并案。' })
    expect(await clueOf(id)).toMatchObject({ status: 'merged', mergedIntoId: into })
  })

  test('to refuse: the next round begins', async () => {
    const id = await reviewed(proposal.decline)
    await done('liyuan.chief', 'clue.refuse', id, { reason: '请继续调查水箱权属。' })
    expect(await clueOf(id)).toMatchObject({ status: 'registered', proposedOutcome: null })
  })

  test('a step taken from an old page finds the state changed', async () => {
    const id = await reviewed(proposal.decline)
    await done('liyuan.chief', 'clue.decline', id, { opinion: '同意不立案。' })
    expect(await take('liyuan.chief', 'clue.decline', id, { opinion: '同意不立案。' })).toMatchObject({ code: 'wrongState' })
  })
})

describe('major clues', () => {
  test('their report to the superior is recorded once', async () => {
    const id = await registered()
    expect(await take('liyuan.manager', 'clue.reportMajor', id, { filedOn: '2026-05-11', filing: '示范市人民检察院' })).toMatchObject({ code: 'denied' })
    await done('liyuan.prosecutor', 'clue.propose', id, { ...proposal.decline, major: true })
    await done('liyuan.manager', 'clue.reportMajor', id, { filedOn: '2026-05-11', filing: '示范市人民检察院' })
    expect(await take('liyuan.manager', 'clue.reportMajor', id, { filedOn: '2026-05-11', filing: '再次' })).toMatchObject({ code: 'denied' })
  })
})

describe('who reported', () => {
  const reporter = { name: '荀守拙', contact: '0990-0123456', statement: '本人住在该小区。' }

  test('lies where the application cannot read, and no trail holds a word of it', async () => {
    const id = await registered()
    await done('liyuan.manager', 'clue.recordReporter', id, reporter)
    const app = new pg.Client({ connectionString: database.url })
    await app.connect()
    await expect(app.query('SELECT * FROM clue_reporter')).rejects.toMatchObject({ code: '42501' })
    await app.end()
    const trail = await db.auditEvent.findMany({ where: { subjectId: id } })
    const jobs = await db.$queryRaw<unknown[]>`SELECT payload FROM graphile_worker._private_jobs`
    expect(JSON.stringify([trail, jobs])).not.toContain(reporter.name)
    expect(await take('liyuan.manager', 'clue.recordReporter', id, reporter)).toMatchObject({ code: 'refused', reason: 'clues.refuse.reporterKept' })
  })

  test('each look leaves a line with its reason, also the one that is refused', async () => {
    const id = await registered()
    await done('liyuan.manager', 'clue.recordReporter', id, reporter)
    expect(await readReporter(await person('liyuan.prosecutor'), id, '需要补充询问', 'r1')).toEqual({ ...reporter, anonymous: false })
    await expect(readReporter(await person('liyuan.prosecutor2'), id, '想看看', 'r2')).rejects.toMatchObject({ code: 'notFound' })
    await expect(readReporter(await person('liyuan.court'), id, '想看看', 'r3')).rejects.toMatchObject({ code: 'notFound' })
    expect((await linesOf(id)).filter(({ action }) => action === 'clue.readReporter')).toMatchObject([
      { result: 'done', reason: '需要补充询问' }, { result: 'denied', reason: '想看看' }, { result: 'denied', reason: '想看看' },
    ])
  })

  test('a name or the word anonymous', async () => {
    const id = await done('liyuan.prosecutor', 'clue.enter', null, { ...tanks, source: 'hotline12309' })
    expect(await take('liyuan.prosecutor', 'clue.recordReporter', id, {})).toMatchObject({ fields: { name: 'errors.field.required' } })
    await done('liyuan.prosecutor', 'clue.recordReporter', id, { anonymous: true })
    expect(await readReporter(await person('liyuan.manager'), id, '回访举报人', 'r4')).toMatchObject({ anonymous: true, name: '' })
  })
})
