import { afterAll, expect, test } from 'vitest'
import { atNoon, db, done, person, take, unitIdOf } from './recommendations/ground'

const play = await import('@/prisma/seed/play/undertaking')
const { findRow } = await import('@/lib/undertakings/data/row')
const { findPublished, listPublished } = await import('@/lib/undertakings/data/published')
const { openScope, scopeOf } = await import('@/lib/platform/scope')

afterAll(() => db.$disconnect())

const office = unitIdOf('liyuan.procuratorate')
const seen = async (login: string, id: string) => findRow(scopeOf(await person(login)), id)
const clocksOf = async (id: string) => (await db.deadline.findMany({ where: { subjectId: id } })).map(({ duty, endOn, status, owedByUnitId }) => [duty, endOn.toISOString().slice(0, 10), status, owedByUnitId])

test('what a case taught is written within thirty days, and each template to be improved is noted [S2-51]', async () => {
  atNoon('2026-07-06')
  const id = await play.begin({ by: 'liyuan.prosecutor', kind: 'caseLesson', title: '河道弃料案办案总结', content: '案件已经终结，总结经验。', details: { caseNumber: '澧源检行公立〔2026〕1号', learnt: '磋商笔录没有列明整改期限。' } })
  expect(await clocksOf(id)).toEqual([['undertaking.close', '2026-08-05', 'running', office]])
  expect(await seen('liyuan.water.liaison', id)).toBeNull()
  await play.record('liyuan.head', id, { entry: 'improvement', happenedOn: '2026-07-06', text: '磋商笔录增加整改期限一栏。', details: { template: '磋商笔录模板' } })
  await play.close('liyuan.prosecutor', id, { outcome: 'improved', report: '模板已经更新。' })
  expect(await clocksOf(id)).toEqual([['undertaking.close', '2026-08-05', 'satisfied', office]])
})

test('a typical case names nobody, is checked by another person and approved by a leader before everybody may read it; written anew it is closed again [S2-60]', async () => {
  atNoon('2026-07-06')
  const details = { caseNumber: '澧源检行公立〔2026〕1号', lesson: '检察建议促成长效管护。' }
  const plan = { kind: 'typicalCase', title: '督促整治河道弃料案', content: '编写典型案例。', details }
  expect(await take('liyuan.prosecutor', 'undertaking.draft', null, { ...plan, title: '督促整治李某13800138000弃料案' })).toMatchObject({ fields: { title: 'undertakings.invalid.personal' } })
  const id = await play.begin({ ...plan, by: 'liyuan.prosecutor' })
  const entry = (key: string, text = '已办。') => ({ entry: key, happenedOn: '2026-07-06', text })
  expect(await take('liyuan.prosecutor', 'undertaking.record', id, entry('text', '当事人身份证号110101199003070000。'))).toMatchObject({ fields: { text: 'undertakings.invalid.personal' } })
  const words = '某河道长期堆放弃料。检察机关发出建议，行政机关限期清运，经现场核查已经恢复。'
  await done('liyuan.prosecutor', 'undertaking.record', id, entry('text', words))
  expect(await take('liyuan.head', 'undertaking.record', id, entry('approved'))).toMatchObject({ fields: { entry: 'undertakings.invalid.needsBefore' } })
  expect(await take('liyuan.prosecutor', 'undertaking.record', id, entry('checked'))).toMatchObject({ fields: { entry: 'undertakings.invalid.another' } })
  await done('liyuan.prosecutor2', 'undertaking.record', id, entry('checked'))
  expect(await take('liyuan.manager', 'undertaking.record', id, entry('approved'))).toMatchObject({ fields: { entry: 'undertakings.invalid.leader' } })
  await done('liyuan.head', 'undertaking.record', id, entry('approved'))
  expect(await listPublished(openScope(), 1), 'approved is not published').toEqual([])
  await done('liyuan.manager', 'undertaking.record', id, entry('published'))
  expect(await listPublished(openScope(), 1)).toMatchObject([{ id, title: plan.title, text: words }])
  expect(Object.keys((await findPublished(openScope(), id))!).sort()).toEqual(['id', 'place', 'publishedOn', 'text', 'title', 'unit'])
  const lesson = await db.undertaking.findFirstOrThrow({ where: { kind: 'caseLesson' } })
  expect([await findRow(openScope(), lesson.id), await findPublished(openScope(), lesson.id)], 'nothing else is open').toEqual([null, null])
  expect(await seen('liyuan.water.liaison', id), 'what is published opens no record').toBeNull()
  await done('liyuan.prosecutor', 'undertaking.record', id, entry('text', `${words}已建立管护制度。`))
  expect(await findPublished(openScope(), id)).toBeNull()
  expect(await take('liyuan.manager', 'undertaking.record', id, entry('published')), 'the old approval is no approval of new words').toMatchObject({ fields: { entry: 'undertakings.invalid.needsBefore' } })
  await done('liyuan.prosecutor2', 'undertaking.record', id, entry('checked'))
  await done('liyuan.head', 'undertaking.record', id, entry('approved'))
  await done('liyuan.manager', 'undertaking.record', id, entry('published'))
  expect((await findPublished(openScope(), id))?.text).toContain('管护制度')
  await play.close('liyuan.prosecutor', id, { outcome: 'takenDown', report: '已有新的案例，撤下。' })
  expect(await listPublished(openScope(), 1)).toEqual([])
})
