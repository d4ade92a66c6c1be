import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { atNoon, clocksOf, db, done, newId, person, river, scopeOf, take, unitIdOf, userIdOf } from '../clues/ground'

const { findCharter, findQuestion, listCharters } = await import('@/lib/charters/data/charters')
const { findFulfilment, findObligation, listPromiseRows, listStandings } = await import('@/lib/charters/data/standing')
const { openPromises } = await import('@/lib/charters/mutations/sweep')
const { mainLineTermsOn } = await import('@/lib/charters/data/main-line')

const { knownTerms } = await import('@/lib/charters/mutations/obligation')
const { findFirstClock } = await import('@/lib/charters/data/first-clock')
const { findPaper } = await import('@/lib/engine/papers/store')
const { integrityChecks } = await import('@/lib/integrity')
const { samples } = await import('@/lib/charters/rules/samples')
const { termFaults } = await import('@/lib/charters/rules/terms')

const scope = async (login: string) => scopeOf(await person(login))
const text = '关于加强协作的意见\n第一条　【目的】为加强河道保护，制定本意见。每半年召开一次联席会议。\n第二条　【巡查】河道巡查每季度一次，结束后十日内报送情况。\n第三条　收到线索后五个工作日内登记。\n第四条　登记之前由收案部门核对。'
const office = unitIdOf('liyuan.procuratorate')

afterAll(() => db.$disconnect())

const obligationOf = async (id: string, title: string) => db.obligation.findFirstOrThrow({ where: { charterId: id, title, dropped: false } })
const standingsOf = async (login: string, id: string, day: string) => {
  const charter = (await findCharter(await scope(login), id))!
  const found = await listStandings(await scope(login), charter, charter.obligations, day)
  return Object.fromEntries(charter.obligations.map(({ id: each, title }) => [title, found.find(({ obligationId }) => obligationId === each) ?? null]))
}
const fulfilmentsOf = (id: string) => db.fulfilment.findMany({ where: { charterId: id }, orderBy: [{ fromOn: 'asc' }, { id: 'asc' }] })

async function written(title: string): Promise<string> {
  const id = await done('liyuan.government', 'charter.draft', null, { title, start: 'blank' })
  await done('liyuan.government', 'charter.setText', id, { text })
  return id
}

const provisionOf = async (id: string, article: string) => (await db.provision.findFirstOrThrow({ where: { charterId: id, article, dropped: false } })).id

async function promise(id: string, article: string, input: Record<string, unknown>) {
  return done('liyuan.government', 'charter.addObligation', id, { provisionId: await provisionOf(id, article), ...input })
}

async function signed(id: string): Promise<string> {
  await done('liyuan.government', 'charter.setSigners', id, { first: unitIdOf('liyuan.office'), second: office, interpreters: 'all' })
  await done('liyuan.government', 'charter.startSigning', id, {})
  await done('liyuan.government', 'charter.sign', id, { signerName: '区长', signedOn: '2026-05-11' })
  await done('liyuan.chief', 'charter.sign', id, { signerName: '检察长', signedOn: '2026-05-11' })
  return id
}

let given = 8
const issued = () => ({ number: `澧源政文〔2026〕${(given += 1)}号`, issuedOn: '2026-05-11', effectiveOn: '2026-05-11' })

