import { afterAll, describe, expect, test } from 'vitest'
import { atNoon, consultation, closing, db, done, evidence, makeClue, person, service, take, texts, unitIdOf, userIdOf } from './recommendations/ground'

const { gapsOf, placesOf, listPowers } = await import('@/lib/powers/data/list')
const { findPower } = await import('@/lib/powers/data/record')
const { listCitations } = await import('@/lib/powers/data/citations')
const { heldOf, powersOfCase, powersOfClue } = await import('@/lib/powers/data/choices')
const { readAlone } = await import('@/lib/platform/together')
const { listDeskClocks } = await import('@/tests/support/desk')
const { sendReminders } = await import('@/lib/engine/notices/reminders')
const { scopeOf } = await import('@/lib/platform/scope')
const { storeScan } = await import('@/prisma/seed/play/files')

afterAll(() => db.$disconnect())

const scope = async (login: string) => scopeOf(await person(login))
const [water, urban, fire, justice] = ['water', 'urban', 'fire', 'justice'].map((key) => unitIdOf(`liyuan.${key}`)) as [string, string, string, string]
const [owner, office, law] = ['liyuan.water.liaison', 'liyuan.prosecutor', 'liyuan.bureau']
const inForce = { show: 'inForce', page: 1 } as const
const riverbed = {
  domain: 'environment', matter: '河道管理范围内堆放固体废物的查处', role: 'lead', powers: ['penalty', 'inspection'], duty: '水行政主管部门负责河道管理范围内的监督管理。',
  basis: '《中华人民共和国防洪法》第八条\n《中华人民共和国河道管理条例》第二十四条', source: '区水利局权责清单（2026年版）', fromOn: '2026-01-01',
}
const { domain: _, ...text } = riverbed

