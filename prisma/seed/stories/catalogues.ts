import { addDays } from '@/lib/engine/deadlines/local-date'
import { act } from '@/prisma/seed/play/act'
import { storeScan } from '@/prisma/seed/play/files'
import { at, later, type Story } from '@/prisma/seed/play/moments'
import { day } from './matter'

type Entry = {
  readonly by: string; readonly kind: string; readonly title: string; readonly content: string; readonly fields: readonly string[]
  readonly cycle?: string; readonly form?: 'file' | 'query' | 'onSite' | 'paper'
  /** Where it is more than the kind is usually open to. */
  readonly openTo?: readonly string[]
  /** Nobody has looked at it since it was entered. */
  readonly stale?: true
}
type Asked = {
  readonly of: string; readonly by: string; readonly on: string; readonly purpose: string; readonly wanted: string; readonly matter: string
  readonly answer?: string; readonly refused?: string; readonly use?: string; readonly ended?: { readonly after: number; readonly how: 'returned' | 'destroyed' | 'filed' }
}
type Catalogue = { readonly from: string; readonly entries: readonly Entry[]; readonly asked: readonly Asked[] }

/** What the bodies of a place can give each other, and what was asked for; one entry in each is not looked after, one use not yet given back. */
const catalogues: Readonly<Record<string, Catalogue>> = {
  liyuan: {
    from: '2025-03-10',
    entries: [
      { by: 'liyuan.water.liaison', kind: 'inspections', title: '河道巡查和采砂监管记录', content: '渔沟河等六条河道的日常巡查、采砂许可和检查记录。', fields: ['河段', '巡查日期', '发现问题', '处理情况'] },
      { by: 'liyuan.environment.liaison', kind: 'monitoring', title: '地表水和入河排口监测数据', content: '辖区断面和入河排口的月度监测结果。', fields: ['点位', '监测日期', '水质类别', '超标项目'], form: 'query' },
      { by: 'liyuan.market.liaison', kind: 'permits', title: '食品经营许可和备案信息', content: '食品经营者的许可、备案和校园周边经营者名单。', fields: ['经营者名称', '许可证号', '有效期', '地址'] },
      { by: 'liyuan.housing.liaison', kind: 'inspections', title: '窨井盖普查台账', content: '全区窨井盖的权属、养护单位和检查记录。', fields: ['编号', '位置', '权属单位', '检查日期'], stale: true },
      { by: 'liyuan.court', kind: 'judgments', title: '涉公益领域生效裁判', content: '环境、食品药品等领域生效裁判和执行进展。', fields: ['案号', '案由', '生效日期', '执行情况'], cycle: 'quarter' },
      { by: 'liyuan.prosecutor', kind: 'recommendations', title: '检察建议和整改情况', content: '发往区级行政机关的检察建议及回复、整改核查情况。', fields: ['被建议单位', '领域', '回复日期', '核查结论'], form: 'query' },
    ],
    asked: [
      { of: '河道巡查和采砂监管记录', by: 'liyuan.prosecutor', on: '2025-04-07', purpose: '核对河道非法采砂线索发生时段的巡查情况，判断是否依法履职。', wanted: '二〇二四年十月至二〇二五年三月渔沟河段巡查记录', matter: '渔沟河段采砂线索核查', answer: '同意提供，电子文件随附。', use: '核对线索发生时段的巡查记录。', ended: { after: 35, how: 'filed' } },
      { of: '检察建议和整改情况', by: 'liyuan.urban.liaison', on: '2026-06-15', purpose: '汇总涉及本局的检察建议，安排日常巡查。', wanted: '涉及本局检察建议的核查结论', matter: '本局整改台账', answer: '涉及贵局的已列明，可以在本平台查询。', use: '更新本局巡查清单。', ended: { after: 20, how: 'filed' } },
      { of: '窨井盖普查台账', by: 'liyuan.prosecutor', on: '2026-09-07', purpose: '“回头看”时核对复发点位的权属和检查记录。', wanted: '桃坪街道三条小巷的台账', matter: '老城区窨井盖“回头看”', answer: '同意提供，用后请退还。', use: '核对复发点位的权属。' },
    ],
  },
  lanan: {
    from: '2025-04-14',
    entries: [
      { by: 'lanan.environment.liaison', kind: 'penalties', title: '生态环境行政处罚信息', content: '作出的生态环境类行政处罚决定和执行情况。', fields: ['当事人名称', '违法事实', '处罚日期', '执行情况'] },
      { by: 'lanan.water.liaison', kind: 'inspections', title: '生产建设项目水土保持监管信息', content: '生产建设项目水土保持方案、验收和监督检查记录。', fields: ['项目', '方案批复', '验收报备', '检查日期'] },
      { by: 'lanan.bureau', kind: 'reviews', title: '行政复议和执法监督信息', content: '行政复议决定、规范性文件备案审查和执法监督检查结果。', fields: ['文号', '事项', '结论', '日期'], cycle: 'quarter' },
      { by: 'lanan.data.liaison', kind: 'other', title: '公共数据目录脱敏清单', content: '可以共享的公共数据目录和脱敏规则。', fields: ['数据名称', '提供部门', '脱敏方式'], cycle: 'quarter', openTo: ['procuratorate', 'justiceBureau'], stale: true },
      { by: 'lanan.prosecutor', kind: 'caseInformation', title: '公益诉讼案件办理信息', content: '涉及行政机关的案件立案、阶段和结案信息。', fields: ['案号', '领域', '阶段', '结案方式'], form: 'query' },
    ],
    asked: [
      { of: '生产建设项目水土保持监管信息', by: 'lanan.prosecutor', on: '2026-05-11', purpose: '核对未验收先投产的企业清单，判断监管职责履行情况。', wanted: '未完成验收报备的项目清单和检查记录', matter: '水土保持监管案件', answer: '同意提供项目清单，共十三家。', use: '核对十三家企业的验收情况。', ended: { after: 40, how: 'filed' } },
      { of: '公益诉讼案件办理信息', by: 'lanan.bureau', on: '2026-03-02', purpose: '统计行政机关败诉和被监督情况，用于年度绩效考评。', wanted: '上一年度各行政机关案件数量和结案方式', matter: '年度绩效考评', answer: '同意提供汇总表，不含线索来源。', use: '年度绩效考评。', ended: { after: 30, how: 'destroyed' } },
      { of: '生态环境行政处罚信息', by: 'lanan.prosecutor', on: '2026-10-12', purpose: '核对洗砂企业处罚执行情况，确定“回头看”重点。', wanted: '近一年洗砂企业的处罚和执行材料', matter: '洗砂企业“回头看”', answer: '同意提供处罚决定五份。', use: '核对罚款和停产整治的执行。' },
    ],
  },
  pingyun: {
    from: '2025-06-09',
    entries: [
      { by: 'pingyun.water.liaison', kind: 'inspections', title: '河（湖）长巡查记录', content: '区级河（湖）长和巡查员的巡查轨迹、问题和处理。', fields: ['河湖', '巡查日期', '发现问题', '处理情况'], cycle: 'week' },
      { by: 'pingyun.health.liaison', kind: 'monitoring', title: '二次供水水质检测结果', content: '二次供水单位的清洗消毒记录和水质检测结果。', fields: ['单位', '清洗日期', '检测日期', '结论'] },
      { by: 'pingyun.relics.liaison', kind: 'other', title: '不可移动文物保护清单', content: '不可移动文物的保护范围、看护人和检查记录。', fields: ['名称', '级别', '保护范围', '看护人'], cycle: 'year', openTo: ['procuratorate'], stale: true },
    ],
    asked: [
      { of: '二次供水水质检测结果', by: 'pingyun.prosecutor', on: '2025-08-04', purpose: '整改核查后持续了解水质变化。', wanted: '九个小区近三个月检测结果', matter: '二次供水案件跟进', answer: '同意提供，检测结果随附。', use: '比对整改前后的检测结果。', ended: { after: 25, how: 'filed' } },
      { of: '不可移动文物保护清单', by: 'pingyun.prosecutor', on: '2026-09-14', purpose: '核对古城墙保护范围和看护责任。', wanted: '古城墙段的保护范围和检查记录', matter: '古城墙保护案件', refused: '该段保护范围正在重新划定，待公布后提供；检查记录可以到本局查阅。' },
    ],
  },
  menling: {
    from: '2025-02-17',
    entries: [
      { by: 'menling.emergency.liaison', kind: 'permits', title: '危险化学品和特种作业许可信息', content: '危险化学品经营许可、特种作业人员持证信息。', fields: ['单位', '许可事项', '有效期'] },
      { by: 'menling.market.liaison', kind: 'inspections', title: '特种设备检验和检查信息', content: '电梯、气瓶等特种设备的检验日期和检查记录。', fields: ['设备编号', '使用单位', '检验日期', '下次检验'] },
      { by: 'menling.insurance.liaison', kind: 'inspections', title: '医保基金结算疑点核查记录', content: '医保基金结算疑点的比对和核查结论。', fields: ['机构', '疑点类型', '核查结论', '处理情况'] },
      { by: 'menling.bureau', kind: 'reviews', title: '执法案卷评查结果', content: '年度行政执法案卷评查的得分和问题。', fields: ['单位', '案卷', '得分', '问题'], cycle: 'year', stale: true },
      { by: 'menling.prosecutor', kind: 'recommendations', title: '检察建议办理情况', content: '检察建议的发出、回复和整改核查情况。', fields: ['被建议单位', '领域', '回复日期', '核查结论'], form: 'query' },
    ],
    asked: [
      { of: '医保基金结算疑点核查记录', by: 'menling.prosecutor', on: '2025-05-12', purpose: '核对死亡后仍有结算的疑点是否已经核查。', wanted: '近两年疑点核查结论', matter: '医保基金结算案件', answer: '同意提供核查结论，已隐去个人信息。', use: '核对十二笔疑点的处理情况。', ended: { after: 30, how: 'filed' } },
      { of: '特种设备检验和检查信息', by: 'menling.prosecutor', on: '2026-10-26', purpose: '核对超期未检住宅电梯的数量和分布。', wanted: '超期未检电梯清单', matter: '住宅电梯安全线索核查', answer: '同意提供清单，用后销毁。', use: '核对电梯数量和使用单位。' },
    ],
  },
}

