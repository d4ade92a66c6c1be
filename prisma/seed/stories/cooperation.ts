import { close, draftAnswer, handsOf, nameHandler, send, signAnswer, signFor, type Answered, type Written } from '../play/cooperation'
import { act } from '../play/act'
import { at, later, type Story } from '../play/moments'
import { day } from './matter'

/** One letter: sent on a day, signed for after so many, answered after so many; without an answer it still waits. */
type Plot = {
  readonly on: string
  readonly letter: Written
  readonly signed?: number
  readonly answered?: number
  readonly answer?: Answered
  readonly said?: readonly string[]
  readonly finding?: string
  readonly closing?: string
  readonly used?: 'used' | 'partly' | 'notUsed'
}

async function* correspondence({ on, letter, signed, answered, answer, said = [], finding, closing, used }: Plot): Story {
  const start = day(on)
  yield at(start, '09:30')
  const id = await send(letter)
  if (signed === undefined) return
  yield at(later(start, signed), '10:20')
  await signFor(letter.to, id)
  await nameHandler(letter.to, id)
  for (const [index, text] of said.entries()) {
    yield at(later(start, signed + 1), index === 0 ? '11:00' : '15:40')
    await act((await handsOf(index % 2 === 0 ? letter.to : letter.from)).writes, 'letter.say', id, { text })
  }
  if (answered === undefined || !answer) return
  yield at(later(start, answered), '14:00')
  await draftAnswer(letter.to, id, answer)
  await signAnswer(letter.to, id)
  if (finding) {
    yield at(later(start, answered + 4), '16:00')
    await act((await handsOf(letter.to)).writes, 'letter.recordFinding', id, { findingOn: later(start, answered + 4), finding, findingResult: 'solved' })
  }
  if (!closing) return
  yield at(later(start, answered + 7), '10:00')
  await close(letter.from, id, closing, used)
}

const thanks = '材料收悉，感谢支持。'