describe('the power list of a place', () => {
  test('is kept by each body for itself and by the law office for any, in versions of which one holds each day', async () => {
    atNoon('2026-03-02')
    const before = (await readAlone(gapsOf(await scope(office), '990101'))).find(({ domain }) => domain === 'environment')
    expect(before).toMatchObject({ bare: true, units: expect.arrayContaining([expect.objectContaining({ id: water })]) as unknown })
    expect(await take(office, 'powerItem.register', null, riverbed)).toMatchObject({ code: 'denied' })
    expect(await take(owner, 'powerItem.register', null, { ...riverbed, unitId: urban })).toMatchObject({ fields: { unitId: 'powers.invalid.notOwn' } })
    expect(await take(owner, 'powerItem.register', null, { ...riverbed, toOn: '2025-12-31' })).toMatchObject({ fields: { toOn: 'errors.field.order' } })
    const id = await done(owner, 'powerItem.register', null, riverbed)
    expect(await take(owner, 'powerItem.register', null, riverbed)).toMatchObject({ fields: { matter: 'powers.invalid.twice' } })
    // Another lead for the same matter shows at both; the law office enters it for that body.
    const crossing = await done(law, 'powerItem.register', null, { ...riverbed, unitId: urban })
    const another = await done(law, 'powerItem.register', null, { ...riverbed, domain: 'workSafety', matter: '消防安全监督检查', unitId: fire })
    expect(await take(law, 'powerItem.register', null, { ...riverbed, unitId: unitIdOf('jinli.water') })).toMatchObject({ fields: { unitId: 'errors.field.choose' } })
    const crossed = await listPowers(await scope(office), { ...inForce, show: 'crossing' })
    expect(crossed.map((row) => [row.id, row.crossing]).sort()).toEqual([[crossing, true], [id, true]].sort())
    expect((await listPowers(await scope('liyuan.court'), inForce)).map((row) => row.id).sort()).toEqual([id, crossing, another].sort())
    expect((await readAlone(gapsOf(await scope(office), '990101'))).find(({ domain }) => domain === 'environment')).toMatchObject({
      bare: false, units: expect.not.arrayContaining([expect.objectContaining({ id: water })]) as unknown,
    })
    // Whoever is above reads below; another place has a list of its own.
    expect(await listPowers(await scope('shifan.superior'), { ...inForce, place: '990101', unit: water })).toMatchObject([{ id }])
    expect((await readAlone(placesOf(await scope('shifan.superior')))).map(({ code }) => code)).toEqual(expect.arrayContaining(['9901', '990101']))
    expect((await readAlone(placesOf(await scope(owner)))).map(({ code }) => code)).toEqual(['990101'])
    expect(await findPower(await scope('jinli.prosecutor'), id)).toBeNull()
    expect(await listPowers(await scope('jinli.prosecutor'), { ...inForce, place: '990101' })).toEqual([])
    expect(await take('jinli.bureau', 'powerItem.end', id, { ground: 'transferred', lastOn: '2026-03-02', reason: '职责划转。' })).toMatchObject({ code: 'notFound' })
    expect(await take('liyuan.urban.liaison', 'powerItem.end', id, { ground: 'transferred', lastOn: '2026-03-02', reason: '职责划转。' })).toMatchObject({ code: 'denied' })
    // The version before holds until the day before, without anything being stored anew on that day.
    const change = { ...text, powers: ['penalty'], fromOn: '2026-04-01', reason: '清单调整。' }
    expect(await take(owner, 'powerItem.revise', id, { ...text, fromOn: '2026-04-01', reason: '没有变化。' })).toMatchObject({ fields: { matter: 'powers.invalid.unchanged' } })
    expect(await take(law, 'powerItem.revise', id, { ...change, fromOn: '2026-01-01' })).toMatchObject({ fields: { fromOn: 'powers.invalid.notLater' } })
    await done(owner, 'powerItem.revise', id, change)
    const next = await db.powerItem.findFirstOrThrow({ where: { predecessorId: id } })
    expect(await findPower(await scope(office), id)).toMatchObject({ status: 'revised', toOn: new Date('2026-03-31'), endGround: 'revised', successor: { id: next.id } })
    expect((await listPowers(await scope(office), { ...inForce, unit: water })).map((row) => row.id)).toEqual([id])
    atNoon('2026-04-01')
    expect((await listPowers(await scope(office), { ...inForce, unit: water })).map((row) => row.id)).toEqual([next.id])
    expect(await listPowers(await scope(office), { ...inForce, show: 'all', unit: water })).toMatchObject([{ id: next.id, inForce: true }, { id, inForce: false }])
    expect(await take(owner, 'powerItem.end', next.id, { ground: 'transferred', lastOn: '2026-03-31', reason: '职责划转至城管部门。' })).toMatchObject({ fields: { lastOn: 'powers.invalid.backdated' } })
    expect(await take(owner, 'powerItem.revise', next.id, { ...text, role: 'support', fromOn: '2026-03-31', reason: '改为配合。' })).toMatchObject({ fields: { fromOn: 'powers.invalid.backdated' } })
    await done(owner, 'powerItem.end', next.id, { ground: 'transferred', lastOn: '2026-04-10', reason: '职责划转至城管部门。' })
    expect(await listPowers(await scope(office), { ...inForce, unit: water })).toMatchObject([{ id: next.id, status: 'ended' }])
    atNoon('2026-04-11')
    expect(await listPowers(await scope(office), { ...inForce, unit: water })).toEqual([])
  })
})