describe('an opinion in the making', () => {
  let id: string
  beforeAll(async () => {
    atNoon('2026-05-11')
    id = await written('关于加强协作的意见')
  })

  test('is its drafter’s alone until it is sent for signing', async () => {
    expect(await findCharter(await scope('liyuan.government'), id)).not.toBeNull()
    for (const login of ['liyuan.chief', 'liyuan.water.leader', 'jinli.government', 'shifan.superior']) expect(await findCharter(await scope(login), id), login).toBeNull()
    expect(await take('jinli.government', 'charter.setText', id, { text })).toMatchObject({ code: 'notFound' })
    expect(await take('liyuan.water.liaison', 'charter.draft', null, { title: '不行', start: 'blank' })).toMatchObject({ ok: false })
  })

  test('bodies sign in turn, one at a time, and only the last signature completes it [S1-1]', async () => {
    expect(await take('liyuan.government', 'charter.startSigning', id, {})).toMatchObject({ code: 'denied', reason: 'charters.deny.noSigners' })
    await done('liyuan.government', 'charter.setSigners', id, { first: unitIdOf('liyuan.office'), second: office, interpreters: 'first' })
    await done('liyuan.government', 'charter.startSigning', id, {})
    expect(await take('liyuan.chief', 'charter.sign', id, { signerName: '检察长', signedOn: '2026-05-11' })).toMatchObject({ code: 'denied', reason: 'charters.deny.turn' })
    expect(await take('liyuan.government', 'charter.publish', id, issued())).toMatchObject({ ok: false })
    await done('liyuan.government', 'charter.sign', id, { signerName: '区长', signedOn: '2026-05-11' })
    expect((await findCharter(await scope('liyuan.chief'), id))!.status).toBe('signing')
    await done('liyuan.government', 'charter.reopen', id, { reason: '检察院提出修改意见。' })
    expect((await findCharter(await scope('liyuan.chief'), id))!.signers.map(({ signedOn }) => signedOn)).toEqual([null, null])
    await signed(id)
    expect((await findCharter(await scope('liyuan.chief'), id))!.status).toBe('signed')
  })

  test('keeps its promises with the article; an article with promises cannot go, one that stands twice is refused', async () => {
    const other = await written('关于另一件事的意见')
    await promise(other, '第二条', { kind: 'recurring', title: '季度巡查', owedBy: 'agencies', cycle: 'quarter', dueDays: '10' })
    expect(await take('liyuan.government', 'charter.setText', other, { text: '第一条　会议。\n第三条　登记。\n第四条　核对。后面还有很多字。' })).toMatchObject({ reason: 'charters.refuse.stillPromises', params: { article: '第二条' } })
    expect(await take('liyuan.government', 'charter.setText', other, { text: `${text}\n第一条　再来一次。` })).toMatchObject({ reason: 'charters.refuse.repeated' })
    await done('liyuan.government', 'charter.setText', other, { text: text.replace('十日内', '十五日内') })
    expect(await db.obligation.count({ where: { charterId: other, dropped: false } })).toBe(1)
    await promise(other, '第一条', { kind: 'recurring', title: '例会', owedBy: 'procuratorate', cycle: 'halfYear', keptBy: 'meeting.hold#regular', byAnyone: 'on' })
    expect(await obligationOf(other, '例会')).toMatchObject({ terms: { cycle: 'halfYear', keptBy: 'meeting.hold', keptWhen: 'regular', byAnyone: true }, watches: ['meeting.hold'] })
    const of = await scope('liyuan.government')
    const first = (kind: string, terms: object) => findFirstClock(of, { kind, terms }, '2026-05-11')
    expect([await first('recurring', { cycle: 'quarter', dueDays: 10 }), await first('event', { amount: 5, unit: 'workingDay' }), await first('gate', {})])
      .toMatchObject([{ fromOn: '2026-05-11', toOn: '2026-06-30', endOn: '2026-07-10' }, { endOn: '2026-05-18' }, null])
    const draft = await obligationOf(other, '季度巡查')
    expect([(await findObligation(await scope('liyuan.government'), draft.id))?.title, await findObligation(await scope('liyuan.prosecutor'), draft.id)]).toEqual(['季度巡查', null])
    expect((await listCharters(await scope('liyuan.prosecutor'), 'all', '2026-05-11')).map((row) => row.id)).not.toContain(other)
    expect(await take('liyuan.government', 'charter.addObligation', other, { provisionId: await provisionOf(other, '第一条'), kind: 'recurring', title: '没有周期', owedBy: 'agencies' }))
      .toMatchObject({ code: 'invalid', fields: { cycle: expect.any(String) } })
    await done('liyuan.government', 'charter.withdraw', other, { reason: '不再起草。' })
  })
})

