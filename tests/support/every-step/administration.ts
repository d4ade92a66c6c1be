import { type Administrators, seat, staffOffice } from '../new-region'
import { by, db, next, on } from './stage'

const { startClock } = await import('@/lib/engine/deadlines/clocks')
const { transact } = await import('@/lib/platform/db')
const { newId } = await import('@/lib/platform/id')
const { now, today } = await import('@/lib/platform/clock')
const { unitIdOf, userIdOf } = await import('@/prisma/seed/fixture')
const { storeScan } = await import('@/prisma/seed/play/files')

const reason = { reason: '岗位调整' }

/** A new place with its first people, an account's whole life, a body closed and opened again. */
export async function people(): Promise<void> {
  on('2026-03-05')
  await by('province.admin', 'region.create', null, { code: '990106', name: '新设区', shortName: '新设', parentCode: '9901' })
  await by('province.admin', 'region.change', '990106', { name: '新设区', shortName: '新设区' })
  const unitId = await by('province.admin', 'unit.create', null, { regionCode: '990106', kind: 'procuratorate', name: '新设区人民检察院', shortName: '新设区检察院' })
  await by('province.admin', 'unit.change', unitId, { name: '新设区人民检察院', shortName: '新设检察院', address: '新设区示例路1号' })
  await by('province.admin', 'unit.nameSuperior', unitId, { superiorId: unitIdOf('shifan.procuratorate'), line: 'procuratorial', fromOn: '2026-03-05' })
  await by('liyuan.admin', 'unit.nameLiaison', unitIdOf('liyuan.water'), { userId: userIdOf('liyuan.water.legal'), rank: 'deputy', fromOn: '2026-03-05' })
  await by('liyuan.admin', 'unit.endLiaison', unitIdOf('liyuan.water'), { userId: userIdOf('liyuan.water.legal'), ...reason })
  await by('province.admin', 'unit.close', unitId, { reason: '登记有误' })
  await by('province.admin', 'unit.reopen', unitId, { reason: '更正后启用' })
  const first = await by('province.admin', 'user.create', null, { unitId, login: 'xinshe.security', name: '温知远', post: '安全管理员' })
  await by('province.admin', 'user.appoint', first, { role: 'securityAdmin' })
  await newRegion(unitId)
  const id = await by('liyuan.admin', 'user.create', null, { unitId: unitIdOf('liyuan.water'), login: 'liyuan.water.second', name: '桑知远', post: '科员' })
  await by('liyuan.admin', 'user.change', id, { name: '桑知远', post: '副科长' })
  await by('liyuan.security', 'user.grantRole', id, { role: 'agencyHandler', fromOn: '2026-03-05', ...reason })
  const grant = await db.roleGrant.findFirstOrThrow({ where: { userId: id } })
  await by('liyuan.security', 'user.endRole', id, { grantId: grant.id, ...reason })
  await by('liyuan.admin', 'user.resetPassword', id, reason)
  await db.secondFactor.create({ data: { userId: id, secret: 'sealed', confirmedAt: new Date('2026-03-05T02:00:00Z') } })
  for (const decision of ['refuseFactorReset', 'grantFactorReset']) {
    await by('liyuan.admin', 'user.askFactorReset', id, { reason: '更换手机' })
    await by('liyuan.security', `user.${decision}`, id, { reason: '已当面核实' })
  }
  await by('liyuan.admin', 'user.transfer', id, { unitId: unitIdOf('liyuan.urban'), ...reason })
  await by('liyuan.admin', 'user.disable', id, reason)
  await by('liyuan.admin', 'user.enable', id, reason)
}

/** What the new place needs to be opened. */
async function newRegion(unitId: string): Promise<void> {
  const office = { name: '新设区人民检察院', shortName: '新设检察院', numberCode: '新设检', address: '新设区示例路1号' }
  await by('province.admin', 'unit.change', unitId, office)
  await by('province.admin', 'unit.create', null, { regionCode: '990106', kind: 'court', name: '新设区人民法院', shortName: '新设区法院' })
  const administrators: Administrators = { system: (step, id, input) => by('province.admin', step, id, input), security: (step, id, input) => by('province.security', step, id, input) }
  const { manager } = await staffOffice(administrators, unitId, '2026-03-05', 'xinshe')
  await by('province.admin', 'unit.nameLiaison', unitId, { userId: manager, rank: 'main', fromOn: '2026-03-05' })
  await seat(administrators, unitId, '2026-03-05', { login: 'xinshe.admin', name: '温知行', post: '系统管理员', role: 'systemAdmin' })
  await seat(administrators, unitId, '2026-03-05', { login: 'xinshe.audit', name: '温知行', post: '审计管理员', role: 'auditAdmin' })
  await by('province.admin', 'region.open', '990106')
}

/** A list of units entered, another dropped. */
export async function lists(): Promise<void> {
  const sheet = (name: string) => ({ kind: 'units', regionCode: '990101', lines: `单位名称,类别\n${name},行政机关` })
  await by('liyuan.admin', 'rosterImport.enter', await by('liyuan.admin', 'rosterImport.read', null, sheet('澧源区粮食局')), { compared: 'on' })
  await by('liyuan.admin', 'rosterImport.drop', await by('liyuan.admin', 'rosterImport.read', null, sheet('澧源区档案局')), reason)
}

