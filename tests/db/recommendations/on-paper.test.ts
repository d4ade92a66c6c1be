import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  atNoon, checkOf, clockOf, closing, conclusion, consultation, db, demandsOf, done, evidence, letterOf, makeClue, newId, opened, person, photo, posted, replyOf,
  service, settle, take, texts, userIdOf,
} from './ground'

const { readAlone } = await import('@/lib/platform/together')
const { phaseOf } = await import('@/lib/engine/deadlines/phase')
const { scopeOf } = await import('@/lib/platform/scope')
const { findLetter, reportedActionsOf } = await import('@/lib/recommendations/data/record')
const { listTimeLine } = await import('@/lib/engine/procedure/time-line')
const { obligationQueues } = await import('@/lib/worklist/data/queues')
const { listDeskClocks } = await import('@/tests/support/desk')
const { queueFaults } = await import('@/tests/support/queues')

const day = '2026-05-20'
let agency = ''
let id = ''
let caseId = ''
let demands: string[] = []

const scan = () => photo(undefined, userIdOf('liyuan.manager'))
const paper = async (arrivedOn: string, more: Record<string, unknown> = {}) => ({ signerName: '谷秋实', arrivedOn, scanFileId: await scan(), ...more })
const enter = async (step: string, input: Record<string, unknown>) => done('liyuan.manager', `recommendation.${step}`, id, input)

beforeAll(async () => {
  settle()
  // A body that nobody can sign in for.
  agency = newId()
  await db.unit.create({ data: { id: agency, regionCode: '990101', kind: 'agency', agencyForm: 'own', name: '澧源区水保站', shortName: '水保站', domains: ['environment'] } })
  caseId = await opened(await makeClue(), agency)
  await done('liyuan.prosecutor', 'case.serveDecision', caseId, service('2026-05-11'))
  await done('liyuan.prosecutor', 'case.addEvidence', caseId, { ...evidence, obtainedOn: '2026-05-11' })
  await done('liyuan.prosecutor', 'case.recordConsultation', caseId, { ...consultation, heldOn: '2026-05-11' })
  await done('liyuan.prosecutor', 'case.closeInvestigation', caseId, closing('recommend'))
  atNoon(day)
  id = await done('liyuan.prosecutor', 'recommendation.draft', null, { caseId, ...texts() })
  await done('liyuan.prosecutor', 'recommendation.submit', id, {})
  await done('liyuan.head', 'recommendation.review', id, { opinion: '同意。' })
  await done('liyuan.chief', 'recommendation.approve', id, { opinion: '同意制发。' })
  await done('liyuan.manager', 'recommendation.seal', id, { sealedOn: day })
  await done('liyuan.prosecutor', 'recommendation.serve', id, posted(day))
  demands = await demandsOf(id)
})
afterAll(() => db.$disconnect())

test('a body without an account is served from the receipt to the conclusion, each act on its true day [S2-40]', async () => {
  atNoon('2026-05-25')
  await done('liyuan.prosecutor', 'recommendation.recordReceipt', id, { receivedOn: '2026-05-22', receivedBy: '谷秋实', receiverPost: '办公室', fileId: await scan() })
  const { id: handlingId } = await db.handling.findUniqueOrThrow({ where: { recommendationId: id } })
  const owed = (await obligationQueues()).filter(({ subjectId, duty }) => [id, handlingId].includes(subjectId) && duty !== 'recommendation.reportForRecord')
  expect(owed.map(({ duty, onBehalf, served }) => [duty, onBehalf, served]).sort()).toEqual(
    ['handling.assign', 'recommendation.object', 'recommendation.perform', 'recommendation.reply'].map((duty) => [duty, true, true]))
  // Whoever enters for the body has it all on the desk, leading to the letter; no other office has.
  expect(await queueFaults()).toEqual([])
  const waiting = async (login: string) => (await listDeskClocks(scopeOf(await person(login)), 'owedTo')).filter(({ subjectId }) => subjectId === id).map(({ duty }) => duty)
  expect(await waiting('liyuan.manager')).toContain('handling.assign')
  expect(await waiting('menling.prosecutor')).toEqual([])

  // Named in time, entered late: what counts is the day on the paper.
  const named = await clockOf(handlingId, 'handling.assign')
  atNoon('2026-06-10')
  expect(named.endOn < '2026-06-10').toBe(true)
  await enter('nameHandlerOnBehalf', { handlerName: '谷秋实', handlerPhone: '0990-0000000', namedOn: '2026-05-23', signerName: '谷秋实', scanFileId: await scan() })
  expect(phaseOf(await clockOf(handlingId, 'handling.assign'), '2026-06-10')).toBe('satisfiedInTime')

  // An objection posted after its days are over is late, whenever it is entered.
  await enter('objectOnBehalf', {
    items: [{ item: '建议第二项', reason: '巡查由镇政府负责。' }], request: '请求变更建议内容', contact: '谷秋实', number: '水保函〔2026〕3号', ...(await paper('2026-06-09', { postedOn: '2026-06-05' })),
  })
  expect(phaseOf(await clockOf(id, 'recommendation.object'), '2026-06-10')).toBe('satisfiedLate')
  expect(await clockOf(id, 'recommendation.decideObjection')).toMatchObject({ triggeredOn: '2026-06-05' })
  await done('liyuan.prosecutor', 'recommendation.proposeReexamination', id, { outcome: 'keep', findings: '调取河道名录，该段属于区管河道。', reasons: '河道名录载明由水行政主管部门管理。' })
  await done('liyuan.chief', 'recommendation.decideObjection', id, { outcome: 'keep' })

  await enter('askHelpOnBehalf', { kind: 'technique', question: '请协助提供勘验坐标。', ...(await paper('2026-06-08')) })
  expect(await clockOf(id, 'recommendation.answerHelp')).toMatchObject({ triggeredOn: '2026-06-08' })
  await done('liyuan.prosecutor', 'recommendation.answerHelp', id, { answer: '已随函附上。' })

  await enter('reportActionOnBehalf', { demandId: demands[0], takenOn: '2026-06-06', place: '渔沟河左岸', description: '清运建筑垃圾三百立方米。', signerName: '谷秋实', scanFileId: await scan() })
  atNoon('2026-07-30')
  await enter('replyOnBehalf', { ...replyOf(demands), number: '水保函〔2026〕9号', ...(await paper('2026-07-24', { postedOn: '2026-07-22' })) })
  expect(phaseOf(await clockOf(id, 'recommendation.reply'), '2026-07-30')).toBe('satisfiedInTime')
  await done('liyuan.prosecutor', 'recommendation.check', id, await checkOf('2026-07-30', Object.fromEntries(demands.map((demand) => [demand, 'met']))))
  await done('liyuan.prosecutor', 'case.proposeConclusion', caseId, conclusion('dutyPerformed'))
  await done('liyuan.head', 'case.reviewConclusion', caseId, { opinion: '同意。' })
  await done('liyuan.chief', 'case.conclude', caseId, { opinion: '同意终结。' })
  expect((await letterOf(id)).status).toBe('closed')
  expect(await db.deadline.count({ where: { subjectId: { in: [id, handlingId, caseId] }, status: { in: ['running', 'paused'] } } })).toBe(0)
})

