import { by, db } from './stage'

const { today } = await import('@/lib/platform/clock')
const { storeScan } = await import('@/prisma/seed/play/files')
const { unitIdOf } = await import('@/prisma/seed/fixture')

const drafter = 'menling.government'
const text = '第一条　【会议】每季度座谈一次。\n第二条　收到线索后五个工作日内登记。\n第三条　各单位可以提出解释请求。'
const article = async (charterId: string, name: string) => (await db.provision.findFirstOrThrow({ where: { charterId, article: name, dropped: false } })).id
const obligation = async (charterId: string, title: string) => (await db.obligation.findFirstOrThrow({ where: { charterId, title, dropped: false } })).id

/** An opinion drafted, sent back, signed, in force, asked about and repealed; its promises kept, used and waived. */
export async function opinions(): Promise<void> {
  const id = await by(drafter, 'charter.draft', null, { title: '关于深化协作的意见', start: 'blank' })
  await by(drafter, 'charter.describe', id, { title: '关于深化协作的意见', openness: 'public' })
  await by(drafter, 'charter.setText', id, { text })
  const terms = { owedBy: 'procuratorate' }
  await by(drafter, 'charter.addObligation', id, { ...terms, provisionId: await article(id, '第一条'), kind: 'recurring', title: '每季度座谈', cycle: 'quarter' })
  await by(drafter, 'charter.addObligation', id, { ...terms, provisionId: await article(id, '第一条'), kind: 'recurring', title: '每年总结', cycle: 'year' })
  await by(drafter, 'charter.addObligation', id, { ...terms, provisionId: await article(id, '第一条'), kind: 'recurring', title: '多余的一项', cycle: 'year' })
  await by(drafter, 'charter.addObligation', id, {
    ...terms, provisionId: await article(id, '第二条'), kind: 'event', title: '限期登记', startStep: 'clue.refer', amount: '5', unit: 'workingDay', keptBy: 'clue.register',
  })
  await by(drafter, 'charter.addObligation', id, { provisionId: await article(id, '第三条'), owedBy: 'agencies', kind: 'right', title: '移送线索', startStep: 'clue.refer' })
  await by(drafter, 'charter.changeObligation', id, { ...terms, obligationId: await obligation(id, '每年总结'), provisionId: await article(id, '第一条'), kind: 'recurring', title: '每年总结', cycle: 'year', dueDays: '30' })
  await by(drafter, 'charter.dropObligation', id, { obligationId: await obligation(id, '多余的一项'), reason: '重复登记。' })
  await by(drafter, 'charter.setSigners', id, { first: unitIdOf('menling.office'), second: unitIdOf('menling.weather'), third: unitIdOf('menling.procuratorate'), interpreters: 'firstTwo' })
  await by(drafter, 'charter.startSigning', id)
  await by(drafter, 'charter.reopen', id, { reason: '补充联络方式。' })
  await by(drafter, 'charter.startSigning', id)
  const day = today()
  await by(drafter, 'charter.sign', id, { signerName: '区长', signedOn: day })
  await by(drafter, 'charter.signOnPaper', id, { signerName: '气象局局长', signedOn: day, scanFileId: await storeScan(drafter, '会签页', ['气象局会签页']) })
  await by('menling.chief', 'charter.sign', id, { signerName: '检察长', signedOn: day })
  await by(drafter, 'charter.publish', id, { number: '门政文〔2026〕1号', issuedOn: day, effectiveOn: day })
  await promises(id)
  await question(id)
  await interpretedByOne()
  await by(drafter, 'charter.repeal', id, { endsOn: today(), reason: '并入工作方案。' })
  const given = await by(drafter, 'charter.draft', null, { title: '不再需要的一稿', start: 'blank' })
  await by(drafter, 'charter.withdraw', given, { reason: '内容已经并入其他文件。' })
}

async function promises(id: string): Promise<void> {
  const owed = async (title: string) => (await db.fulfilment.findFirstOrThrow({ where: { charterId: id, title, status: 'owed' } })).id
  await by('menling.prosecutor', 'fulfilment.keep', await owed('每季度座谈'), { keptOn: today(), note: '与各成员单位座谈，形成纪要。' })
  await by(drafter, 'fulfilment.waive', await owed('每年总结'), { reason: '由工作方案统一总结。' })
  const clue = await by('menling.water.liaison', 'clue.refer', null, {
    title: '青堰河岸倾倒渣土', source: 'dutyFinding', domain: 'environment', discoveredOn: today(), place: '青堰镇青堰河右岸', facts: '巡查发现右岸倾倒渣土约二百立方米，影响行洪安全。',
    harm: '河道行洪受到影响。', noSecrets: true, materials: '巡查记录', penaltyKnown: 'no', unitIds: [unitIdOf('menling.water')],
  })
  await by('menling.manager', 'clue.register', clue, { handlerId: (await db.user.findFirstOrThrow({ where: { login: 'menling.prosecutor' } })).id })
}

async function question(charterId: string): Promise<void> {
  const id = await by('menling.water.liaison', 'charterQuestion.ask', null, { charterId, title: '登记期限的起算', question: '五个工作日自何时起算？' })
  await by(drafter, 'charterQuestion.propose', id, { answer: '自线索送达之日的次日起算。' })
  await by('menling.weather.liaison', 'charterQuestion.agree', id, { confirmed: 'on' })
}

/** Whoever interprets alone answers at once. */
async function interpretedByOne(): Promise<void> {
  const id = await by(drafter, 'charter.draft', null, { title: '关于信息报送的意见', start: 'blank' })
  await by(drafter, 'charter.setText', id, { text: '第一条　每月报送一次办理情况，由区政府办公室汇总。' })
  await by(drafter, 'charter.setSigners', id, { first: unitIdOf('menling.office'), second: unitIdOf('menling.procuratorate'), interpreters: 'first' })
  await by(drafter, 'charter.startSigning', id)
  await by(drafter, 'charter.sign', id, { signerName: '区长', signedOn: today() })
  await by('menling.chief', 'charter.sign', id, { signerName: '检察长', signedOn: today() })
  await by(drafter, 'charter.publish', id, { number: '门政文〔2026〕2号', issuedOn: today(), effectiveOn: today() })
  const asked = await by('menling.water.liaison', 'charterQuestion.ask', null, { charterId: id, title: '报送的格式', question: '报送是否需要统一表格？' })
  await by(drafter, 'charterQuestion.propose', asked, { answer: '按附件表格报送。' })
}
