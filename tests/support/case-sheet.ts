import { readFileSync } from 'node:fs'
import type facts from '@/facts/roster-import.json'

type Column = keyof typeof facts.columns.cases
type Cells = Readonly<Partial<Record<Column, string>>>

// Playwright runs this file as a plain module, which takes no JSON by import.
const { columns } = JSON.parse(readFileSync(new URL('../../facts/roster-import.json', import.meta.url), 'utf8')) as { columns: { cases: Record<Column, string> } }

/** Running cases of one prosecutor of the fixture as a sheet writes them. */
export const casesOf = (lead: string) => ({
  caseRow: (number: number, more: Cells = {}) => caseRow(number, { lead, ...more }),
  letterRow: (number: number, receivedOn: string, more: Cells = {}) => letterRow(number, receivedOn, { lead, ...more }),
})

const caseRow = (number: number, more: Cells): Cells => ({
  decisionNumber: `澧源检行公立〔2026〕${number}号`, title: `在办案件第${number}件`, agency: '澧源区水利局', domain: '生态环境和资源保护', source: '本院办案中发现',
  place: '渔沟河左岸', facts: '河岸长期堆放建筑垃圾，未见清运。', harm: '侵占河道，影响行洪。', legalBasis: '《中华人民共和国防洪法》第二十二条；《中华人民共和国防洪法》第五十五条',
  openedOn: '2026-03-02', decisionServedOn: '2026-03-04', stage: '调查中', reason: '系统启用前立案', ...more,
})

/** The same with its letter, received on that day. */
const letterRow = (number: number, receivedOn: string, more: Cells): Cells => caseRow(number, {
  stage: '', letterNumber: `澧源检行公建〔2026〕${number}号`, letterTitle: `督促履行河道监管职责检察建议第${number}件`, decidedOn: receivedOn, duty: '水行政主管部门负责河道监督管理。',
  dutyFindings: '接到反映后未责令清除。', letterReasons: '未依法履行监督管理职责。', measureLines: '依法查处并督促清除；落实日常巡查', faultLines: '未责令清除；未建立巡查制度',
  proofLines: '清运照片、巡查记录', urgent: '否', contactPhone: '0000-0000000', method: '直接送达', sentOn: receivedOn, receivedOn, receivedBy: '谷秋实', ...more,
})

export const replied = { replyNumber: '澧源水函〔2026〕9号', arrivedOn: '2026-05-06', signerName: '桑立夏', replyContact: '谷秋实', adoption: '采纳建议，已清除大部分。', claimed: '部分完成；已完成' } as const

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`

/** As a spreadsheet saves it. */
export function caseCsv(rows: readonly Cells[]): string {
  const heads = Object.entries(columns.cases)
  return [heads.map(([, title]) => title), ...rows.map((row) => heads.map(([field]) => row[field as keyof Cells] ?? ''))].map((row) => row.map(quoted).join(',')).join('\r\n')
}