describe('in force', () => {
  let id: string
  beforeAll(async () => {
    atNoon('2026-05-11')
    id = await written('关于河道协作的意见')
    await promise(id, '第二条', { kind: 'recurring', title: '季度巡查', owedBy: 'procuratorate', cycle: 'quarter', dueDays: '10' })
    await promise(id, '第三条', { kind: 'event', title: '五个工作日内登记', owedBy: 'procuratorate', startStep: 'clue.refer', amount: '5', unit: 'workingDay', keptBy: 'clue.register' })
    await promise(id, '第一条', { kind: 'right', title: '单位可以移送线索', owedBy: 'agencies', startStep: 'clue.refer' })
    await signed(id)
    await done('liyuan.government', 'charter.publish', id, issued())
  })

  test('stands open to everybody who works in the place, with its purpose in its own words and the article every promise rests on [S0-1 S0-2 S0-3 S1-2 S2-62]', async () => {
    for (const login of ['liyuan.water.handler', 'liyuan.judge']) expect((await findCharter(await scope(login), id))?.provisions.find(({ article }) => article === '第一条'), login).toMatchObject({ heading: '目的', text: expect.stringContaining('为加强河道保护，制定本意见。') })
    for (const login of ['liyuan.water.liaison', 'liyuan.court', 'liyuan.bureau']) expect((await findCharter(await scope(login), id))?.number, login).toMatch(/^澧源政文〔2026〕\d+号$/)
    expect(await findCharter(await scope('jinli.prosecutor'), id)).toBeNull()
    expect((await listCharters(await scope('liyuan.court'), 'inForce', '2026-05-12')).map((row) => row.id)).toContain(id)
    const [listed] = (await findCharter(await scope('liyuan.court'), id))!.papers
    const paper = (await findPaper(await scope('liyuan.court'), listed!.id))!
    expect(paper).toMatchObject({ kind: 'charterText', number: expect.stringContaining('澧源政文'), content: { title: '关于河道协作的意见', mark: '澧源区人民政府办公室文件', format: 'redHead' } })
    expect(JSON.stringify(paper.content.blocks)).toContain('第二条　【巡查】河道巡查每季度一次，结束后十日内报送情况。')
    expect(paper.content.blocks.find(({ type }) => type === 'signature')).toMatchObject({ lines: ['澧源区人民政府办公室', '澧源区人民检察院'] })
    expect(await findPaper(await scope('jinli.prosecutor'), listed!.id)).toBeNull()
    const clock = await db.deadline.findFirstOrThrow({ where: { subjectType: 'fulfilment', regionCode: '990101', owedByUnitId: office } })
    expect(clock.basis).toEqual([{ kind: 'charter', ref: '《关于河道协作的意见》第二条' }])
  })

  test('an obligation nobody wrote code for has its clock, its red light and is kept through the screen alone', async () => {
    const [owed] = (await fulfilmentsOf(id)).filter(({ title }) => title === '季度巡查')
    expect((await clocksOf(owed!.id, 'fulfilment.keep')).map(({ endOn, status }) => [endOn, status])).toEqual([['2026-07-10', 'running']])
    expect(await standingsOf('liyuan.water.liaison', id, '2026-07-05')).toMatchObject({ 季度巡查: { atRisk: 1, broken: 0 } })
    expect(await standingsOf('liyuan.water.liaison', id, '2026-07-11')).toMatchObject({ 季度巡查: { broken: 1, kept: 0 } })
    atNoon('2026-07-12')
    expect(await take('liyuan.water.liaison', 'fulfilment.keep', owed!.id, { keptOn: '2026-07-12', note: '不是本单位的事。' })).toMatchObject({ code: 'denied' })
    expect(await take('liyuan.prosecutor', 'fulfilment.keep', owed!.id, { keptOn: '2026-03-01', note: '周期以前巡查的。' })).toMatchObject({ code: 'invalid', fields: { keptOn: expect.any(String) } })
    await done('liyuan.prosecutor', 'fulfilment.keep', owed!.id, { keptOn: '2026-07-12', note: '巡查渔沟河十二公里，发现问题两处。' })
    expect(await standingsOf('liyuan.court', id, '2026-07-12')).toMatchObject({ 季度巡查: { broken: 0, late: 1, kept: 0 } })
    expect(await findFulfilment(await scope('liyuan.court'), owed!.id)).toMatchObject({ status: 'kept', note: '巡查渔沟河十二公里，发现问题两处。' })
    atNoon('2026-05-11')
  })

  test('the next period comes up by itself, once, and the chain says the calendar brought it', async () => {
    atNoon('2026-08-01')
    expect(await openPromises('2026-08-01')).toBeGreaterThan(0)
    expect(await openPromises('2026-08-01')).toBe(0)
    const rows = (await fulfilmentsOf(id)).filter(({ title }) => title === '季度巡查')
    expect(rows.map(({ fromOn }) => fromOn.toISOString().slice(0, 10))).toEqual(['2026-04-01', '2026-07-01'])
    expect(await db.auditEvent.findFirst({ where: { action: 'fulfilment.open', subjectId: rows[1]!.id } })).toMatchObject({ actorId: null, result: 'done' })
    atNoon('2026-05-11')
  })

  test('what a step brings up another step keeps; others do not see whose record it is', async () => {
    const clue = await done('liyuan.water.liaison', 'clue.refer', null, { ...river, discoveredOn: '2026-05-11' })
    const [owed] = (await fulfilmentsOf(id)).filter(({ aboutId, status }) => aboutId === clue && status === 'owed')
    expect(owed).toMatchObject({ title: '五个工作日内登记', owedByUnitId: office, aboutTitle: river.title })
    expect((await clocksOf(owed!.id, 'fulfilment.keep')).map(({ endOn }) => endOn)).toEqual(['2026-05-18'])
    expect(await findFulfilment(await scope('liyuan.health.liaison'), owed!.id)).toBeNull()
    atNoon('2026-05-13')
    await done('liyuan.manager', 'clue.register', clue, { handlerId: userIdOf('liyuan.prosecutor') })
    expect(await db.fulfilment.findUniqueOrThrow({ where: { id: owed!.id } })).toMatchObject({ status: 'kept', keptType: 'clue', keptId: clue })
    expect(await standingsOf('liyuan.prosecutor', id, '2026-05-13')).toMatchObject({ 五个工作日内登记: { kept: 1 }, 单位可以移送线索: { kept: 1 } })
    expect(await standingsOf('liyuan.health.liaison', id, '2026-05-13')).toMatchObject({ 五个工作日内登记: null })
    const obligation = (await findObligation(await scope('liyuan.prosecutor'), (await obligationOf(id, '五个工作日内登记')).id))!
    const rowsOf = async (login: string) => listPromiseRows(await scope(login), obligation, obligation.charter, { state: 'kept', page: 1, on: '2026-05-13' })
    expect([await rowsOf('liyuan.health.liaison'), await rowsOf('jinli.prosecutor')]).toEqual([[], []])
    expect(await rowsOf('liyuan.prosecutor')).toMatchObject([{ title: `五个工作日内登记：${river.title}`, keptTitle: river.title }])
    atNoon('2026-05-11')
  })

  test('a promise that lost its object is waived with its reason, by whoever keeps the text', async () => {
    atNoon('2026-08-02')
    const [, owed] = (await fulfilmentsOf(id)).filter(({ title }) => title === '季度巡查')
    expect(await take('liyuan.head', 'fulfilment.waive', owed!.id, { reason: '本季度汛期停航。' })).toMatchObject({ code: 'denied' })
    await done('liyuan.government', 'fulfilment.waive', owed!.id, { reason: '本季度汛期停航，不具备巡查条件。' })
    expect((await clocksOf(owed!.id, 'fulfilment.keep')).map(({ status }) => status)).toEqual(['cancelled'])
    atNoon('2026-05-11')
  })
})

