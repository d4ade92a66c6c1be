import { act } from '@/prisma/seed/play/act'
import { storeScan } from '@/prisma/seed/play/files'
import { at, later, type Story } from '@/prisma/seed/play/moments'
import { day as on } from './matter'

type Entry = { readonly by: string; readonly kind: string; readonly title: string; readonly content: string; readonly fields: string; readonly form?: string; readonly openTo?: readonly string[] }

const entries: readonly Entry[] = [
  { by: 'jinli.environment.liaison', kind: 'penalties', title: '生态环境行政处罚信息', content: '2020年以来作出的生态环境类行政处罚决定。', fields: '当事人名称\n违法事实\n处罚日期\n罚款数额\n执行情况' },
  { by: 'jinli.water.liaison', kind: 'inspections', title: '河道日常巡查记录', content: '主要河道的日常巡查和专项检查记录。', fields: '河段\n巡查日期\n发现问题\n处理情况' },
  { by: 'jinli.environment.liaison', kind: 'monitoring', title: '地表水断面监测数据', content: '辖区地表水断面的月度监测结果。', fields: '断面\n监测日期\n水质类别\n超标项目', form: 'query' },
  { by: 'jinli.prosecutor', kind: 'caseInformation', title: '公益诉讼案件办理信息', content: '涉及行政机关的公益诉讼案件立案、阶段和结案信息。', fields: '案号\n领域\n阶段\n结案方式', form: 'query' },
]
const common = { cycle: 'month', form: 'file', sensitivity: 'inner', contact: '法规科', limits: '个人信息遮盖后使用，只用于所写明的事项。' }

/** 登记; confirmed a year later by all but the river patrols, which nobody has looked at since. */
async function* catalogue(): Story {
  yield at(on('2025-06-03'))
  const ids = []
  for (const { by, ...entry } of entries) ids.push({ by, title: entry.title, id: await act(by, 'dataItem.register', null, { ...common, ...entry }) })
  const [penalties, , monitoring, cases] = ids.map(({ id }) => id)
  yield* used(penalties!)
  yield* asked(cases!)
  yield at(later(on('2026-05-25'), 0), '15:00')
  for (const { by, title, id } of ids) if (title !== '河道日常巡查记录') await act(by, 'dataItem.confirm', id, {})
  yield* running(monitoring!)
}

/** Asked for in a case, used, destroyed. */
async function* used(itemId: string): Story {
  yield at(on('2025-09-15'), '10:00')
  const id = await act('jinli.prosecutor', 'dataRequest.ask', null, { itemId, purpose: '核对涉案企业此前的处罚和执行情况，判断主管部门是否依法履职。', wanted: '2023年以来对涉案企业的处罚决定和执行材料', matter: '作坊废水直排线索核查' })
  yield at(later(on('2025-09-15'), 3), '15:20')
  await act('jinli.environment.liaison', 'dataRequest.provide', id, { answer: '同意提供三份处罚决定书。', conditions: '只用于本案，不得向第三方提供。', fileIds: [await storeScan('jinli.environment.liaison', '处罚决定书', ['处罚决定书三份'])] })
  yield at(later(on('2025-09-15'), 4), '09:10')
  await act('jinli.prosecutor', 'dataRequest.use', id, { use: '核对三次处罚的执行情况。' })
  const done = later(on('2025-09-15'), 40)
  yield at(done, '16:30')
  await act('jinli.prosecutor', 'dataRequest.giveBack', id, { endedHow: 'destroyed', endedOn: done, note: '核查结束，电子文件已删除。' })
}

/** The other way: one refused with its ground, one used and filed. */
async function* asked(cases: string): Story {
  yield at(on('2026-03-10'), '10:30')
  const refused = await act('jinli.water.liaison', 'dataRequest.ask', null, { itemId: cases, purpose: '汇总全市公益诉讼案件情况用于年度工作总结。', wanted: '全部案件的详细办理情况', matter: '年度工作总结' })
  yield at(later(on('2026-03-10'), 2), '11:00')
  await act('jinli.prosecutor', 'dataRequest.refuse', refused, { ground: 'unrelated', answer: '总结所需的汇总数字见季度通报，不涉及具体案件。' })
  yield at(on('2026-04-13'), '09:30')
  const own = await act('jinli.water.liaison', 'dataRequest.ask', null, { itemId: cases, purpose: '核对涉及本局案件的办理阶段，按期整改。', wanted: '涉及本局案件的阶段和期限', matter: '本局整改台账' })
  yield at(later(on('2026-04-13'), 1), '14:00')
  await act('jinli.prosecutor', 'dataRequest.provide', own, { answer: '涉及贵局的两件已列明。', access: '在本平台“检察建议”中查阅，或者到案件管理部门查询终端查阅。' })
  yield at(later(on('2026-04-13'), 2), '09:00')
  await act('jinli.water.liaison', 'dataRequest.use', own, { use: '更新本局整改台账。' })
  const ended = later(on('2026-04-13'), 30)
  yield at(ended, '10:00')
  await act('jinli.water.liaison', 'dataRequest.giveBack', own, { endedHow: 'filed', endedOn: ended })
}

/** Still in use. */
async function* running(monitoring: string): Story {
  yield at(on('2026-11-02'), '10:00')
  const id = await act('jinli.prosecutor', 'dataRequest.ask', null, { itemId: monitoring, purpose: '比对断面水质变化，评估整改效果。', wanted: '近十二个月的断面监测数据', matter: '断面水质“回头看”' })
  yield at(later(on('2026-11-02'), 2), '16:00')
  await act('jinli.environment.liaison', 'dataRequest.provide', id, { answer: '同意查询。', access: '监测数据查询系统，账号另行告知。' })
  yield at(later(on('2026-11-02'), 3), '09:00')
  await act('jinli.prosecutor', 'dataRequest.use', id, { use: '比对整改前后十二个月数据。' })
}

/** Information shared by directory, in the place whose opinion asks for it. */
export const exchangeOf: Readonly<Record<string, () => Story[]>> = { jinli: () => [catalogue()] }
