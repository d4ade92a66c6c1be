import { afterAll, expect, test } from 'vitest'
import { atNoon, check, db, done, following, newId, person, settle, take, unitIdOf } from './cases/ground'

const play = await import('@/prisma/seed/play/outcome')
const { storePicture, storeScan, store } = await import('@/prisma/seed/play/files')
const { listOutcomes, listOutcomesOf, sumOutcomes } = await import('@/lib/outcomes/data/list')
const { findRow } = await import('@/lib/outcomes/data/row')
const { outcomeKinds, shownAmount } = await import('@/lib/outcomes/rules/kinds')
const { listDeskItems } = await import('@/tests/support/desk')
const { scopeOf } = await import('@/lib/platform/scope')
const { messagesOf } = await import('@/lib/platform/i18n')
const { act } = await import('@/prisma/seed/play/act')

afterAll(() => db.$disconnect())

const [lead, head, agency] = ['liyuan.prosecutor', 'liyuan.head', 'liyuan.water.liaison']
const scope = async (login: string) => scopeOf(await person(login))
const sums = async (asked: Parameters<typeof sumOutcomes>[1], login = lead) =>
  Object.fromEntries((await sumOutcomes(await scope(login), asked)).map(({ kind, amount }) => [kind, shownAmount(kind, amount)]))
const onDesk = async (login: string) => (await listDeskItems(await scope(login))).filter(({ type }) => type === 'outcome').map(({ id }) => id)

let caseId: string
let letterId: string
let demandId: string
const on = { achievedOn: '2026-10-12' }

test('money counts by its proof of payment once somebody else has confirmed it; a reply alone never does [S3-24]', async () => {
  settle()
  ;({ id: caseId, letterId, demandId } = await following())
  atNoon('2026-10-20')
  const money = { kind: 'moneyRecovered', title: '收回欠缴水资源费', amount: '10,300.05', ...on, caseId, demandId }
  expect(await take(lead, 'outcome.enter', null, money)).toMatchObject({ fields: { fileIds: 'errors.field.required' } })
  const proof = async () => ({ fileIds: [await storeScan(agency, '缴款凭证', ['缴款凭证'])] })
  for (const amount of ['0', '-5', '1.234', '一万元']) expect(await take(agency, 'outcome.enter', null, { ...money, amount, ...(await proof()) }), amount).toMatchObject({ fields: { amount: 'outcomes.invalid.amount' } })
  expect(await take(agency, 'outcome.enter', null, { ...money, achievedOn: '2026-05-10', ...(await proof()) })).toMatchObject({ fields: { achievedOn: 'errors.field.order' } })
  expect(await take(agency, 'outcome.enter', null, { ...money, demandId: newId(), ...(await proof()) })).toMatchObject({ fields: { demandId: 'errors.field.choose' } })
  // Whoever may read the case but neither handles it nor is its agency enters nothing; who may not read it does not find it.
  expect(await take('liyuan.prosecutor2', 'outcome.enter', null, { ...money, fileIds: [await storeScan('liyuan.prosecutor2', '凭证', ['凭证'])] })).toMatchObject({ code: 'denied' })
  expect(await take('jinli.prosecutor', 'outcome.enter', null, { ...money, fileIds: [newId()] })).toMatchObject({ code: 'notFound' })
  const id = await play.enter({ by: agency, ...money })
  expect(await onDesk(lead)).toEqual([id])
  expect(await sums({ caseId })).toEqual({})
  // The agency replied: nothing follows from it.
  await db.recommendation.update({ where: { id: letterId }, data: { firstRepliedOn: new Date('2026-10-13'), lastRepliedOn: new Date('2026-10-13') } })
  expect(await sums({ caseId })).toEqual({})
  expect(await take(agency, 'outcome.confirm', id, { confirmation: '确认属实。' })).toMatchObject({ code: 'denied' })
  expect(await take(agency, 'outcome.enter', null, { ...money, ...(await proof()) })).toMatchObject({ reason: 'outcomes.refuse.twice' })
  await play.confirm(lead, id)
  expect(await sums({ caseId })).toEqual({ moneyRecovered: '10,300.05' })
  expect(await sums({ caseId }, agency)).toEqual({ moneyRecovered: '10,300.05' })
  expect(await sums({}, 'jinli.prosecutor')).toEqual({})
  expect(await onDesk(lead)).toEqual([])
  const own = await play.enter({ by: lead, ...money, title: '收回滞纳金', amount: '200' })
  expect(await take(lead, 'outcome.confirm', own, { confirmation: '确认属实。' })).toMatchObject({ code: 'denied', reason: 'outcomes.deny.own' })
  await play.confirm(head, own)
  expect(await sums({ caseId })).toEqual({ moneyRecovered: '10,500.05' })
  // What proves false counts no more, and stays on record.
  await done(head, 'outcome.reject', own, { reason: '滞纳金已经退还。' })
  expect(await sums({ caseId })).toEqual({ moneyRecovered: '10,300.05' })
  expect(await findRow(await scope(lead), own)).toMatchObject({ status: 'rejected', confirmation: '滞纳金已经退还。' })
  const { after } = await db.auditEvent.findFirstOrThrow({ where: { action: 'outcome.confirm', subjectId: id, result: 'done' } })
  expect(after).toMatchObject({ status: 'confirmed', amount: '1030005' })
})