test('a gate holds a step up until the other was done on the same record', async () => {
  atNoon('2026-05-11')
  const id = await written('关于登记核对的意见')
  await promise(id, '第四条', { kind: 'gate', title: '先核对再决定', owedBy: 'procuratorate', startStep: 'clue.register', keptBy: 'clue.recordReporter' })
  await signed(id)
  await done('liyuan.government', 'charter.publish', id, issued())
  const clue = await done('liyuan.health.liaison', 'clue.refer', null, { ...river, title: '诊所医疗废物混入生活垃圾', discoveredOn: '2026-05-11' })
  const registered = () => take('liyuan.manager', 'clue.register', clue, { handlerId: userIdOf('liyuan.prosecutor') })
  expect(await registered()).toMatchObject({ code: 'refused', reason: 'charters.refuse.gate', params: { article: '第四条' } })
  await done('liyuan.government', 'charter.repeal', id, { endsOn: '2026-05-11', reason: '改由其他文件规定。' })
  atNoon('2026-05-12')
  expect(await registered()).toMatchObject({ ok: true })
})

describe('a revision', () => {
  test('to five days binds what is discovered from its day on; running referrals keep seven, and the letter of the text is compared [S2-19]', async () => {
    atNoon('2026-05-11')
    const before = (await listCharters(await scope('lanan.government'), 'inForce', '2026-05-11'))[0]!
    const refer = (discoveredOn: string) => done('lanan.water.liaison', 'clue.refer', null, { ...river, title: `排污线索${newId().slice(-6)}`, discoveredOn, penaltyKnown: 'no', noPenaltyReason: '尚在调查。' })
    const running = await refer('2026-05-08')
    const id = await done('lanan.government', 'charter.draft', null, { title: before.title, start: before.id })
    const referral = await db.obligation.findFirstOrThrow({ where: { charterId: id, key: 'referralInSevenDays' } })
    await done('lanan.government', 'charter.changeObligation', id, {
      obligationId: referral.id, provisionId: referral.provisionId, kind: 'event', title: '五日内移送线索', owedBy: 'administrative', duty: 'clue.refer', amount: '5', unit: 'naturalDay',
    })
    expect(await take('lanan.government', 'charter.draft', null, { title: before.title, start: before.id })).toMatchObject({ reason: 'charters.refuse.inTheMaking' })
    await done('lanan.government', 'charter.startSigning', id, {})
    for (const [login, signerName] of [['lanan.government', '市长'], ['lanan.chief', '检察长'], ['lanan.bureau', '局长']] as const) await done(login, 'charter.sign', id, { signerName, signedOn: '2026-05-11' })
    expect(await take('lanan.government', 'charter.publish', id, { number: '岚政文〔2026〕7号', issuedOn: '2026-05-11', effectiveOn: '2026-05-10' })).toMatchObject({ fields: { effectiveOn: expect.any(String) } })
    await done('lanan.government', 'charter.publish', id, { number: '岚政文〔2026〕7号', issuedOn: '2026-05-11', effectiveOn: '2026-06-01' })
    expect((await db.charter.findUniqueOrThrow({ where: { id: before.id } })).endsOn?.toISOString().slice(0, 10)).toBe('2026-05-31')
    const daysOn = async (day: string) => (await mainLineTermsOn(db, '990103', day)).referralDays('agency')
    expect([await daysOn('2026-05-31'), await daysOn('2026-06-01')]).toEqual([7, 5])
    atNoon('2026-06-03')
    const old = await refer('2026-05-30')
    const young = await refer('2026-06-02')
    const ends = async (clue: string) => (await clocksOf(clue, 'clue.refer')).map(({ endOn }) => endOn)
    expect([await ends(running), await ends(old), await ends(young)]).toEqual([['2026-05-15'], ['2026-06-08'], ['2026-06-08']])
    expect((await findCharter(await scope('lanan.water.liaison'), id))!.versions.map(({ ordinal }) => ordinal)).toEqual([2, 1])
  })
})

