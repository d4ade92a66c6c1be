import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { atNoon, clocksOf, clueOf, db, done, linesOf, newId, papersOf, person, referred, registered, river, settle, take, takeStep, tanks, unitIdOf, userIdOf } from './ground'

beforeAll(settle)
beforeEach(() => atNoon('2026-05-11'))
afterAll(() => db.$disconnect())

const court = () => `u:${unitIdOf('liyuan.court')}`
const office = () => `u:${unitIdOf('liyuan.procuratorate')}`

describe('a court refers', () => {
  test('only with a judge; until then nobody outside sees it [S0-16]', async () => {
    const id = await done('liyuan.court', 'clue.refer', null, { ...tanks, unitIds: [unitIdOf('liyuan.health')] })
    expect(await clueOf(id)).toMatchObject({ status: 'awaitingApproval', audience: [court()], referredOn: null })
    expect(await papersOf(id)).toEqual([])
    expect(await take('liyuan.court', 'clue.approveReferral', id, {})).toMatchObject({ ok: false, code: 'denied' })
    expect(await take('liyuan.manager', 'clue.register', id, { handlerId: userIdOf('liyuan.prosecutor') })).toMatchObject({ code: 'notFound' })

    await done('liyuan.judge', 'clue.approveReferral', id, {})
    const clue = await clueOf(id)
    expect(clue).toMatchObject({ status: 'referred', approvedById: userIdOf('liyuan.judge') })
    expect(clue.audience.sort()).toEqual([court(), office()].sort())
    expect(await papersOf(id)).toMatchObject([{ kind: 'referralLetter', number: expect.stringMatching(/〔2026〕\d+号$/), issuerUnitId: unitIdOf('liyuan.court') }])
  })

  test('the judge may send the draft back to the clerk, who completes it', async () => {
    const id = await done('liyuan.court', 'clue.refer', null, tanks)
    await done('liyuan.judge', 'clue.sendBackReferral', id, { reason: '请补充水质检测报告。' })
    expect(await clueOf(id)).toMatchObject({ status: 'returned', returnCount: 0, audience: [court()] })
    await done('liyuan.court', 'clue.resubmit', id, { ...tanks, title: '江畔花园小区水箱问题' })
    expect(await clueOf(id)).toMatchObject({ status: 'awaitingApproval', title: '江畔花园小区水箱问题', audience: [court()] })
  })

  test('the office registers it, gives a receipt and starts its own evaluation clock, unseen by the court [S0-15]', async () => {
    const id = await registered()
    expect(await clueOf(id)).toMatchObject({ status: 'registered', handlerId: userIdOf('liyuan.prosecutor') })
    expect((await papersOf(id)).map(({ kind }) => kind)).toEqual(['referralLetter', 'referralReceipt'])
    const [clock] = await clocksOf(id, 'clue.propose')
    expect(clock).toMatchObject({ ruleKey: 'clue_assessment_internal', triggeredOn: '2026-05-11', endOn: '2026-06-10', status: 'running' })
    expect(clock?.audience).toEqual([`z:${unitIdOf('liyuan.procuratorate')}`])
  })
})