describe('a doubt about a duty', () => {
  const matter = '农村饮用水水源保护'
  const entry = { ...riverbed, matter }

  test('leaves the entry in force, is owed by the law office within the limit of the place, and is settled with its reason', async () => {
    atNoon('2026-05-11')
    const id = await done(owner, 'powerItem.register', null, entry)
    expect(await take(owner, 'powerItem.doubt', id, { reason: '认为应由生态环境部门负责。' })).toMatchObject({ code: 'denied' })
    expect(await take(office, 'powerItem.doubt', id, { reason: '认为应由生态环境部门负责。', responsibleId: water })).toMatchObject({ fields: { responsibleId: 'errors.field.choose' } })
    await done(office, 'powerItem.doubt', id, { reason: '认为应由生态环境部门负责。', responsibleId: unitIdOf('liyuan.environment') })
    expect(await listPowers(await scope('liyuan.court'), { ...inForce, show: 'doubted' })).toMatchObject([{ id, inForce: true }])
    expect((await listDeskClocks(await scope(law), 'owedBy')).filter(({ subjectId }) => subjectId === id)).toMatchObject([{ duty: 'powerItem.settle', endOn: '2026-06-01', mine: true }])
    expect(await take(owner, 'powerItem.revise', id, { ...text, matter, role: 'support', fromOn: '2026-05-12', reason: '改为配合。' })).toMatchObject({ code: 'wrongState' })
    expect(await take(owner, 'powerItem.settle', id, { result: 'stands', reason: '本单位认为无误。' })).toMatchObject({ code: 'denied' })
    expect(await take(law, 'powerItem.settle', id, { result: 'revised', reason: '改为配合。' })).toMatchObject({ fields: { fromOn: 'errors.field.required' } })
    expect(await take(law, 'powerItem.settle', id, { result: 'ended', reason: '职责已经划转。' })).toMatchObject({ fields: { ground: 'errors.field.required' } })
    atNoon('2026-05-13')
    await done(law, 'powerItem.settle', id, { result: 'revised', reason: '水源地保护由生态环境部门牵头。', role: 'support', fromOn: '2026-05-13' })
    const next = await db.powerItem.findFirstOrThrow({ where: { predecessorId: id } })
    expect(next).toMatchObject({ role: 'support', duty: entry.duty, powers: entry.powers, status: 'registered', unitId: water })
    expect(await findPower(await scope('liyuan.court'), id)).toMatchObject({ status: 'revised', toOn: new Date('2026-05-12'), doubts: [{ result: 'revised', settlerId: justice, settledOn: new Date('2026-05-13') }] })
    expect(await db.deadline.findMany({ where: { subjectId: { in: [id, next.id] } } })).toMatchObject([{ status: 'satisfied', owedByUnitId: justice }])
    // Once more, of the version that follows: this time it stands; and from paper, with the day the paper bears.
    await done(office, 'powerItem.doubt', next.id, { reason: '配合职责仍不明确，请予明确。' })
    await done(law, 'powerItem.settle', next.id, { result: 'stands', reason: '以公布的清单为准。' })
    await done('liyuan.urban.liaison', 'powerItem.doubt', next.id, { reason: '配合职责仍不明确，请予明确。' })
    atNoon('2026-05-20')
    const paper = { result: 'ended', reason: '事项取消。', ground: 'listAdjusted', lastOn: '2026-05-31', signerName: '柏知远' }
    const scanned = async (login: string) => ({ ...paper, scanFileId: await storeScan(login, '书面意见', ['事项取消']) })
    expect(await take(office, 'powerItem.settleOnPaper', next.id, { ...(await scanned(office)), settledOn: '2026-05-19' })).toMatchObject({ code: 'denied' })
    // Whoever raised a doubt enters the answer only of an office without accounts.
    expect(await take('liyuan.urban.liaison', 'powerItem.settleOnPaper', next.id, { ...(await scanned('liyuan.urban.liaison')), settledOn: '2026-05-19' })).toMatchObject({ code: 'denied' })
    await db.roleGrant.updateMany({ where: { unitId: justice }, data: { toOn: new Date('2026-05-18') } })
    expect(await take('liyuan.urban.liaison', 'powerItem.settleOnPaper', next.id, { ...(await scanned('liyuan.urban.liaison')), settledOn: '2026-05-01' })).toMatchObject({ fields: { settledOn: 'errors.field.order' } })
    await done('liyuan.urban.liaison', 'powerItem.settleOnPaper', next.id, { ...(await scanned('liyuan.urban.liaison')), settledOn: '2026-05-19' })
    await db.roleGrant.updateMany({ where: { unitId: justice }, data: { toOn: null } })
    expect(await db.deadline.findFirstOrThrow({ where: { subjectId: next.id }, orderBy: { id: 'desc' } })).toMatchObject({ status: 'satisfied', satisfiedOn: new Date('2026-05-19') })
    expect(await findPower(await scope(office), next.id)).toMatchObject({ status: 'ended', endGround: 'listAdjusted', toOn: new Date('2026-05-31') })
  })

  test('of the justice bureau’s own entry, where no other law office is, is settled by the bureau itself', async () => {
    atNoon('2026-06-02')
    const id = await done(law, 'powerItem.register', null, { ...entry, matter: '行政复议', unitId: justice })
    await done(office, 'powerItem.doubt', id, { reason: '是否属于司法行政部门职责不明。' })
    expect(await db.powerDoubt.findFirstOrThrow({ where: { itemId: id } })).toMatchObject({ settlerId: justice })
    // Whoever answers for the bureau is reminded as a body's liaison would be.
    atNoon('2026-06-22')
    await sendReminders()
    expect((await db.notice.findMany({ where: { subjectId: id, kind: { startsWith: 'reminder' } } })).map(({ userId }) => userId)).toContain(userIdOf(law))
    atNoon('2026-06-02')
    await done(law, 'powerItem.settle', id, { result: 'stands', reason: '依法由司法行政部门承办。' })
  })
})