describe('a question on the text', () => {
  test('has one answer, agreed by all who interpret it, open to every unit [S2-61]', async () => {
    atNoon('2026-07-01')
    const [charter] = await listCharters(await scope('lanan.water.liaison'), 'inForce', '2026-07-01')
    const id = await done('lanan.water.liaison', 'charterQuestion.ask', null, { charterId: charter!.id, title: '七日从哪天起算', question: '执法检查中发现的线索，自检查当日还是立案之日起算？' })
    expect((await clocksOf(id, 'charterQuestion.propose')).map(({ status }) => status)).toEqual(['running'])
    // Open to the place, it waits for people of the place.
    expect((await integrityChecks.queues()).filter(({ subjectId }) => subjectId === id)).toEqual([])
    const interpreters = (await findCharter(await scope('lanan.water.liaison'), charter!.id))!.signers.filter(({ interprets }) => interprets).map(({ unitId }) => unitId)
    const people = ['lanan.chief', 'lanan.bureau', 'lanan.government']
    const asked = await Promise.all(people.map(async (login) => ({ login, unitId: (await person(login)).unitId })))
    const [first, ...others] = interpreters.map((unitId) => asked.find((each) => each.unitId === unitId)!.login)
    expect(others.length).toBeGreaterThan(0)
    expect(await take('lanan.water.leader', 'charterQuestion.propose', id, { answer: '我们自己解释。' })).toMatchObject({ code: 'denied' })
    await done(first!, 'charterQuestion.propose', id, { answer: '自检查人员记录发现之日起算。' })
    expect(await take(first!, 'charterQuestion.agree', id, { confirmed: true })).toMatchObject({ code: 'denied', reason: 'charters.deny.agreed' })
    for (const login of others) await done(login, 'charterQuestion.agree', id, { confirmed: true })
    expect([(await findQuestion(await scope('lanan.court'), id))?.answer, await findQuestion(await scope('jinli.chief'), id)]).toEqual(['自检查人员记录发现之日起算。', null])
    expect(await db.charterQuestion.findUniqueOrThrow({ where: { id } })).toMatchObject({ status: 'agreed', answer: '自检查人员记录发现之日起算。' })
    expect((await clocksOf(id, 'charterQuestion.propose')).map(({ status }) => status)).toEqual(['satisfied'])
  })
})