test('it stands as entered for another on the record, in the register of papers and in the chain', async () => {
  const manager = await person('liyuan.manager')
  const scope = scopeOf(manager)
  const letter = await findLetter(scope, id)
  const entered = { onBehalf: true, signerName: '谷秋实' }
  expect(letter).toMatchObject({
    agencyHandler: { handlerName: '谷秋实' }, objections: [entered], help: [entered], replies: [{ onBehalf: true, number: '水保函〔2026〕9号' }],
  })
  expect(await readAlone(reportedActionsOf(scope, letter!))).toMatchObject([entered])
  const theirs = await db.paper.findMany({ where: { subjectId: id, issuerUnitId: agency }, orderBy: { issuedOn: 'asc' } })
  expect(theirs.map(({ kind, number, onBehalf, scanFileId, signedById }) => [kind, number, onBehalf, scanFileId !== null, signedById])).toEqual([
    ['objectionLetter', '水保函〔2026〕3号', true, true, null], ['agencyReplyLetter', '水保函〔2026〕9号', true, true, null],
  ])
  expect(await db.paper.count({ where: { subjectId: id, issuerUnitId: { not: agency }, onBehalf: true } })).toBe(0)
  const lines = (await listTimeLine(scope, [{ type: 'recommendation', id }])).filter(({ step }) => step.endsWith('OnBehalf'))
  expect(lines.map(({ who }) => who)).toEqual(Array.from({ length: 5 }, () => `${manager.name} 代 水保站 谷秋实`))
})

test('no paper is older than the letter it answers, and what the body named itself is not overruled', async () => {
  const { received } = await import('./ground')
  const other = await received('2026-06-20')
  atNoon('2026-06-25')
  const help = { kind: 'law', question: '请说明管辖依据。' }
  expect(await take('liyuan.manager', 'recommendation.askHelpOnBehalf', other.id, { ...help, ...(await paper('2026-06-19')) })).toMatchObject({ fields: { arrivedOn: 'errors.field.order' } })
  expect(await take('liyuan.manager', 'recommendation.askHelpOnBehalf', other.id, { ...help, ...(await paper('2026-06-22', { postedOn: '2026-06-23' })) })).toMatchObject({ fields: { postedOn: 'errors.field.order' } })
  expect(await take('liyuan.water.liaison', 'recommendation.askHelpOnBehalf', other.id, { ...help, ...(await paper('2026-06-22')) })).toMatchObject({ code: 'denied' })
  const handling = await db.handling.findUniqueOrThrow({ where: { recommendationId: other.id } })
  await done('liyuan.water.liaison', 'handling.assign', handling.id, { handlerId: userIdOf('liyuan.water.handler'), handlerPhone: '0990-0000000' })
  const named = { handlerName: '谷秋实', handlerPhone: '0990-0000000', namedOn: '2026-06-22', signerName: '谷秋实', scanFileId: await scan() }
  expect(await take('liyuan.manager', 'recommendation.nameHandlerOnBehalf', other.id, named)).toMatchObject({ code: 'denied', reason: 'recommendations.deny.handlerNamed' })
})
