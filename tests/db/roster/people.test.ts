import { afterAll, describe, expect, test } from 'vitest'
import { atNoon, db, done, person, readyCase, take, unitIdOf, userIdOf } from '../recommendations/ground'

const { readAlone } = await import('@/lib/platform/together')
const { findEngagement, listAppointmentAround, engagementsOfCase, listEngagementAround, listPeople } = await import('@/lib/roster/data/appointment')
const { findCase } = await import('@/lib/cases/data/record')
const { findFile } = await import('@/lib/platform/files')
const { listDeskItems } = await import('@/tests/support/desk')
const { scopeOf } = await import('@/lib/platform/scope')
const { storeScan } = await import('@/prisma/seed/play/files')

afterAll(() => db.$disconnect())

const scope = async (login: string) => scopeOf(await person(login))
const directory = async (login: string, more: Record<string, string> = {}) => listPeople(await scope(login), { show: 'serving', page: 1, ...more })
const proposal = (kind: string, more: Record<string, unknown> = {}) => ({
  kind, post: '执法科科长', domain: 'environment', speciality: '河道管理', reason: '长期从事河道执法。', fromOn: '2026-05-11', toOn: '2027-05-10', ...more,
})
const head = 'liyuan.head'

describe('experts and assistants', () => {
  test('fifteen bodies propose one each; accepted or refused with a reason, found by field while the term runs [S0-25 S2-27 S3-18]', async () => {
    atNoon('2026-05-11')
    const units = await db.unit.findMany({ where: { regionCode: '990101', kind: 'agency', active: true }, orderBy: { name: 'asc' }, take: 15, select: { id: true, line: true } })
    expect(units).toHaveLength(15)
    const ids: string[] = []
    for (const { line } of units) {
      const login = `liyuan.${line}.liaison`
      ids.push(await done(login, 'appointment.propose', null, proposal('specialAssistant', { personId: userIdOf(login), ...(line === 'farming' ? { domain: 'foodAndDrug' } : {}) })))
    }
    expect(await directory('liyuan.court')).toEqual([])
    expect(await take('liyuan.water.leader', 'appointment.accept', ids[0]!, {})).toMatchObject({ ok: false })
    for (const id of ids) await done(head, 'appointment.accept', id, {})
    expect((await directory('liyuan.court', { kind: 'specialAssistant' })).map(({ status }) => status)).toEqual(Array.from({ length: 15 }, () => 'serving'))
    expect((await directory('liyuan.court', { domain: 'foodAndDrug' })).map(({ unit }) => unit)).toEqual([expect.stringContaining('农业农村局')])
    const again = await done('liyuan.urban.liaison', 'appointment.propose', null, proposal('expert', { personName: '温清源' }))
    expect(await take(head, 'appointment.refuse', again, {})).toMatchObject({ ok: false })
    await done(head, 'appointment.refuse', again, { reason: '专业方向重复。' })
    expect(await db.appointment.findUniqueOrThrow({ where: { id: again } })).toMatchObject({ status: 'refused', answer: '专业方向重复。' })
    // The term ends by itself: nobody presses anything.
    const [first] = ids
    await done(head, 'appointment.renew', first!, { toOn: '2027-06-30' })
    atNoon('2027-05-11')
    expect((await directory('liyuan.court')).map(({ id }) => id)).toEqual([first])
    await done(head, 'appointment.end', first!, { lastOn: '2027-05-10', reason: '调离原岗位。' })
    expect(await directory('liyuan.court')).toEqual([])
  })

  test('an expert sees the question and the files named, until the day, and never the case; a colleague of the agency the case is about is not asked [S2-28]', async () => {
    const caseId = await readyCase()
    const expert = 'liyuan.urban.handler'
    const id = await done('liyuan.urban.liaison', 'appointment.propose', null, proposal('expert', { personId: userIdOf(expert) }))
    await done(head, 'appointment.accept', id, {})
    const own = await done('liyuan.water.liaison', 'appointment.propose', null, proposal('expert', { personId: userIdOf('liyuan.water.handler') }))
    await done(head, 'appointment.accept', own, {})
    const evidence = async (title: string) => {
      const fileId = await storeScan('liyuan.prosecutor', title, [title])
      await done('liyuan.prosecutor', 'case.addEvidence', caseId, { kind: 'documentary', title, proves: '堆放方量', obtainedOn: '2026-05-08', obtainedFrom: '现场', obtainedBy: '温清源、柏知远', fileId })
      return fileId
    }
    const [given, kept] = [await evidence('测量图'), await evidence('询问笔录')]
    const ask = { caseId, appointmentId: id, question: '堆放方量如何测算？', untilOn: '2026-05-29', fileIds: [given] }
    expect(await take('liyuan.prosecutor', 'engagement.ask', null, { ...ask, appointmentId: own })).toMatchObject({ fields: { appointmentId: 'roster.invalid.notInOffice' } })
    expect(await take('liyuan.prosecutor', 'engagement.ask', null, { ...ask, fileIds: [await storeScan('liyuan.prosecutor', '无关', ['无关'])] })).toMatchObject({ fields: { fileIds: 'errors.field.choose' } })
    const asked = await done('liyuan.prosecutor', 'engagement.ask', null, ask)
    const sees = async (login: string) => {
      const reader = await scope(login)
      return [await findEngagement(reader, asked), await findFile(reader, given), await findFile(reader, kept), await findCase(reader, caseId)].map((found) => found !== null)
    }
    expect(await sees(expert)).toEqual([true, true, false, false])
    expect(await sees('liyuan.urban.leader')).toEqual([false, false, false, false])
    expect(await sees('liyuan.prosecutor')).toEqual([true, true, true, true])
    expect((await listEngagementAround(await scope(expert), await db.engagement.findUniqueOrThrow({ where: { id: asked } })))).toMatchObject({ caseTitle: null, given: [{ id: given }] })
    expect(await take('liyuan.urban.leader', 'engagement.answer', asked, { opinion: '按断面法测算。' })).toMatchObject({ ok: false })
    await done(expert, 'engagement.answer', asked, { opinion: '按断面法测算，约三百立方米。' })
    expect((await readAlone(engagementsOfCase(await scope('liyuan.prosecutor'), caseId))).map(({ status }) => status)).toEqual(['answered'])
    expect(await readAlone(engagementsOfCase(await scope('liyuan.water.liaison'), caseId))).toEqual([])
    // The answer goes with the case: whoever leads it now has it on the desk.
    const waitsFor = async (login: string) => (await listDeskItems(await scope(login))).some((item) => item.id === asked)
    expect([await waitsFor('liyuan.prosecutor'), await waitsFor('liyuan.prosecutor2')]).toEqual([true, false])
    await db.caseFile.update({ where: { id: caseId }, data: { leadProsecutorId: userIdOf('liyuan.prosecutor2') } })
    expect([await waitsFor('liyuan.prosecutor'), await waitsFor('liyuan.prosecutor2')]).toEqual([false, true])
    await db.caseFile.update({ where: { id: caseId }, data: { leadProsecutorId: userIdOf('liyuan.prosecutor') } })
    await done('liyuan.prosecutor', 'engagement.close', asked, { used: 'used', note: '意见写入检察建议，谢谢。' })
    expect((await listAppointmentAround(await scope(expert), id)).engagements).toMatchObject([{ status: 'closed', used: 'used' }])
    // What was said stays readable; the files are closed.
    expect(await sees(expert)).toEqual([true, false, false, false])
    const second = await done('liyuan.prosecutor', 'engagement.ask', null, { ...ask, untilOn: '2026-05-20' })
    expect((await findFile(await scope(expert), given))).not.toBeNull()
    atNoon('2026-05-21')
    expect(await findFile(await scope(expert), given)).toBeNull()
    expect((await db.deadline.findFirstOrThrow({ where: { subjectId: second } })).endOn).toEqual(new Date('2026-05-20'))
  })
})