test('land counts by its acceptance papers, and a check on the ground confirms it without a second person [S3-25]', async () => {
  const land = { kind: 'landReclaimed', title: '河滩地复垦', amount: '21.56', achievedOn: '2026-10-09', caseId, demandId }
  const id = await play.enter({ by: lead, ...land })
  expect(await take(lead, 'outcome.confirmByCheck', id, { checkId: newId(), confirmation: '现场核查一致。' })).toMatchObject({ code: 'denied', reason: 'outcomes.deny.noCheck' })
  await check(letterId, demandId, 'notMet')
  expect((await findRow(await scope(lead), id))!.checks).toBe(0)
  await check(letterId, demandId, 'met', 2)
  const { id: checkId } = await db.checkResult.findFirstOrThrow({ where: { demandId, verdict: 'met' } })
  const late = await play.enter({ by: lead, ...land, title: '另一处复垦', achievedOn: '2026-10-11' })
  expect(await take(lead, 'outcome.confirmByCheck', late, { checkId, confirmation: '现场核查一致。' })).toMatchObject({ code: 'denied' })
  await done(lead, 'outcome.confirmByCheck', id, { checkId, confirmation: '现场核查一致。' })
  expect(await findRow(await scope(lead), id)).toMatchObject({ status: 'confirmed', checkId, confirmedOn: new Date('2026-10-10') })
  expect((await sums({ caseId })).landReclaimed).toBe('21.56')
})

test('structures count by a photograph before and one after [S3-26]', async () => {
  const removed = { kind: 'structuresRemoved', title: '拆除河岸三层违建', amount: '1327.83', ...on, caseId }
  const after = () => storePicture(agency, { name: '整改后', scene: 'water', state: 'after' })
  expect(await take(agency, 'outcome.enter', null, { ...removed, fileIds: [await after()] })).toMatchObject({ fields: { beforeFileId: 'errors.field.required' } })
  expect(await take(agency, 'outcome.enter', null, { ...removed, beforeFileId: await storeScan(agency, '照片', ['照片']), fileIds: [await after()] })).toMatchObject({ fields: { beforeFileId: 'outcomes.invalid.picture' } })
  await play.confirm(lead, await play.enter({ by: agency, ...removed }))
  expect((await sums({ caseId })).structuresRemoved).toBe('1,327.83')
})

