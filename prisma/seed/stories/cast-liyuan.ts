import type { Story } from '@/prisma/seed/play/moments'
import { body, court, office } from './course'
import * as matters from './letters-liyuan'
import { day } from './matter'
import { dropped, running, settled } from './plot-case'
import { letter } from './plot-rectify'
import { quiet, talked } from './quiet'

/** 澧源区: eighteen cases. */
export const liyuan = (): Story[] => [
  letter(matters.blindPaving, { origin: office('volunteers', '“益心为公”平台'), received: day('2025-02-17'), delivery: 'announced', reply: { after: 40 }, check: { after: 52 }, end: 'conclude' }),
  letter(matters.petClinics, { origin: office('ownCase', undefined, { own: true }), second: true, received: day('2025-04-14'), reply: { after: 45 }, check: { after: 55 }, end: 'conclude', help: { kind: 'coordination', question: '处置单位只接收整箱，十七家机构日产量较小，请协助协调按周合并收运。', answer: '已与处置单位沟通，同意设两处暂存点合并收运，请与其签订补充协议。' } }),
  letter(matters.wasteOil, { origin: court('（2025）示990101民初318号'), received: day('2025-08-11'), reply: { after: 50, sentBack: true }, check: { after: 58 }, end: 'conclude' }),
  letter(matters.schoolSnacks, { origin: body('liyuan.government', 'hotline12345', { detail: '热线工单〔2026〕0417' }), second: true, received: day('2026-05-18'), reply: { after: 42 }, check: { after: 50 }, end: 'conclude', lookBack: 'open' }),
  letter(matters.manholes, { origin: office('volunteers', '“益心为公”平台', { reporter: ['志愿者舒某', '0990-0000456'] }), received: day('2026-06-08'), reply: { after: 35 }, check: { after: 44 }, end: 'conclude', lookBack: 'relapsed' }),
  letter(matters.farmlandParking, {
    origin: office('enforcementPlatform', '卫片图斑共享'), received: day('2026-07-20'), reply: { after: 55, open: [2] }, check: { after: 62, open: [2] },
    suspend: { measures: '已破除混凝土五点一亩，复垦方案已批复，资金已落实。', cause: '秋季连阴雨致使作业面积水，耕作层土壤须在冬前冻融后回填，现阶段无法施工。', diligence: '行政机关已穷尽现阶段可以采取的措施，未拖延履行。' },
  }),
  letter(matters.cargoSpill, { origin: office('media', '本地电视台报道'), received: day('2026-09-10') }),
  letter(matters.gasStationScan, { origin: body('liyuan.commerce.liaison'), second: true, received: day('2026-09-24'), reply: { after: 62 }, help: { kind: 'law', question: '加油站提出便利店收款码在二十米外，是否属于爆炸危险区域，请予明确。', answer: '以加油站平面图标注的爆炸危险区域划分为准，区域外设置的收款码不在建议范围。' } }),
  letter(matters.groundwater, { origin: office('dataModel', '用电用水比对'), received: day('2026-09-01'), reply: { after: 52, open: [1] }, check: { after: 66, open: [1, 2] } }),
  letter(matters.careCanteen, { origin: office('report', '家长来信', { reporter: ['家长梅某', '0990-0000789'] }), second: true, received: day('2026-08-31'), delivery: 'paper', reply: { after: 55 }, check: { after: 70 } }),
  letter(matters.ruralRubbish, { origin: body('liyuan.water.liaison', 'chiefSystem', { detail: '河长巡查', photo: 'water' }), received: day('2026-08-24'), reply: { after: 50 }, check: { after: 60, open: [1, 2] }, again: { after: 80 } }),
  letter(matters.dentalSewage, { origin: office('hotline12309'), second: true, received: day('2026-11-25') }),
  settled(talked.billboards, { origin: body('liyuan.government', 'hotline12345'), received: day('2025-03-24') }),
  settled(talked.fireLane, { origin: office('report', '业主来访'), second: true, received: day('2026-02-09') }),
  settled(talked.ancientTrees, { origin: body('liyuan.shitang.liaison', 'patrol', { photo: 'field' }), received: day('2026-06-22') }),
  dropped(quiet.campusData, { origin: office('ownCase', undefined, { own: true }), received: day('2025-10-13') }, 'interestProtected', '立案后相关打印店已全部清除留存文件，公安机关完成全区检查，个人信息泄露风险已经消除。'),
  running(quiet.waterTax, { origin: office('dataModel', '取水计量比对'), second: true, received: day('2026-12-22') }),
  running(quiet.martyrs, { origin: body('liyuan.yunling.liaison'), received: day('2027-01-02') }),
]