describe('what rests on the list', () => {
  const says = {
    authenticity: '属实。', verifiability: '可查。', necessity: '必要。', inDomain: 'yes', competence: '由本院管辖。', harmSigns: [], outcome: 'open', opinion: '建议立案。', agencyIds: [],
  }
  const lake = { ...riverbed, matter: '湖泊岸线保护', duty: '水行政主管部门负责湖泊岸线的监督管理。', basis: '《中华人民共和国水法》第三十七条\n《中华人民共和国防洪法》第二十二条' }

  /** A clue that waits for its evaluation. */
  async function toEvaluate(): Promise<string> {
    const id = await makeClue()
    await db.clue.update({ where: { id }, data: { status: 'registered', handlerId: userIdOf(office), registeredOn: new Date('2026-06-08') } })
    return id
  }

  async function toLetter(clueId: string, agencyId: string, day: string): Promise<string> {
    await done('liyuan.head', 'clue.review', clueId, { opinion: '同意。' })
    await done('liyuan.chief', 'clue.open', clueId, { opinion: '同意立案。', leadProsecutorId: userIdOf(office) })
    const { id } = await db.caseFile.findUniqueOrThrow({ where: { clueId_agencyId: { clueId, agencyId } } })
    await done(office, 'case.serveDecision', id, service(day))
    await done(office, 'case.addEvidence', id, { ...evidence, obtainedOn: day })
    await done(office, 'case.recordConsultation', id, { ...consultation, heldOn: day })
    await done(office, 'case.closeInvestigation', id, closing('recommend'))
    return id
  }

  test('an evaluation takes bodies, duty and basis from the entries chosen; a letter keeps the version it cites, and to a body that has none it names those that have', async () => {
    atNoon('2026-06-08')
    await db.powerItem.updateMany({ where: { domain: 'environment', toOn: null }, data: { toOn: new Date('2026-06-07') } })
    const id = await done(owner, 'powerItem.register', null, lake)
    const other = await done(law, 'powerItem.register', null, { ...lake, domain: 'relics' })
    const clueId = await toEvaluate()
    expect(await take(office, 'clue.propose', clueId, says)).toMatchObject({ fields: { agencyIds: 'clues.refuse.noAgency' } })
    expect(await take(office, 'clue.propose', clueId, { ...says, powerItemIds: [other] })).toMatchObject({ fields: { powerItemIds: 'errors.field.choose' } })
    await done(office, 'clue.propose', clueId, { ...says, powerItemIds: [id], harmSigns: [] })
    expect(await db.clueEvaluation.findFirstOrThrow({ where: { clueId } })).toMatchObject({
      agencyIds: [water], duty: lake.duty, legalBasis: ['《中华人民共和国水法》第三十七条', '《中华人民共和国防洪法》第二十二条'], powerItemIds: [id],
    })
    expect(await readAlone(powersOfClue(await scope(office), clueId))).toMatchObject([{ id, unitId: water }])
    expect(await readAlone(powersOfClue(await scope(owner), clueId))).toEqual([])
    const caseId = await toLetter(clueId, water, '2026-06-08')
    expect(await readAlone(powersOfCase(await scope(office), caseId))).toMatchObject([{ id }])
    // Left blank, duty and basis are the entry's; left out, the letter does not go to review.
    const { duty: _duty, legalBasis: _basis, ...written } = texts()
    const letterId = await done(office, 'recommendation.draft', null, { caseId, ...written, powerItemIds: [id] })
    expect(await db.recommendation.findUniqueOrThrow({ where: { id: letterId } })).toMatchObject({ duty: lake.duty, legalBasis: lake.basis, powerItemIds: [id] })
    await done(office, 'recommendation.edit', letterId, texts())
    expect(await take(office, 'recommendation.submit', letterId, {})).toMatchObject({ reason: 'recommendations.check.power.fail', params: { own: 'yes', count: 0 } })
    expect(await take(office, 'recommendation.edit', letterId, { ...texts(), powerItemIds: [other] })).toMatchObject({ fields: { powerItemIds: 'errors.field.choose' } })
    await done(office, 'recommendation.edit', letterId, { ...texts(), powerItemIds: [id] })
    // Revised meanwhile, the letter goes on resting on the version it cites; a new one may cite only the version that holds.
    atNoon('2026-06-09')
    await done(owner, 'powerItem.revise', id, { ...text, matter: lake.matter, duty: lake.duty, basis: '《中华人民共和国水法》第三十七条', fromOn: '2026-06-09', reason: '清单调整。' })
    await done(office, 'recommendation.edit', letterId, { ...texts(), powerItemIds: [id] })
    // Ended meanwhile, an entry carries a letter no longer: it may be the wrong body now.
    const [follows] = await db.powerItem.findMany({ where: { predecessorId: id } })
    await db.powerItem.update({ where: { id: follows!.id }, data: { toOn: new Date('2026-06-09') } })
    atNoon('2026-06-10')
    expect(await readAlone(heldOf(await scope(office), [id]))).toEqual([])
    await db.powerItem.update({ where: { id: follows!.id }, data: { toOn: null } })
    expect(await readAlone(heldOf(await scope(office), [id]))).toEqual([{ id }])
    await done(office, 'recommendation.submit', letterId, {})
    expect(await listCitations(await scope(office), id)).toMatchObject({ letters: [{ id: letterId }], clues: [{ id: clueId }] })
    expect(await listCitations(await scope(owner), id)).toEqual({ letters: [], clues: [] })
    const secondClue = await toEvaluate()
    expect(await take(office, 'clue.propose', secondClue, { ...says, powerItemIds: [id] })).toMatchObject({ fields: { powerItemIds: 'errors.field.choose' } })
    // The wrong body: who has entries in the domain is named; a reason lets it pass.
    atNoon('2026-06-10')
    await done(office, 'clue.propose', secondClue, { ...says, agencyIds: [urban] })
    const wrongCase = await toLetter(secondClue, urban, '2026-06-10')
    const wrong = await done(office, 'recommendation.draft', null, { caseId: wrongCase, ...texts() })
    const { shortName } = await db.unit.findUniqueOrThrow({ where: { id: water } })
    expect(await take(office, 'recommendation.submit', wrong, {})).toMatchObject({ code: 'refused', reason: 'recommendations.check.power.fail', params: { own: 'no', others: shortName, count: 1 } })
    await done(office, 'recommendation.edit', wrong, { ...texts(), powerReason: '岸线垃圾清扫由城市管理部门负责，清单尚未列明。' })
    await done(office, 'recommendation.submit', wrong, {})
  })
})

