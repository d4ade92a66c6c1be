import type { Ground } from '@/tests/support/doors/ground'

const { db } = await import('@/lib/platform/db')
const { now } = await import('@/lib/platform/clock')
const { newId } = await import('@/lib/platform/id')
const { act, person } = await import('@/prisma/seed/play/act')
const clue = await import('@/prisma/seed/play/clue')
const play = await import('@/prisma/seed/play/undertaking')
const { unitIdOf, userIdOf } = await import('@/prisma/seed/fixture')
const { caseCsv, casesOf } = await import('@/tests/support/case-sheet')

export type Visit = readonly [login: string | null, address: string]

const sheet = {
  units: '单位名称,类别\n澧源区粮食局,行政机关',
  powers: '责任单位,办案领域,事项名称,分工,职权类型,法定职责,法律依据,起始日期\n澧源区水利局,安全生产,水库大坝安全,配合,行政检查,水行政主管部门负责水库大坝安全的监督管理。,《水库大坝安全管理条例》第三条,2026-01-01',
}

/** A clue that is to be evaluated: its form is the largest there is. */
async function registered(): Promise<string> {
  const id = await clue.refer('liyuan.court', { title: '石门河堆放弃土', source: 'courtTrial', domain: 'environment', place: '石门河', units: ['liyuan.water'], facts: '石门河堆放弃土约二百立方米，至今未清运，影响行洪。', harm: '侵占河道。' }, { relatedJudgment: '（2026）示9901民初119号', materials: '判决书' })
  await clue.approveReferral('liyuan', id)
  await clue.register('liyuan', id, 'liyuan.prosecutor', '备注')
  return id
}

async function published(): Promise<string> {
  const id = await play.begin({ by: 'liyuan.prosecutor', kind: 'typicalCase', title: '督促整治河道弃料案', content: '编写典型案例。', details: { caseNumber: '澧源检行公立〔2026〕1号', lesson: '检察建议促成长效管护。' } })
  const happenedOn = now().toISOString().slice(0, 10)
  for (const [by, entry] of [['prosecutor', 'text'], ['prosecutor2', 'checked'], ['head', 'approved'], ['manager', 'published']] as const)
    await play.record(`liyuan.${by}`, id, { entry, happenedOn, text: '某河道长期堆放弃料，经检察建议限期清运。' })
  return id
}

/** What stands on no ground of the doors: pages of administrators, lists being entered, what is open to everybody. */
export async function visitMore(ground: Ground): Promise<Visit[]> {
  const { caseRow } = casesOf((await person('liyuan.prosecutor')).name)
  const delivery = newId()
  await db.noticeDelivery.create({
    data: { id: delivery, regionCode: '990101', userId: userIdOf('liyuan.water.liaison'), channel: 'mail', dueAt: now(), status: 'failed', error: 'EENVELOPE 550', createdAt: now() },
  })
  const imports = {
    admin: await act('liyuan.admin', 'rosterImport.read', null, { kind: 'units', regionCode: '990101', lines: sheet.units }),
    cases: await act('liyuan.manager', 'caseImport.read', null, { lines: caseCsv([caseRow(904)]) }),
    powers: await act('liyuan.bureau', 'powerImport.read', null, { lines: sheet.powers }),
  }
  const matter = await db.oversightMatter.findFirstOrThrow({ where: { recommendationId: ground.closed.letterId } })
  const notice = await db.notice.findFirstOrThrow({ where: { userId: userIdOf('liyuan.prosecutor'), subjectId: ground.running.letterId, readAt: null } })
  const paper = await db.paper.findFirstOrThrow({ where: { subjectId: ground.closed.letterId, kind: 'recommendationLetter' } })
  const story = await published()
  await act('province.admin', 'calendar.adopt', null, { year: '2026' })
  const [water, user, colleague] = [unitIdOf('liyuan.water'), userIdOf('liyuan.water.liaison'), userIdOf('liyuan.prosecutor2')]
  return [
    [null, '/sign-in'], [null, '/typical-cases'], [null, `/typical-cases/${story}`], [null, '/setup/none'], ['liyuan.prosecutor', '/sign-in/code'], ['liyuan.prosecutor', '/signed-in'],
    ...['prove', 'second-factor', 'sign-ins', 'password'].map((page): Visit => ['liyuan.prosecutor', `/account/${page}`]),
    ['liyuan.admin', '/admin/calendar/2026'], ['province.admin', '/admin/calendar/2026'], ['province.admin', '/admin/calendar'], ['liyuan.admin', '/admin/settings/lookBack.months'], ['liyuan.security', '/admin/settings'],
    ['liyuan.admin', `/admin/units/${water}`], ['liyuan.admin', `/admin/users/${user}`], ['liyuan.security', `/admin/users/${user}`], ['liyuan.security', `/admin/users/${colleague}`], ['liyuan.admin', '/admin/users/stale'],
    ['province.admin', '/admin/regions'], ['province.admin', '/admin/regions/990101'], ['province.admin', '/admin/units'], ['liyuan.admin', `/admin/deliveries/${delivery}`], ['liyuan.admin', `/admin/imports/${imports.admin}`],
    ['liyuan.manager', '/cases/new'], ['liyuan.manager', '/cases/imports'], ['liyuan.manager', `/cases/imports/${imports.cases}`], ['liyuan.bureau', `/powers/imports/${imports.powers}`],
    ['liyuan.prosecutor', `/notices/${notice.id}`], ['liyuan.prosecutor', '/notices/preferences'], ['shifan.superior', `/oversight/${matter.id}`], ['liyuan.prosecutor', `/oversight/${matter.id}`],
    ['liyuan.prosecutor', `/papers/${paper.id}`], ['liyuan.prosecutor', `/clues/${await registered()}`], ['liyuan.head', '/handovers'], ['liyuan.head', `/clues/${ground.inner.clueId}`], ['liyuan.manager', '/clues?stage=registered'],
    ['liyuan.head', `/recommendations/${ground.running.letterId}`], ['liyuan.chief', `/cases/${ground.running.caseId}`], ['liyuan.head', `/cases/${ground.running.caseId}`], ['shifan.superior', '/oversight'],
    ['liyuan.water.handler', `/recommendations/${ground.running.letterId}`], ['liyuan.water.leader', `/recommendations/${ground.running.letterId}`],
    ['liyuan.head', `/meetings/${ground.meetingId}`], ['liyuan.head', `/meetings/issues/${ground.issueId}`], ['liyuan.head', `/bulletins/${ground.bulletinId}`],
    ['liyuan.manager', `/recommendations/${ground.running.letterId}`], ['liyuan.manager', '/recommendations'],
  ]
}