describe('a secondment', () => {
  test('gives a role in the host body exactly for its term; the roles at home rest that long [S2-38]', async () => {
    atNoon('2026-06-01')
    const login = 'liyuan.urban.legal'
    const at = async (day: string) => {
      atNoon(day)
      const { unitId, roles } = await person(login)
      return [unitId === unitIdOf('liyuan.procuratorate') ? 'host' : 'home', ...roles]
    }
    const term = { personId: userIdOf(login), hostId: unitIdOf('liyuan.procuratorate'), fromOn: '2026-07-01', toOn: '2026-12-31', tasks: '协助办理城市管理领域案件。' }
    expect(await take('liyuan.urban.liaison', 'appointment.propose', null, proposal('secondment', { ...term, role: 'prosecutor' }))).toMatchObject({ fields: { role: 'errors.field.choose' } })
    const id = await done('liyuan.urban.liaison', 'appointment.propose', null, proposal('secondment', { ...term, role: 'prosecutorAssistant' }))
    expect(await at('2026-06-02')).toEqual(['home', 'legalReviewer'])
    await done(head, 'appointment.accept', id, {})
    expect(await at('2026-06-30')).toEqual(['home', 'legalReviewer'])
    expect(await at('2026-07-01')).toEqual(['host', 'prosecutorAssistant'])
    expect((await scope(login)).tokens).not.toContain(`z:${unitIdOf('liyuan.urban')}`)
    expect(await take('liyuan.urban.liaison', 'appointment.propose', null, proposal('secondment', { ...term, fromOn: '2026-08-01', role: 'prosecutorAssistant' })).then(async (answer) =>
      answer.ok ? take(head, 'appointment.accept', answer.id, {}) : answer)).toMatchObject({ reason: 'identity.refuse.seconded' })
    await done(head, 'appointment.renew', id, { toOn: '2027-01-31' })
    expect(await at('2027-01-04')).toEqual(['host', 'prosecutorAssistant'])
    await done('liyuan.urban.liaison', 'appointment.end', id, { lastOn: '2027-01-15', reason: '原单位工作需要。' })
    expect(await at('2027-01-15')).toEqual(['host', 'prosecutorAssistant'])
    expect(await at('2027-01-16')).toEqual(['home', 'legalReviewer'])
  })
})