/** People away, rights passed on in writing, and everything one prosecutor and one handler have open handed to colleagues. */
export async function comingAndGoing(): Promise<void> {
  const days = { fromOn: today(), toOn: '2027-01-05' }
  const absence = await by('liyuan.prosecutor', 'absence.record', null, {
    userId: userIdOf('liyuan.prosecutor'), replacementId: userIdOf('liyuan.prosecutor2'), ...days, reason: '参加培训',
  })
  await by('liyuan.prosecutor', 'absence.end', absence, { reason: '培训提前结束' })
  const delegation = await by('liyuan.water.leader', 'delegation.give', null, {
    delegateId: userIdOf('liyuan.water.liaison'), role: 'agencyLeader', ...days, document: '授权委托书', fileId: await storeScan('liyuan.water.leader', '授权委托书', ['授权委托书']),
  })
  await by('liyuan.water.leader', 'delegation.revoke', delegation, { reason: '授权事项已办结' })
  await by('liyuan.head', 'handover.make', null, { fromUserId: userIdOf('liyuan.prosecutor'), toUserId: userIdOf('liyuan.prosecutor2'), ...reason })
}

/** The agency's handler passes a letter on, and gets it back. */
export async function agencyHandOver(): Promise<void> {
  const [handler, liaison] = [userIdOf('liyuan.water.handler'), userIdOf('liyuan.water.liaison')]
  await by('liyuan.water.leader', 'handover.make', null, { fromUserId: handler, toUserId: liaison, ...reason })
  await by('liyuan.admin', 'handover.make', null, { fromUserId: liaison, toUserId: handler, ...reason })
}

/** Proposed by one administrator, confirmed, refused by another, or taken back. */
export async function settings(): Promise<void> {
  const propose = (value: string) => by('liyuan.admin', 'setting.propose', null, { key: 'lookBack.months', value, effectiveOn: '2026-03-05', reason: '分四次回头看。' })
  await by('liyuan.security', 'setting.refuse', await propose('1'), { reason: '间隔过短，请改为四次。' })
  await by('liyuan.admin', 'setting.withdraw', await propose('1,3'))
  await by('liyuan.security', 'setting.confirm', await propose('1,3,6,12'))
  const numbers = { unitId: unitIdOf('liyuan.procuratorate'), series: 'clueFile', pattern: '{code}公线〔{year}〕{n}号', start: '31', effectiveOn: '2026-03-05', reason: '本年度已在纸质登记簿编至三十号。' }
  await by('liyuan.security', 'setting.confirm', await by('liyuan.admin', 'setting.proposeNumber', null, numbers))
}

/** A mail that came back. */
export async function deliveries(): Promise<void> {
  const id = newId()
  const createdAt = now()
  await db.noticeDelivery.create({
    data: { id, regionCode: '990101', userId: userIdOf('liyuan.water.liaison'), channel: 'mail', dueAt: createdAt, status: 'failed', error: 'EENVELOPE 550', createdAt },
  })
  await by('liyuan.admin', 'noticeDelivery.resend', id, { reason: '邮箱已更正' })
}

const days = [
  '2027-01-01 2027-01-03 元旦 放假', '2027-02-05 2027-02-11 春节 放假', '2027-02-20 上班', '2027-02-28 上班', '2027-04-03 2027-04-05 清明节 放假',
  '2027-05-01 2027-05-05 劳动节 放假', '2027-06-09 端午节 放假', '2027-09-15 中秋节 放假', '2027-10-01 2027-10-07 国庆节 放假',
].join('\n')
const notice = { title: '关于2027年部分节假日安排的通知', number: '示例〔2026〕1号', days }

/** The calendar of the next year; a clock started while it was being published is recounted afterwards. */
export async function calendar(): Promise<void> {
  on('2026-12-20')
  await by('province.admin', 'calendar.adopt', null, { year: '2026' })
  const id = await by('province.admin', 'calendar.enter', null, { year: '2027', ...notice, title: '关于2027年节假日的通知' })
  await by('province.admin', 'calendar.change', id, notice)
  await next(() => transact(async (tx) => {
    await startClock(tx, {
      rule: 'agency_perform_reply', duty: 'recommendation.reply', subject: { type: 'recommendation', id: newId() }, subjectTitle: '检察建议书', regionCode: '990101',
      owedBy: unitIdOf('liyuan.water'), owedTo: unitIdOf('liyuan.procuratorate'), triggeredOn: '2026-12-20', audience: [],
    })
    await by('province.security', 'calendar.publish', id, { compared: 'on' })
  }))
  await by('province.admin', 'calendar.recount', id)
  await by('province.admin', 'calendar.correct', id, { day: '2027-02-22', nature: 'rest', name: '春节', source: '关于调整放假安排的通知', reason: '国务院办公厅另行通知延长假期。' })
}