test('a new place starts from a sample with its articles and promises, and names its source', async () => {
  atNoon('2026-05-11')
  const id = await done('pingyun.government', 'charter.draft', null, { title: '平云区协作意见', start: 'liyuan' })
  const charter = (await findCharter(await scope('pingyun.government'), id))!
  expect([charter.provisions.length > 15, charter.obligations.length > 10, charter.mark]).toEqual([true, true, '参照公开文件编写的示例条款'])
  await done('pingyun.government', 'charter.setText', id, { text: charter.provisions.map(({ article, text: body }) => `${article}　${body}本区执行。`).join('\n') })
  expect((await findCharter(await scope('pingyun.government'), id))!.mark).toBe('')
  expect(await take('pingyun.government', 'charter.draft', null, { title: '不存在', start: newId() })).toMatchObject({ fields: { start: expect.any(String) } })
})

test('liaisons named before the opinion asked for it are counted as named; the others are listed one by one [S1-14]', async () => {
  atNoon('2026-05-11')
  await done('liyuan.admin', 'unit.nameLiaison', unitIdOf('liyuan.water'), { userId: userIdOf('liyuan.water.liaison'), rank: 'main', fromOn: '2026-05-01' })
  const id = await written('关于联络员的意见')
  await promise(id, '第一条', { kind: 'designation', title: '确定联络员', owedBy: 'townships', amount: '10', unit: 'workingDay', keptBy: 'unit.nameLiaison', keptWhen: 'main' })
  await promise(id, '第二条', { kind: 'designation', title: '机关确定联络员', owedBy: 'agencies', amount: '10', unit: 'workingDay', keptBy: 'unit.nameLiaison', keptWhen: 'main' })
  await signed(id)
  await done('liyuan.government', 'charter.publish', id, issued())
  const owing = (await fulfilmentsOf(id)).map(({ owedByUnitId }) => owedByUnitId)
  expect(owing).toContain(unitIdOf('liyuan.linjiang'))
  expect(owing).not.toContain(unitIdOf('liyuan.water'))
  await done('liyuan.admin', 'unit.nameLiaison', unitIdOf('liyuan.linjiang'), { userId: userIdOf('liyuan.linjiang.liaison'), rank: 'main', fromOn: '2026-05-11' })
  expect(await standingsOf('liyuan.court', id, '2026-05-11')).toMatchObject({ 确定联络员: { kept: 1 } })
})

test('every promise of the sample opinions names steps and duties there are', () => {
  const known = knownTerms()
  const faults = samples.flatMap(({ key, provisions }) => provisions.flatMap(({ obligations }) => obligations.flatMap((each) =>
    Object.entries(termFaults(each.kind, each.terms, known)).map(([field, fault]) => `${key} ${each.key} ${field} ${fault}`))))
  expect(faults).toEqual([])
})
