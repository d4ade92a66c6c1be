import { by, db, next, on } from './stage'

const { unitIdOf, userIdOf } = await import('@/prisma/seed/fixture')
const { storeScan } = await import('@/prisma/seed/play/files')

const desk = 'jinli.government'
const day = '2026-11-24'

/** A leading group with every turn a seat can take. */
export async function groups(): Promise<void> {
  on(day)
  const id = await by(desk, 'leadingGroup.found', null, { name: '津澧市公益诉讼协作领导小组' })
  await by(desk, 'leadingGroup.addSeat', id, { rank: 'deputy', post: '检察长', unitId: unitIdOf('jinli.procuratorate') })
  await by(desk, 'leadingGroup.addMembers', id, { post: '分管负责人', unitIds: [unitIdOf('jinli.water'), unitIdOf('jinli.congress')] })
  const seatOf = async (key: string) => (await db.groupSeat.findFirstOrThrow({ where: { groupId: id, unitId: unitIdOf(key) } })).id
  await by('jinli.water.liaison', 'groupSeat.confirm', await seatOf('jinli.water'), { holderId: userIdOf('jinli.water.leader'), fromOn: '2025-01-06' })
  await by('jinli.water.liaison', 'groupSeat.replace', await seatOf('jinli.water'), { holderName: '温清源', fromOn: '2026-11-23', reason: '职务调整' })
  await by('jinli.water.liaison', 'groupSeat.vacate', await seatOf('jinli.water'), { leftOn: day, reason: '退休' })
  await by(desk, 'groupSeat.remind', await seatOf('jinli.water'))
  await by(desk, 'leadingGroup.remindOpen', id)
  await by(desk, 'groupSeat.confirmOnPaper', await seatOf('jinli.congress'), {
    holderName: '温清源', fromOn: '2025-01-06', confirmedOn: day, signerName: '柏知远', scanFileId: await next(() => storeScan(desk, '确认函', ['确认函'])),
  })
  await by(desk, 'groupSeat.abolish', await seatOf('jinli.congress'), { reason: '机构撤并' })
  await by(desk, 'leadingGroup.dissolve', id, { reason: '并入其他机制' })
}

/** Experts, an assistant and a seconded person; one case's questions to them. */
export async function people(): Promise<void> {
  on(day)
  const [home, taker] = ['liyuan.urban.liaison', 'liyuan.head']
  const propose = (kind: string, more: Record<string, unknown>) => by(home, 'appointment.propose', null, {
    kind, post: '执法科科长', domain: 'environment', speciality: '河道管理', reason: '长期从事河道执法。', fromOn: day, toOn: '2027-11-23', ...more,
  })
  const paperExpert = { personName: '温清源' }
  await by(taker, 'appointment.refuse', await propose('expert', paperExpert), { reason: '专业方向重复。' })
  await by(home, 'appointment.withdraw', await propose('expert', paperExpert), { reason: '另行推荐。' })
  const [expert, onPaper] = [await propose('expert', { personId: userIdOf('liyuan.urban.handler') }), await propose('specialAssistant', paperExpert)]
  for (const id of [expert, onPaper]) await by(taker, 'appointment.accept', id)
  await by(taker, 'appointment.renew', expert, { toOn: '2028-11-23' })
  await by(taker, 'appointment.appraise', expert, { appraisal: '工作认真负责，意见有针对性。' })
  await questions(expert, onPaper)
  const seconded = await propose('secondment', { personId: userIdOf('liyuan.urban.legal'), hostId: unitIdOf('liyuan.procuratorate'), role: 'prosecutorAssistant', tasks: '协助办理案件。' })
  await by(taker, 'appointment.accept', seconded)
  await by(home, 'appointment.end', seconded, { lastOn: day, reason: '工作需要。' })
}

async function questions(expert: string, onPaper: string): Promise<void> {
  const lead = 'liyuan.prosecutor'
  const { id: caseId } = await db.caseFile.findFirstOrThrow({ where: { procuratorateId: unitIdOf('liyuan.procuratorate'), agencyId: { not: unitIdOf('liyuan.urban') } } })
  const ask = (appointmentId: string) => by(lead, 'engagement.ask', null, { caseId, appointmentId, question: '堆放方量如何测算？', untilOn: '2026-12-04' })
  const answered = await ask(expert)
  await by('liyuan.urban.handler', 'engagement.answer', answered, { opinion: '按断面法测算。' })
  await by(lead, 'engagement.close', answered, { used: 'used', note: '已采用，谢谢。' })
  await by('liyuan.urban.handler', 'engagement.decline', await ask(expert), { reason: '不属于本专业。' })
  await by(lead, 'engagement.withdraw', await ask(expert), { reason: '已不需要。' })
  const scanFileId = await next(() => storeScan(lead, '书面意见', ['书面意见']))
  await by(lead, 'engagement.answerOnPaper', await ask(onPaper), { opinion: '按断面法测算。', answeredOn: day, signerName: '温清源', scanFileId })
}