async function* catalogue({ from, entries, asked }: Catalogue): Story {
  const begun = later(day(from), 0)
  yield at(begun, '15:20')
  const ids = new Map<string, { id: string; by: string }>()
  for (const { by, stale: _stale, fields, cycle = 'month', form = 'file', ...entry } of entries) {
    const id = await act(by, 'dataItem.register', null, {
      ...entry, fields: fields.join('\n'), cycle, form, sensitivity: 'inner', contact: '法制科', limits: '个人信息遮盖后使用，只用于所写明的事项。',
    })
    ids.set(entry.title, { id, by })
  }
  const looked = later(addDays(begun, 350), 0)
  const turns = [...asked].sort((a, b) => (a.on < b.on ? -1 : 1))
  for (const each of turns.filter(({ on }) => day(on) < looked)) yield* request(each, ids.get(each.of)!)
  yield at(looked, '16:10')
  for (const { title, stale } of entries) if (!stale) await act(ids.get(title)!.by, 'dataItem.confirm', ids.get(title)!.id, {})
  for (const each of turns.filter(({ on }) => day(on) >= looked)) yield* request(each, ids.get(each.of)!)
}

async function* request({ by, on, purpose, wanted, matter, answer, refused, use, ended }: Asked, { id: itemId, by: provider }: { id: string; by: string }): Story {
  const begun = later(day(on), 0)
  yield at(begun, '10:20')
  const id = await act(by, 'dataRequest.ask', null, { itemId, purpose, wanted, matter })
  yield at(later(begun, 3), '15:10')
  if (refused || !answer) return void (await act(provider, 'dataRequest.refuse', id, { ground: 'notOpen', answer: refused ?? wanted }))
  await act(provider, 'dataRequest.provide', id, { answer, conditions: '只用于所写明的事项。', fileIds: [await storeScan(provider, '提供材料', [matter, wanted])] })
  if (!use) return
  yield at(later(begun, 4), '09:30')
  await act(by, 'dataRequest.use', id, { use })
  if (!ended) return
  const done = later(begun, ended.after)
  yield at(done, '16:40')
  await act(by, 'dataRequest.giveBack', id, { endedHow: ended.how, endedOn: done })
}

export const cataloguesOf = (place: string): Story[] => (catalogues[place] ? [catalogue(catalogues[place])] : [])
