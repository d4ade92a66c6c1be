import { by, db, on } from './stage'

const { storeScan } = await import('@/prisma/seed/play/files')

const [asks, holds] = ['liyuan.prosecutor', 'liyuan.water.liaison']
const entry = { title: '河道管理行政处罚信息', content: '本局作出的河道管理类行政处罚。', fields: '当事人名称\n处罚日期', cycle: 'month', form: 'file', sensitivity: 'inner', contact: '法规科' }

/** The catalogue and requests through all their turns. */
export async function exchange(): Promise<void> {
  on('2026-03-06')
  const item = await by(holds, 'dataItem.register', null, { ...entry, kind: 'penalties' })
  await by(holds, 'dataItem.revise', item, { ...entry, openTo: ['procuratorate'] })
  await by(holds, 'dataItem.confirm', item)
  const ask = () => by(asks, 'dataRequest.ask', null, { itemId: item, purpose: '核对前次处罚情况，判断是否履职。', wanted: '近三年处罚决定', matter: '渔沟河案件' })
  const used = await ask()
  await by(holds, 'dataRequest.provide', used, { answer: '同意提供。', fileIds: [await storeScan(holds, '处罚决定', ['处罚决定书'])] })
  await by(asks, 'dataRequest.use', used, { use: '核对是否执行到位。' })
  await by(asks, 'dataRequest.giveBack', used, { endedHow: 'filed', endedOn: '2026-03-06' })
  await by(holds, 'dataRequest.refuse', await ask(), { ground: 'notHeld', answer: '本局没有这些信息。' })
  await by(asks, 'dataRequest.withdraw', await ask(), { reason: '已经取得' })
  const onPaper = async (result: string) => ({ result, answer: '书面答复。', answeredOn: '2026-03-06', signerName: '谷秋实', scanFileId: await storeScan(asks, '书面答复', ['书面答复']) })
  await by(asks, 'dataRequest.answerOnPaper', await ask(), await onPaper('provided'))
  await by(asks, 'dataRequest.answerOnPaper', await ask(), { ...(await onPaper('refused')), ground: 'notOpen' })
  await by(holds, 'dataItem.withdraw', item, { reason: '改由市局统一提供' })
  await db.dataUse.findFirstOrThrow({ where: { requestId: used } })
}