const plots: Readonly<Record<string, readonly Plot[]>> = {
  liyuan: [
    {
      on: '2025-02-18', signed: 1, answered: 5, closing: thanks,
      letter: {
        kind: 'assistanceRequest', from: 'liyuan.procuratorate', to: 'liyuan.water', title: '渔沟河采砂许可情况', content: '因办理河道非法采砂公益诉讼线索，需要了解渔沟河段采砂许可和日常巡查情况。',
        details: { purpose: '查明河道监管职责的履行情况。' }, points: ['近三年采砂许可台账', '渔沟河段巡查记录'],
      },
      answer: { outcome: 'done', answer: '所需材料已经整理齐全，随函移交。', details: { handover: '许可台账复印件一册，巡查记录复印件两册。' }, pointAnswers: ['近三年许可台账一册，随函移交。', '巡查记录两册，随函移交。'] },
    },
    {
      on: '2025-08-05', signed: 2, answered: 19, closing: '材料收悉。答复晚于约定日期，请今后注意。',
      letter: {
        kind: 'assistanceRequest', from: 'liyuan.procuratorate', to: 'liyuan.market', title: '校园周边食品经营许可情况', content: '因办理校园周边食品安全案件，需要了解临江街道三所学校周边食品经营单位的许可和检查情况。',
        details: { purpose: '查明许可、检查和处罚情况。' }, points: ['经营单位名单和许可证号', '上一年度检查记录'],
      },
      answer: { outcome: 'partial', answer: '名单和许可证号随函提供；检查记录因系统更换，部分无法导出。', pointAnswers: ['名单四十二家，随函提供。', '二〇二四年下半年的检查记录无法导出，已提供纸质记录。'] },
    },
    {
      on: '2026-03-10', signed: 1, answered: 3, closing: '意见已经采用，谢谢。', used: 'used', said: ['请补充水样的采集时间和点位。', '二月二十六日上午，排口下游五十米和一百米各一份。'],
      letter: { kind: 'adviceRequest', from: 'liyuan.procuratorate', to: 'liyuan.environment', title: '养殖废水是否超标', content: '附水质检测报告一份，请就其中氨氮、总磷两项是否超过排放标准提出意见。', details: { specialty: '水污染物排放标准' } },
      answer: { outcome: 'advised', answer: '按报告所载数值，氨氮超过排放限值约一点八倍，总磷未超过。检测点位符合规范。' },
    },
    {
      on: '2026-09-22', signed: 2,
      letter: {
        kind: 'assistanceRequest', from: 'liyuan.procuratorate', to: 'liyuan.housing', title: '老旧小区二次供水设施台账', content: '因开展二次供水专项核查，需要全区老旧小区二次供水设施的台账和清洗消毒记录。',
        details: { purpose: '核对设施底数。' }, points: ['设施台账', '近一年清洗消毒记录'],
      },
    },
  ],
  jinli: [
    {
      on: '2025-04-14', signed: 1, answered: 4, closing: '按商定的方案共同推进。',
      letter: { kind: 'majorMatter', from: 'jinli.procuratorate', to: 'jinli.ruleOfLaw', title: '共同督促农村饮用水源保护', content: '荷浦镇、茅汐镇饮用水源一级保护区内存在种植、养殖活动，涉及多个部门，建议共同研究。', details: { grounds: '涉及两个镇和三个部门，单独办理难以解决。' } },
      answer: { outcome: 'accepted', answer: '同意启动协作，由我办牵头召开协调会。' },
    },
    {
      on: '2026-05-19', signed: 1, answered: 9, closing: '情况已掌握。',
      letter: { kind: 'urgingNote', from: 'jinli.ruleOfLaw', to: 'jinli.urban', title: '请加快办理检察建议', content: '贵局收到的关于河道沿线垃圾清运的检察建议即将到期，请加快办理并按期书面回复。' },
      answer: { outcome: 'underWay', answer: '清运已完成九成，剩余点位本月底前完成，按期回复。', details: { doneBy: '2026-05-31' } },
    },
  ],
  lanan: [
    {
      on: '2025-06-09', signed: 1, answered: 5, closing: '各点意见均已在建议书中回应。',
      letter: {
        kind: 'opinionHearing', from: 'lanan.procuratorate', to: 'lanan.water', title: '晴云溪水库库区整治', content: '本院拟就晴云溪水库库区违规养殖问题提出检察建议，现就以下问题听取意见。',
        points: ['库区养殖户的清退范围', '清退的完成时间'],
      },
      answer: { outcome: 'answered', answer: '两点意见如下，请予考虑。', pointAnswers: ['一级保护区内全部清退，二级保护区内限期整改。', '考虑补偿程序，建议以三个月为宜。'] },
    },
    {
      on: '2025-11-03', signed: 2, answered: 14, closing: '联合调研组于十二月上旬进驻。',
      letter: { kind: 'studyRequest', from: 'lanan.procuratorate', to: 'lanan.health', title: '医疗废物暂存管理', content: '近年多件案件反映基层诊所医疗废物暂存不规范，商请联合调研。', details: { question: '基层诊所医疗废物暂存和交接存在哪些制度漏洞？', method: '走访和查阅交接单', sites: '文枫街道、雁洲镇' } },
      answer: { outcome: 'accepted', answer: '同意联合调研，由医政科派员参加。', details: { team: '医政科二人。' } },
    },
    {
      on: '2026-07-14', signed: 1, answered: 4,
      letter: {
        kind: 'assistanceRequest', from: 'lanan.procuratorate', to: 'lanan.resources', title: '陶岭镇采石场用地手续', content: '因办理陶岭镇采石场破坏林地线索，需要调取用地审批材料。', details: { purpose: '查明用地审批情况。' }, points: ['用地审批卷宗'],
      },
      answer: { outcome: 'refused', answer: '该卷宗正在接受审计，暂不能提供，审计结束后另行联系。', pointAnswers: ['暂不能提供。'] },
    },
  ],
  pingyun: [
    {
      on: '2026-01-13', signed: 1, answered: 5, closing: '意见采用于墓碑修缮一案，谢谢。', used: 'partly',
      letter: { kind: 'adviceRequest', from: 'pingyun.procuratorate', to: 'pingyun.relics', title: '烈士墓碑修缮的程序', content: '松麟乡散葬烈士墓碑拟修缮，请就是否需要报批以及材料要求提出意见。', details: { specialty: '烈士纪念设施和文物保护' } },
      answer: { outcome: 'advised', answer: '未核定为文物的，由退役军人事务部门组织修缮即可；碑文应当核对史料。' },
    },
  ],
  menling: [
    {
      on: '2025-03-20', signed: 1, answered: 2, finding: '现场发现液化气瓶超期未检十七只，当场移交处置。', closing: '现场问题已经解决。',
      letter: { kind: 'participationInvite', from: 'menling.market', to: 'menling.procuratorate', title: '液化气瓶专项检查', content: '拟对云泉镇、松沟镇餐饮单位液化气瓶开展检查，邀请派员参加。', details: { happensOn: '2025-03-26', happensAt: '09:00', place: '云泉镇市场监管所' } },
      answer: { outcome: 'accepted', answer: '派检察官二人参加。', details: { attendees: '公益诉讼检察部二人' } },
    },
    {
      on: '2025-10-15', signed: 2, answered: 24, closing: '制度已经印发，风险点关闭。',
      letter: { kind: 'riskNotice', from: 'menling.procuratorate', to: 'menling.education', title: '校外培训机构个人信息管理', content: '近期办理的案件反映，多家校外培训机构收集学生信息后没有保管和销毁制度，带有普遍性。', details: { risk: '学生身份、住址、人脸信息可能外泄。', expectedEffect: '秋季招生前建立收集、保管、销毁制度，不再收集人脸信息。' } },
      answer: { outcome: 'closed', answer: '已经印发信息管理规定，并对全区机构开展一次检查。', details: { gapClosed: '收集、保管、销毁三个环节均有专人负责和记录。' } },
    },
    {
      on: '2026-04-08', signed: 1, answered: 3, finding: '施工围挡外侧盲道被占用三处，当场责令清理。', closing: '现场问题已经解决。',
      letter: { kind: 'participationInvite', from: 'menling.housing', to: 'menling.procuratorate', title: '在建工地占道检查', content: '拟对映滨街道在建工地占用盲道情况开展检查，邀请派员参加。', details: { happensOn: '2026-04-14', happensAt: '14:00', place: '映滨街道办事处' } },
      answer: { outcome: 'accepted', answer: '派检察官一人、检察官助理一人参加。', details: { attendees: '公益诉讼检察部二人' } },
    },
    {
      on: '2026-10-20', signed: 1, answered: 3, closing: '已经知悉。',
      letter: { kind: 'dutyReminder', from: 'menling.procuratorate', to: 'menling.transport', title: '冬季急弯路段防护', content: '青堰镇至鹿坪镇公路部分急弯路段防护栏缺损，入冬前请予关注。' },
      answer: { outcome: 'acted', answer: '缺损防护栏十二处已经更换，另增设警示标志八块。' },
    },
  ],
}

/** What bodies of a place wrote to each other over the two years. */
export const lettersOf = (place: string): Story[] => (plots[place] ?? []).map(correspondence)