describe('seven days of a charter', () => {
  test('met by the referral itself [S2-18 S2-19]', async () => {
    const id = await done('lanan.water.liaison', 'clue.refer', null, river)
    expect(await clocksOf(id, 'clue.refer')).toMatchObject([
      { ruleKey: 'clue_transfer_local', triggeredOn: '2026-05-08', endOn: '2026-05-15', status: 'satisfied', satisfiedOn: '2026-05-11', owedByUnitId: unitIdOf('lanan.water') },
    ])
  })

  test('late ones give a reason and show the day they came [S2-19]', async () => {
    atNoon('2026-05-18')
    const answer = await take('lanan.water.liaison', 'clue.refer', null, river)
    expect(answer).toMatchObject({ ok: false, code: 'invalid', fields: { lateReason: 'clues.refuse.lateReason' } })
    const id = await done('lanan.water.liaison', 'clue.refer', null, { ...river, lateReason: '节假日值班人员未及时上报。' })
    expect(await clocksOf(id, 'clue.refer')).toMatchObject([{ endOn: '2026-05-15', satisfiedOn: '2026-05-18' }])
  })

  test('do not bind courts, nor bodies of a place whose charter says in good time', async () => {
    const fromCourt = await done('lanan.court', 'clue.refer', null, { ...river, source: 'courtTrial', penaltyKnown: 'unclear' })
    await done('lanan.judge', 'clue.approveReferral', fromCourt, {})
    expect(await clocksOf(fromCourt, 'clue.refer')).toEqual([])
    const elsewhere = await done('liyuan.water.liaison', 'clue.refer', null, { ...river, discoveredOn: '2026-01-05' })
    expect(await clocksOf(elsewhere, 'clue.refer')).toEqual([])
  })

  test('measure a late entry by the day it was really sent', async () => {
    const id = await done('lanan.manager', 'clue.enter', null, {
      ...river, onBehalfOfUnitId: unitIdOf('lanan.yanzhou'), source: 'dutyFinding', discoveredOn: '2026-04-01', referredOn: '2026-04-10',
      registeredOn: '2026-04-13', handlerId: userIdOf('lanan.prosecutor'),
    })
    expect(await clueOf(id)).toMatchObject({ status: 'registered', senderUnitId: unitIdOf('lanan.yanzhou'), onBehalfOfUnitId: unitIdOf('lanan.yanzhou') })
    expect(await clocksOf(id, 'clue.refer')).toMatchObject([{ endOn: '2026-04-08', satisfiedOn: '2026-04-10' }])
    expect(await clocksOf(id, 'clue.propose')).toMatchObject([{ triggeredOn: '2026-04-13', status: 'running' }])
  })
})

describe('penalty data', () => {
  const penalty = { document: '岚水罚〔2026〕3号', party: '示范养殖场', act: '私设暗管排放', result: '罚款五万元', basis: '《中华人民共和国水污染防治法》第八十三条', decidedOn: '2026-05-07' }

  test('an agency of 岚安市 has to say whether it punished, and to attach the decision [S2-20]', async () => {
    const { penaltyKnown: _, ...silent } = river
    expect(await take('lanan.water.liaison', 'clue.refer', null, silent)).toMatchObject({ fields: { penaltyKnown: 'clues.refuse.penaltyAnswer' } })
    expect(await take('lanan.water.liaison', 'clue.refer', null, { ...river, penaltyKnown: 'yes', penalty })).toMatchObject({ fields: { 'penalty.fileId': 'clues.refuse.penaltyFile' } })
  })

  test('a court clerk there may not know', async () => {
    const id = await done('lanan.court', 'clue.refer', null, { ...river, source: 'courtTrial', penaltyKnown: 'unclear' })
    expect(await clueOf(id)).toMatchObject({ penaltyKnown: 'unclear', penalty: null })
  })

  test('elsewhere it is asked, not demanded; what is said stands in the letter', async () => {
    const id = await done('liyuan.water.liaison', 'clue.refer', null, { ...river, penaltyKnown: 'yes', penalty })
    const letter = await db.paper.findFirstOrThrow({ where: { subjectId: id, kind: 'referralLetter' } })
    expect(JSON.stringify(letter.data)).toContain('岚水罚〔2026〕3号')
  })
})

describe('returning', () => {
  const why = { reason: '材料不全，请补充检测报告。', supplements: '水质检测报告', proposedAddressee: '示范市人民检察院' }

  test('once with reason and addressee, the second time refused [S0-15]', async () => {
    const id = await referred()
    await done('liyuan.manager', 'clue.returnReferral', id, why)
    expect(await clueOf(id)).toMatchObject({ status: 'returned', returnCount: 1, returnReason: why.reason, returnProposal: why.proposedAddressee })
    expect((await papersOf(id)).map(({ kind }) => kind)).toContain('clueReturnLetter')

    await done('liyuan.court', 'clue.resubmit', id, tanks)
    await done('liyuan.judge', 'clue.approveReferral', id, {})
    expect(await take('liyuan.manager', 'clue.returnReferral', id, why)).toMatchObject({ code: 'denied', reason: 'clues.deny.returnedOnce' })
    expect((await linesOf(id)).at(-1)).toMatchObject({ action: 'clue.returnReferral', result: 'denied' })
    await done('liyuan.manager', 'clue.register', id, { handlerId: userIdOf('liyuan.prosecutor') })
  })
})

