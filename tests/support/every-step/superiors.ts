import { by, db } from './stage'

const { unitIdOf } = await import('@/prisma/seed/fixture')

const officer = 'shifan.superior'
const signed = { approver: '龙见微' }

/** The letter filed gets an opinion, and the opinion an answer. */
export async function filings(letterId: string): Promise<void> {
  const { id } = await db.oversightMatter.findFirstOrThrow({ where: { recommendationId: letterId } })
  const letter = await db.recommendation.findUniqueOrThrow({ where: { id: letterId } })
  await by(officer, 'filing.advise', id, { wanted: 'consider', opinion: '请在跟进调查中核实长效机制。', number: '示范检行公备审〔2026〕3号', ...signed })
  await by('liyuan.prosecutor', 'filing.answer', id, { report: '已列入跟进调查的内容。' })
  if (letter.urgent) throw new Error('the urgent letter is noted')
}

export async function noted(letterId: string): Promise<void> {
  const { id } = await db.oversightMatter.findFirstOrThrow({ where: { recommendationId: letterId } })
  await by(officer, 'filing.note', id, {})
}

/** A second month asked for, refused, asked for again and given; a designation. */
export async function requests(caseId: string): Promise<void> {
  const ask = { caseId, reason: '鉴定尚未完成，案情复杂，期限不足。' }
  const first = await by('liyuan.chief', 'superiorRequest.askExtension', null, ask)
  await by(officer, 'superiorRequest.refuse', first, { opinion: '理由不充分，请补充鉴定进度。', ...signed })
  const second = await by('liyuan.chief', 'superiorRequest.askExtension', null, ask)
  await by(officer, 'superiorRequest.grantExtension', second, { opinion: '确有必要，同意延长。', ...signed })
  const { clueId } = await db.caseFile.findUniqueOrThrow({ where: { id: caseId } })
  const third = await by('liyuan.chief', 'superiorRequest.askDesignation', null, { clueId, reason: '线索涉及两地河段，管辖有争议。' })
  await by(officer, 'superiorRequest.designate', third, { designatedId: unitIdOf('jinli.procuratorate'), opinion: '由津澧市院统一办理。', ...signed })
}

export async function supervised(caseId: string): Promise<void> {
  const id = await by(officer, 'supervision.order', null, { caseId, demands: '核实整改进度，书面报告。', ...signed })
  const report = { report: '行政机关已制定方案，承办人每周现场核查一次。' }
  await by('liyuan.prosecutor', 'supervision.report', id, report)
  await by(officer, 'supervision.returnReport', id, { opinion: '未说明资金来源。' })
  await by('liyuan.prosecutor', 'supervision.report', id, report)
  await by(officer, 'supervision.close', id, { opinion: '同意办结。' })
}
