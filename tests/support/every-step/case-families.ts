import { by, db } from './stage'

const { storeScan } = await import('@/prisma/seed/play/files')
const { unitIdOf, userIdOf } = await import('@/prisma/seed/fixture')

const [lead, head] = ['liyuan.prosecutor', 'liyuan.head']

/** 类案 through all its turns: formed, changed, raised, closed, followed again. */
export async function families(): Promise<void> {
  const own = await db.caseFile.findMany({ where: { procuratorateId: unitIdOf('liyuan.procuratorate') }, orderBy: { id: 'asc' }, take: 3, select: { id: true } })
  const [first, second, third] = own.map(({ id }) => id)
  const id = await by(lead, 'caseFamily.form', null, {
    title: '河道堆放类案', domain: 'environment', cause: '巡查制度没有落实。', demand: '建立巡查通报制度。', leadId: userIdOf(lead), caseIds: [first, second],
  })
  await by(lead, 'caseFamily.addCases', id, { caseIds: [third] })
  await by(lead, 'caseFamily.removeCase', id, { caseId: third, reason: '情形不同' })
  await by(lead, 'caseFamily.revise', id, { cause: '巡查和处置没有衔接。', demand: '建立巡查、处置通报制度。', reason: '补充剖析' })
  await by(head, 'caseFamily.setLead', id, { leadId: userIdOf('liyuan.prosecutor2') })
  await by(lead, 'caseFamily.raise', id, { title: '河道堆放治理意见', content: '请研究采纳，并书面反馈。', readerUnitIds: [unitIdOf('liyuan.water')], caseIds: [first] })
  const { id: bulletinId } = await db.bulletin.findFirstOrThrow({ where: { familyId: id } })
  await by(head, 'bulletin.approve', bulletinId, { approver: '柏知远' })
  await by(lead, 'bulletin.issue', bulletinId)
  await by('liyuan.prosecutor2', 'caseFamily.close', id, { result: 'institution', finding: '巡查通报制度已经印发。', fileIds: [await storeScan('liyuan.prosecutor2', '制度文本', ['巡查通报制度'])] })
  await by(head, 'caseFamily.reopen', id, { reason: '同类案件再次发生', caseId: third })
  // For whoever hands everything over later.
  await by(head, 'caseFamily.setLead', id, { leadId: userIdOf(lead) })
}