describe('who and what', () => {
  test('outsiders find nothing', async () => {
    const id = await referred()
    for (const login of ['liyuan.water.liaison', 'jinli.manager', 'liyuan.bureau', 'liyuan.admin'])
      expect((await take(login, 'clue.register', id, { handlerId: userIdOf('liyuan.prosecutor') })), login).toMatchObject({ code: 'notFound' })
    expect(await take('liyuan.prosecutor', 'clue.register', id, { handlerId: userIdOf('liyuan.prosecutor') })).toMatchObject({ code: 'denied' })
  })

  test('a procuratorate enters, it does not refer', async () => {
    expect(await take('liyuan.prosecutor', 'clue.refer', null, tanks)).toMatchObject({ code: 'denied' })
    expect(await take('liyuan.water.liaison', 'clue.enter', null, tanks)).toMatchObject({ code: 'denied' })
  })

  test('sources belong to bodies', async () => {
    expect(await take('liyuan.court', 'clue.refer', null, { ...tanks, source: 'reconsideration' })).toMatchObject({ fields: { source: 'errors.field.choose' } })
    expect(await take('liyuan.court', 'clue.refer', null, { ...tanks, source: 'made-up' })).toMatchObject({ code: 'invalid' })
  })

  test('the justice bureau refers what its checks, its reviews and the filing of rules bring up, each by its name and in the days of the opinion [S2-17]', async () => {
    for (const source of ['enforcementSupervision', 'reconsideration', 'normativeReview']) {
      const id = await done('lanan.bureau', 'clue.refer', null, { ...river, source, facts: '监督中发现养殖场无证排污，主管部门接报后长期未查处。' })
      expect(await clueOf(id), source).toMatchObject({ source, status: 'referred' })
      expect(await clocksOf(id, 'clue.refer'), source).toMatchObject([{ endOn: '2026-05-15', status: 'satisfied', owedByUnitId: unitIdOf('lanan.justice') }])
      expect((await papersOf(id)).map(({ kind }) => kind), source).toContain('referralLetter')
    }
    expect(await take('lanan.water.liaison', 'clue.refer', null, { ...river, source: 'normativeReview' })).toMatchObject({ fields: { source: 'errors.field.choose' } })
  })

  test('state secrets have no place here', async () => {
    const { noSecrets: _, ...silent } = tanks
    expect(await take('liyuan.court', 'clue.refer', null, silent)).toMatchObject({ code: 'invalid', fields: { noSecrets: expect.any(String) } })
  })

  test('a double click is one clue', async () => {
    const actor = await person('liyuan.court')
    const requestId = newId()
    const answers = await Promise.all([1, 2].map(() => takeStep(actor, 'clue.refer', null, { ...tanks, title: '双击' }, { requestId })))
    expect(answers[0]).toEqual(answers[1])
    expect(await db.clue.count({ where: { title: '双击' } })).toBe(1)
  })

  test('numbers of a year are unique and without gaps', async () => {
    const before = await db.clue.count({ where: { receiverUnitId: unitIdOf('pingyun.procuratorate') } })
    await Promise.all(Array.from({ length: 4 }, () => done('pingyun.water.liaison', 'clue.refer', null, river)))
    const numbers = (await db.clue.findMany({ where: { receiverUnitId: unitIdOf('pingyun.procuratorate') }, select: { number: true } })).map(({ number }) => number)
    expect(numbers.sort()).toEqual(Array.from({ length: before + 4 }, (_, at) => `平云检线索〔2026〕${at + 1}号`))
  })

  test('every step leaves its line', async () => {
    const id = await registered()
    expect((await linesOf(id)).map(({ action, result }) => `${action} ${result}`)).toEqual(
      ['clue.refer done', 'clue.approveReferral done', 'clue.register done'])
  })
})