test('points are put right one by one: a photograph each, struck off by whoever checked, added up by themselves [S3-9 S3-27]', async () => {
  const list = { kind: 'pointsFixed', title: '飞线充电整治', caseId }
  for (const points of ['', '东门｜0', '东门｜很多']) expect(await take(agency, 'outcome.enter', null, { ...list, points }), points).toMatchObject({ fields: { points: expect.any(String) as string } })
  const id = await play.enter({ by: agency, ...list, points: '东门充电棚｜20\n西门窨井盖｜3\n北门消防通道' })
  const strike = async (login: string, ordinal: number, more = {}) => take(login, 'outcome.strikeOff', id, { pointId: await play.pointOf(id, ordinal), struckOn: '2026-10-15', finding: '现场查看属实。', ...more })
  expect(await strike(lead, 1)).toMatchObject({ code: 'denied', reason: 'outcomes.deny.noReport' })
  expect(await take(agency, 'outcome.reportPoint', id, { pointId: await play.pointOf(id, 1), fixedOn: '2026-10-14' })).toMatchObject({ code: 'invalid' })
  expect(await take(agency, 'outcome.reportPoint', id, { pointId: await play.pointOf(id, 1), fixedOn: '2026-10-14', afterFileId: await storeScan(agency, '照片', ['照片']) }))
    .toMatchObject({ fields: { afterFileId: 'outcomes.invalid.picture' } })
  await play.reportPoint(agency, id, 1, '2026-10-14')
  await play.reportPoint(lead, id, 2, '2026-10-14')
  expect(await sums({ caseId, kind: 'pointsFixed' })).toEqual({})
  expect(await onDesk(lead)).toContain(id)
  expect(await strike(agency, 1)).toMatchObject({ code: 'denied' })
  expect(await strike(lead, 2)).toMatchObject({ reason: 'outcomes.deny.own' })
  expect(await strike(lead, 1, { struckOn: '2026-10-13' })).toMatchObject({ fields: { struckOn: 'errors.field.order' } })
  await play.strikeOff(lead, id, 1, '2026-10-15')
  await play.strikeOff(head, id, 2, '2026-11-02').catch(() => undefined)
  expect(await sums({ caseId, kind: 'pointsFixed' })).toEqual({ pointsFixed: '20' })
  atNoon('2026-11-02')
  await play.strikeOff(head, id, 2, '2026-11-02')
  expect((await listOutcomesOf(await scope(agency), caseId)).find((row) => row.id === id)).toMatchObject({ status: 'listed', points: 3, struck: 2, counted: 23n })
  // Sums of a period are those of the days on which somebody looked.
  expect(await sums({ caseId, kind: 'pointsFixed', to: '2026-10-31' })).toEqual({ pointsFixed: '20' })
  expect(await sums({ caseId, kind: 'pointsFixed', from: '2026-11-01' })).toEqual({ pointsFixed: '3' })
  await act(agency, 'outcome.addPoints', id, { points: '南门消防通道' })
  for (const ordinal of [3, 4]) {
    await play.reportPoint(agency, id, ordinal, '2026-11-02')
    await play.strikeOff(lead, id, ordinal, '2026-11-02')
  }
  expect(await findRow(await scope(lead), id)).toMatchObject({ status: 'confirmed' })
  expect(await sums({ caseId, kind: 'pointsFixed' })).toEqual({ pointsFixed: '25' })
  // There again: off the sum, and open.
  await done(lead, 'outcome.returnPoint', id, { pointId: await play.pointOf(id, 1), reason: '回访时又有飞线充电。' })
  expect(await findRow(await scope(lead), id)).toMatchObject({ status: 'listed', openPoints: 1 })
  expect(await sums({ caseId, kind: 'pointsFixed' })).toEqual({ pointsFixed: '5' })
})

test('points of accessibility are checked place by place [S3-30]', async () => {
  const id = await play.enter({ by: lead, kind: 'accessiblePoints', title: '盲道修复', caseId, points: '人民路盲道\n文化路坡道' })
  await play.reportPoint(agency, id, 1, '2026-11-02')
  await play.strikeOff(lead, id, 1, '2026-11-02', '盲道连续，障碍物已清除。')
  expect(await sums({ caseId, kind: 'accessiblePoints' })).toEqual({ accessiblePoints: '1' })
  expect(await findRow(await scope(lead), id)).toMatchObject({ status: 'listed', openPoints: 1, struckPoints: 1 })
})

test('a supervisory measure counts with what it says and its basis [S3-28]', async () => {
  const measure = { kind: 'supervisoryMeasure', title: '加油站手机扫码管控', caseId, achievedOn: '2026-11-02', measure: '在加油区外设置扫码点，站长每日巡查。' }
  expect(await take(agency, 'outcome.enter', null, { ...measure, fileIds: [await storeScan(agency, '通知', ['通知'])] })).toMatchObject({ fields: { basis: 'errors.field.required' } })
  await play.confirm(lead, await play.enter({ by: agency, ...measure, basis: '《关于加强加油站安全管理的通知》' }))
  expect(await sums({ caseId, kind: 'supervisoryMeasure' })).toEqual({ supervisoryMeasure: '1' })
})