describe('a change announced for a day to come', () => {
  const pump = { ...riverbed, matter: '排涝泵站运行监管', toOn: '2027-12-31' }
  const state = async (id: string) => db.powerItem.findUniqueOrThrow({ where: { id }, select: { status: true, toOn: true, endGround: true, endReason: true } })
  const stands = { status: 'registered', toOn: new Date('2027-12-31'), endGround: null, endReason: null }
  const next = (id: string) => db.powerItem.findFirstOrThrow({ where: { predecessorId: id }, orderBy: { id: 'desc' } })
  const revision = { ...text, matter: pump.matter, role: 'support', fromOn: '2026-06-01', reason: '清单调整。' }

  test('is taken back before that day by whoever may announce it: the entry stands as it stood, the version to come never holds, and both are on record', async () => {
    atNoon('2026-05-11')
    const id = await done(owner, 'powerItem.register', null, pump)
    expect(await take(owner, 'powerItem.takeBack', id, { reason: '没有变动。' })).toMatchObject({ code: 'denied' })
    await done(owner, 'powerItem.revise', id, revision)
    const ahead = await next(id)
    for (const login of ['liyuan.urban.liaison', office]) expect(await take(login, 'powerItem.takeBack', id, { reason: '不再调整。' }), login).toMatchObject({ code: 'denied' })
    await done(law, 'powerItem.takeBack', id, { reason: '清单不再调整。' })
    expect(await state(id)).toEqual(stands)
    expect(await state(ahead.id)).toMatchObject({ status: 'takenBack', toOn: new Date('2026-05-31'), endReason: '清单不再调整。' })
    expect((await db.auditEvent.findMany({ where: { subjectId: { in: [id, ahead.id] }, result: 'done' }, orderBy: { id: 'asc' } })).map(({ action }) => action)).toEqual(
      ['powerItem.register', 'powerItem.succeed', 'powerItem.revise', 'powerItem.void', 'powerItem.takeBack'])
    // On the day that had been announced the entry still holds, and the other does not.
    atNoon('2026-06-02')
    expect((await listPowers(await scope(office), { ...inForce, q: pump.matter })).map((row) => row.id)).toEqual([id])
    expect((await findPower(await scope(office), id))!.successor).toBeNull()
    // The same may be announced anew, and then the day comes: it is too late.
    await done(owner, 'powerItem.revise', id, { ...revision, fromOn: '2026-06-03' })
    atNoon('2026-06-03')
    expect(await take(owner, 'powerItem.takeBack', id, { reason: '不再调整。' })).toMatchObject({ code: 'denied' })
  })

  test('an end likewise, up to its last day; not where somebody has doubted the version to come; a settlement by its settler alone', async () => {
    atNoon('2026-05-11')
    const id = await done(owner, 'powerItem.register', null, { ...pump, matter: '灌区取水计量监管' })
    await done(owner, 'powerItem.end', id, { ground: 'listAdjusted', lastOn: '2026-05-31', reason: '事项取消。' })
    atNoon('2026-05-31')
    await done(owner, 'powerItem.takeBack', id, { reason: '事项保留。' })
    expect(await state(id)).toEqual(stands)
    await done(owner, 'powerItem.end', id, { ground: 'listAdjusted', lastOn: '2026-05-31', reason: '事项取消。' })
    atNoon('2026-06-01')
    expect(await take(owner, 'powerItem.takeBack', id, { reason: '事项保留。' })).toMatchObject({ code: 'denied' })
    const doubted = await done(owner, 'powerItem.register', null, { ...pump, matter: '河湖健康评价监管' })
    await done(owner, 'powerItem.revise', doubted, { ...revision, matter: '河湖健康评价监管', fromOn: '2026-07-01' })
    await done(office, 'powerItem.doubt', (await next(doubted)).id, { reason: '配合职责仍不明确，请予明确。' })
    expect(await take(owner, 'powerItem.takeBack', doubted, { reason: '不再调整。' })).toMatchObject({ reason: 'powers.refuse.successorMoved' })
    const settled = await done(owner, 'powerItem.register', null, { ...pump, matter: '蓄滞洪区管理' })
    await done(office, 'powerItem.doubt', settled, { reason: '职责界限不清，请予明确。' })
    await done(law, 'powerItem.settle', settled, { result: 'ended', reason: '职责已经划转。', ground: 'transferred', lastOn: '2026-06-30' })
    expect(await take(owner, 'powerItem.takeBack', settled, { reason: '仍由本单位负责。' })).toMatchObject({ code: 'denied' })
    await done(law, 'powerItem.takeBack', settled, { reason: '划转尚未批准。' })
    expect(await state(settled)).toEqual(stands)
    // What the body announces later is its own to take back, unless the same matter was registered meanwhile.
    await done(owner, 'powerItem.end', settled, { ground: 'listAdjusted', lastOn: '2026-08-31', reason: '事项取消。' })
    const again = await done(owner, 'powerItem.register', null, { ...pump, matter: '蓄滞洪区管理', fromOn: '2026-09-01' })
    expect(await take(owner, 'powerItem.takeBack', settled, { reason: '事项保留。' })).toMatchObject({ fields: { matter: 'powers.invalid.twice' } })
    await db.powerItem.update({ where: { id: again }, data: { status: 'takenBack' } })
    await done(owner, 'powerItem.takeBack', settled, { reason: '事项保留。' })
    expect(await state(settled)).toEqual(stands)
  })
})
