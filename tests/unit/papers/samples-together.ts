import type { PaperData } from '@/lib/engine/papers/values'
import { procuratorate } from './sample-matter'

/** Papers of what units do together. */
export const together: Record<string, PaperData> = {
  meetingMinutes: {
    ...procuratorate,
    number: '澧源检联会纪〔2026〕2号',
    title: '2026年下半年行政公益诉讼联席会议',
    heldOn: '2026-09-16',
    startsAt: '09:30',
    place: '区检察院三楼会议室',
    host: '覃望舒 副检察长',
    recorder: '柏知远',
    present: ['水利局 谷秋实', '司法局 桑知远'],
    absent: ['林业局'],
    previousTotal: 12,
    previousDone: 9,
    previousOverdue: 2,
    agenda: ['通报上半年工作情况', '研究河道复堆问题'],
    summary: '会议通报了上半年行政公益诉讼工作情况，研究了河道垃圾复堆问题。',
    resolutions: [{ text: '建立河道巡查信息通报制度', unit: '水利局', dueOn: '2026-10-30' }, { text: '原则同意联合巡查方案' }],
  },
}