test('people are counted, and nobody’s data comes in: no number typed, no list, no file named after one [S3-29]', async () => {
  const people = { kind: 'peopleProtected', title: '学生关键信息保护', amount: '3500', caseId, achievedOn: '2026-11-02' }
  const [identity, phone] = ['990101' + '20120101' + '0011', '138' + '0000' + '0000']
  const scan = () => storeScan(agency, '统计证明', ['统计证明'])
  expect(await take(agency, 'outcome.enter', null, { ...people, amount: '3500.5', fileIds: [await scan()] })).toMatchObject({ fields: { amount: 'outcomes.invalid.amount' } })
  expect(await take(agency, 'outcome.enter', null, { ...people, title: `保护${identity}等`, note: `联系${phone}`, fileIds: [await scan()] }))
    .toMatchObject({ fields: { title: 'outcomes.invalid.personal', note: 'outcomes.invalid.personal' } })
  expect(await take(agency, 'outcome.enter', null, { ...people, fileIds: [await storeScan(agency, identity, ['证明'])] })).toMatchObject({ reason: 'outcomes.refuse.personalFile' })
  expect(await take(agency, 'outcome.enter', null, { ...people, fileIds: [await store(agency, '名单.csv', 'scan', Buffer.from('姓名,年级\n某,三\n'))] })).toMatchObject({ fields: { fileIds: 'outcomes.invalid.list' } })
  const id = await play.enter({ by: agency, ...people })
  await play.confirm(lead, id)
  expect(await sums({ caseId, kind: 'peopleProtected' })).toEqual({ peopleProtected: '3,500' })
})

test('praise, a reprint or a selection stands on the case with what says so, and is counted with its case behind it [S3-33]', async () => {
  const honour = { kind: 'honour', title: '河道整治做法被市级转发', caseId, achievedOn: '2026-11-02', measure: '市河长办以简报转发。' }
  expect(await take(lead, 'outcome.enter', null, { ...honour, basis: '市河长办简报第12期' })).toMatchObject({ fields: { fileIds: 'errors.field.required' } })
  const id = await play.enter({ by: lead, ...honour, basis: '市河长办简报第12期' })
  expect(await take(lead, 'outcome.confirm', id, { confirmation: '确认属实。' })).toMatchObject({ code: 'denied' })
  await play.confirm(head, id)
  expect(await sums({ kind: 'honour' })).toEqual({ honour: '1' })
  expect((await listOutcomesOf(await scope(lead), caseId)).map((row) => row.id)).toContain(id)
})

test('deputies and supervisors who took part are counted on the case, and nobody is listed [S3-34]', async () => {
  const part = { kind: 'publicPart', title: '邀请人大代表、人民监督员现场核查', amount: '4', caseId, achievedOn: '2026-11-02', note: '建议增设警示牌，已采纳。' }
  expect(await take(lead, 'outcome.enter', null, { ...part, fileIds: [await store(lead, '签到.csv', 'scan', Buffer.from('姓名\n某\n'))] })).toMatchObject({ fields: { fileIds: 'outcomes.invalid.list' } })
  await play.confirm(head, await play.enter({ by: lead, ...part }))
  expect(await sums({ kind: 'publicPart' })).toEqual({ publicPart: '4' })
})

test('every sum is its rows, and who may read the case reads them', async () => {
  const reader = await scope(lead)
  for (const asked of [{}, { from: '2026-11-01', to: '2026-11-30' }, { agency: unitIdOf('liyuan.water') }, { domain: 'environment' }])
    for (const { kind, amount, rows } of await sumOutcomes(reader, asked)) {
      const behind = await listOutcomes(reader, { ...asked, kind, show: 'counted', page: 1 })
      expect([behind.reduce((sum, { counted }) => sum + counted, 0n), behind.length], kind).toEqual([amount, rows])
    }
  expect(await sums({ domain: 'foodAndDrug' })).toEqual({})
  expect(await listOutcomes(await scope('liyuan.urban.liaison'), { show: 'all', page: 1 })).toEqual([])
  // Before the decision is served the agency knows nothing of the case, and of what it achieved.
  const [first] = await listOutcomesOf(reader, caseId)
  const { audience } = await db.caseFile.findUniqueOrThrow({ where: { id: caseId } })
  await db.caseFile.update({ where: { id: caseId }, data: { audience: audience.slice(0, 1) } })
  expect(await findRow(await scope(agency), first!.id)).toBeNull()
  await db.caseFile.update({ where: { id: caseId }, data: { audience } })
  expect(await findRow(await scope(agency), first!.id)).not.toBeNull()
})

test('a kind is an entry of the facts and its words', () => {
  for (const locale of ['zh-CN', 'en'] as const) {
    const words = messagesOf(locale).outcomeKinds as unknown as Record<string, Record<string, string>>
    for (const { key, unit, proof } of outcomeKinds) expect([words[key]?.name, words[key]?.help, words.units![unit], words.proofs![proof]].every(Boolean), `${locale} ${key}`).toBe(true)
    expect(Object.keys(words).filter((key) => !['units', 'proofs'].includes(key)).sort()).toEqual(outcomeKinds.map(({ key }) => key).sort())
  }
})
