import { addMonths } from '@/lib/engine/deadlines/local-date'
import { db } from '@/lib/platform/db'
import { unitIdOf, userIdOf } from '@/prisma/seed/fixture'
import { nameGiver } from '../names'
import { act } from '../play/act'
import { at, later, type Story } from '../play/moments'
import { day } from './matter'

type Named = {
  readonly kind: 'expert' | 'specialAssistant' | 'secondment'
  /** `liyuan.water`; somebody with a sign-in there by its ending, else somebody by name. */
  readonly from: string
  readonly who?: 'handler' | 'legal'
  readonly post: string
  readonly domain: string
  readonly speciality: string
  readonly on: string
  readonly months: number
  readonly tasks?: string
  readonly refused?: string
  readonly waits?: true
  readonly appraisal?: string
  readonly renewed?: { readonly on: string; readonly months: number }
  readonly ended?: { readonly on: string; readonly reason: string }
}

const seconded = (from: string, on: string, months: number, tasks: string, appraisal?: string): Named => ({
  kind: 'secondment', from, who: 'legal', post: '法制科科长', domain: 'environment', speciality: '行政执法案卷审核', on, months, tasks, ...(appraisal ? { appraisal } : {}),
})
const named = (kind: Named['kind'], from: string, domain: string, speciality: string, on: string, more: Partial<Named> = {}): Named => ({
  kind, from, post: '执法科科长', domain, speciality, on, months: 24, ...more,
})

/** As each place's opinion has it: experts by field, assistants from the agencies, people of one side working on the other. */
const rosters: Readonly<Record<string, readonly Named[]>> = {
  liyuan: [
    named('specialAssistant', 'liyuan.urban', 'accessibility', '城市道路和无障碍设施管理', '2024-12-02', { who: 'handler', appraisal: '参与盲道、坡道等五次现场核查，意见具体可行。' }),
    named('specialAssistant', 'liyuan.water', 'environment', '河道管理、取水许可', '2024-12-02', { who: 'handler', months: 18, renewed: { on: '2026-05-18', months: 12 } }),
    named('expert', 'liyuan.farming', 'farmProduce', '畜禽养殖和动物诊疗监管', '2025-03-03', { who: 'handler' }),
    named('expert', 'liyuan.insurance', 'stateProperty', '医保基金结算审核', '2026-11-10', { post: '基金监管科科长', waits: true }),
    seconded('liyuan.transport', '2026-10-12', 6, '协助办理道路交通安全领域公益诉讼案件。'),
  ],
  jinli: [
    named('expert', 'jinli.environment', 'environment', '水污染防治和排污许可', '2025-01-13', { who: 'handler' }),
    named('expert', 'jinli.industry', 'workSafety', '有限空间作业安全', '2026-03-09', { post: '安全生产科科长' }),
  ],
  lanan: [
    named('expert', 'lanan.environment', 'environment', '水环境监测和排污口管理', '2024-12-16', { who: 'handler' }),
    named('expert', 'lanan.resources', 'landUse', '用地审批和卫片图斑核查', '2024-12-16', { who: 'handler' }),
    named('expert', 'lanan.market', 'foodAndDrug', '药品经营质量管理', '2025-02-24', { who: 'handler', months: 12 }),
    named('expert', 'lanan.data', 'personalInformation', '公共数据安全和脱敏', '2026-05-11', { post: '数据资源科科长' }),
    named('expert', 'lanan.zone', 'workSafety', '园区管网', '2026-06-15', { post: '规划建设科科长', refused: '专业方向与已聘专家重复，请推荐熟悉危险化学品管理的人员。' }),
    seconded('lanan.transport', '2025-02-10', 6, '协助审查涉及交通运输领域的案件材料。', '挂职期间参与案件十一件，熟悉执法流程，提出的证据意见多数被采用。'),
    seconded('lanan.emergency', '2026-10-12', 6, '协助办理安全生产领域公益诉讼案件。'),
  ],
  pingyun: [
    named('specialAssistant', 'pingyun.water', 'environment', '河湖管护和水土保持', '2024-12-09', { who: 'handler', appraisal: '参与季度巡查七次，协助核查整改点位二十六处。' }),
    named('specialAssistant', 'pingyun.relics', 'relics', '古建筑和烈士纪念设施保护', '2024-12-09', { post: '文物保护科科长' }),
    named('specialAssistant', 'pingyun.health', 'foodAndDrug', '二次供水卫生监督', '2024-12-09', { who: 'handler', ended: { on: '2026-03-16', reason: '本人岗位调整，不再从事卫生监督工作。' } }),
    named('specialAssistant', 'pingyun.fire', 'workSafety', '消防安全检查', '2026-04-13', { post: '大队参谋' }),
  ],
  menling: [
    named('specialAssistant', 'menling.emergency', 'workSafety', '特种作业和危险化学品监管', '2025-01-13', { who: 'handler' }),
    named('expert', 'menling.weather', 'workSafety', '防雷检测', '2026-03-23', { post: '防雷减灾科科长' }),
    named('expert', 'menling.relics', 'relics', '古建筑修缮', '2026-10-19', { post: '文物管理科科长' }),
    seconded('menling.market', '2026-09-07', 6, '协助办理食品药品安全领域案件，参加执法案卷评查。'),
  ],
}

