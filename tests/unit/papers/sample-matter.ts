/** The invented matter all samples tell of. */
export const procuratorate = { issuerName: '澧源区人民检察院', issuedOn: '2026-09-18' }
export const superior = { issuerName: '示范市人民检察院' }
export const water = { issuerName: '澧源区水利局', issuedOn: '2026-10-28' }
export const contact = { contactName: '覃望舒', contactPhone: '0799-5550101' }
export const letter = { documentTitle: '检察建议书', documentNumber: '澧源检行公建〔2026〕12号' }
export const caseTitle = '澧源区水利局不依法履行河道监管职责案'
export const handlers = ['覃望舒', '向知远']

export const facts =
  '澧水支流青石溪河段（青石桥至老码头，长约1.2公里）有三处砂石加工点，未取得河道采砂许可，在河道管理范围内堆放弃料约2600立方米，压占行洪断面。'
export const harm = '弃料侵占河道、阻碍行洪，汛期存在安全隐患，下游约400户居民受影响，公共利益处于受侵害状态。'
