import type { PaperData } from '@/lib/engine/papers/values'
import { superior, letter, caseTitle } from './sample-matter'

/** Papers between an office and the one above it. */
export const betweenOffices: Record<string, PaperData> = {
  filingOpinion: {
    ...superior,
    issuedOn: '2026-09-28',
    number: '示范检行公备审〔2026〕3号',
    inferiorName: '澧源区人民检察院',
    ...letter,
    wanted: 'change',
    opinion: '第二项建议事项对应的职责依据不充分，应当补充法律依据或者调整表述。',
  },
  extensionReply: {
    ...superior,
    issuedOn: '2026-12-28',
    number: '示范检行公延〔2026〕2号',
    inferiorName: '澧源区人民检察院',
    caseTitle,
    askedOn: '2026-12-25',
    opinion: '案情复杂，委托鉴定尚未完成，确有必要延长。',
    endBefore: '2027-01-20',
    endAfter: '2027-02-20',
  },
  designationDecision: {
    ...superior,
    issuedOn: '2026-10-12',
    number: '示范检行公指〔2026〕1号',
    inferiorName: '澧源区人民检察院',
    designatedName: '津澧市人民检察院',
    matterTitle: caseTitle,
    askedOn: '2026-10-09',
    opinion: '线索涉及两地河段，由津澧市人民检察院统一办理更为适宜。',
  },
  supervisionNotice: {
    ...superior,
    issuedOn: '2026-11-02',
    number: '示范检行公督〔2026〕4号',
    inferiorName: '澧源区人民检察院',
    caseTitle,
    caseNo: '澧源检公益〔2026〕8号',
    demands: '一、核实整改进度。二、督促制定后续方案。三、书面报告办理情况。',
  },
}
