import { by, db, next } from './stage'

const { localDate } = await import('@/lib/platform/clock')
const play = await import('@/prisma/seed/play/outcome')
const { storePicture } = await import('@/prisma/seed/play/files')

const lead = 'liyuan.prosecutor'
const agency = 'liyuan.water.liaison'

/** 办案成效 of a case that was checked on the ground: confirmed, confirmed by the check, counted point by point, taken back. */
export async function outcomes(caseId: string): Promise<void> {
  const check = await db.checkResult.findFirstOrThrow({ where: { recommendation: { caseId }, verdict: 'met' }, orderBy: { checkedOn: 'desc' } })
  const day = localDate(check.checkedOn)
  const enter = (login: string, kind: string, title: string, more: object) => next(() => play.enter({ by: login, kind, title, caseId, ...more }))
  await by(lead, 'outcome.confirm', await enter(agency, 'moneyRecovered', '收回清运费用', { amount: '5200.00', achievedOn: day }), { confirmation: '已核对缴款凭证。' })
  const land = await enter(lead, 'landReclaimed', '左岸复绿', { amount: '2.30', achievedOn: day })
  await by(lead, 'outcome.confirmByCheck', land, { checkId: check.id, confirmation: '现场核查一致。' })
  const claim = () => enter(agency, 'supervisoryMeasure', '河道巡查制度', { measure: '每周巡查一次并登记。', basis: '《河道巡查办法》', achievedOn: day })
  const byCheck = await claim()
  await by(lead, 'outcome.confirmByCheck', byCheck, { checkId: check.id, confirmation: '现场查看巡查记录。' })
  await by(lead, 'outcome.reject', byCheck, { reason: '办法尚未印发。' })
  const list = await enter(agency, 'pointsFixed', '沿河排口整治', { points: '一号排口｜2' })
  const point = async () => ({ pointId: await play.pointOf(list, 1) })
  await by(agency, 'outcome.addPoints', list, { points: '二号排口' })
  const report = async (ordinal: number) => next(async () => by(agency, 'outcome.reportPoint', list, { pointId: await play.pointOf(list, ordinal), fixedOn: day, afterFileId: await storePicture(agency, { name: '排口', scene: 'water', state: 'after' }) }))
  await report(1)
  await by(lead, 'outcome.strikeOff', list, { ...(await point()), struckOn: day, finding: '排口已封堵。' })
  await by(lead, 'outcome.returnPoint', list, { ...(await point()), reason: '封堵处又渗漏。' })
  await report(1)
  await by(lead, 'outcome.strikeOff', list, { ...(await point()), struckOn: day, finding: '重新封堵完毕。' })
}
