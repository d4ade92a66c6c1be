import type { PaperData } from '@/lib/engine/papers/values'
import { procuratorate } from './sample-matter'

/** Papers of what units do together. */
export const together: Record<string, PaperData> = {
  charterText: {
    ...procuratorate,
    number: '澧源政文〔2026〕9号',
    title: '关于行政公益诉讼协作配合的意见',
    headName: '澧源区人民政府办公室',
    provisions: [
      { text: '为加强协作，现提出如下意见。' },
      { article: '第一条', text: '【联席会议】每半年召开一次联席会议。\n遇有需要的，可以召开专题会议。' },
      { article: '第二条', text: '各单位指定联络员。' },
    ],
    signers: [{ unit: '澧源区人民政府办公室', signer: '区长', signedOn: '2026-05-11' }, { unit: '澧源区人民检察院', signer: '检察长', signedOn: '2026-05-12' }],
    signature: '澧源区人民政府办公室\n澧源区人民检察院',
    effectiveOn: '2026-06-01',
    openness: '主动公开',
    indexNumber: 'LY-2026-009',
    mark: '参照公开文件编写的示例条款',
    sourceTitle: '某市《关于协作的意见》',
  },
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