async function* appointed(place: string, each: Named, name: () => string): Story {
  const { kind, from, who, on, months, tasks } = each
  const home = `${from}.liaison`
  const office = `${place}.head`
  yield at(later(day(on), 0), '09:50')
  const accepted = later(day(on), 5)
  const person = who ? { personId: userIdOf(`${from}.${who}`) } : { personName: name() }
  const { post, domain, speciality } = each
  const id = await act(home, 'appointment.propose', null, {
    kind, ...person, post, domain, speciality, reason: `长期从事${speciality}工作，熟悉业务，本人同意。`, fromOn: accepted, toOn: addMonths(accepted, months),
    ...(kind === 'secondment' ? { hostId: unitIdOf(`${place}.procuratorate`), role: 'prosecutorAssistant', tasks } : {}),
  })
  if (each.waits) return
  yield at(accepted, '10:10')
  if (each.refused) return void (await act(office, 'appointment.refuse', id, { reason: each.refused }))
  await act(office, 'appointment.accept', id, {})
  if (each.appraisal) {
    yield at(later(addMonths(accepted, months - 1), 0), '16:20')
    await act(office, 'appointment.appraise', id, { appraisal: each.appraisal })
  }
  if (each.renewed) {
    yield at(later(day(each.renewed.on), 0), '14:40')
    await act(office, 'appointment.renew', id, { toOn: addMonths(later(day(each.renewed.on), 0), each.renewed.months), reason: '工作需要，本人和所在单位同意。' })
  }
  if (each.ended) {
    yield at(later(day(each.ended.on), 0), '14:40')
    await act(home, 'appointment.end', id, { lastOn: later(day(each.ended.on), 0), reason: each.ended.reason })
  }
}

/** Who works with the other side, in a place. */
export function appointmentsOf(place: string): Story[] {
  const name = nameGiver()
  return (rosters[place] ?? []).map((each, index) => appointed(place, each, () => name(`${place} expert ${index}`)))
}

/** One expert of 岚安市 is asked one question about one case: answered, used, thanked. */
async function* question(): Story {
  yield at(later(day('2026-07-20'), 0), '11:10')
  const { id: caseId, leadProsecutorId } = await db.caseFile.findFirstOrThrow({ where: { agencyId: unitIdOf('lanan.water') }, orderBy: { openedOn: 'desc' }, select: { id: true, leadProsecutorId: true } })
  const { login: lead } = await db.user.findUniqueOrThrow({ where: { id: leadProsecutorId }, select: { login: true } })
  const expert = await db.appointment.findFirstOrThrow({ where: { personId: userIdOf('lanan.environment.handler'), status: 'serving' }, select: { id: true } })
  const id = await act(lead, 'engagement.ask', null, { caseId, appointmentId: expert.id, question: '弃渣场下游水体浊度变化能否说明拦挡设施失效？', untilOn: later(day('2026-07-20'), 14) })
  yield at(later(day('2026-07-20'), 6), '15:30')
  await act('lanan.environment.handler', 'engagement.answer', id, { opinion: '雨后浊度为雨前的六倍，且上游对照断面没有明显变化，可以说明拦挡设施没有发挥作用；建议在两处排水口各补采一次水样。' })
  yield at(later(day('2026-07-20'), 8), '09:40')
  await act(lead, 'engagement.close', id, { used: 'used', note: '意见已写入核查结论，并补采水样两份，谢谢。' })
}

export const questionsOf: Readonly<Record<string, () => Story[]>> = { lanan: () => [question()] }
