import { by, db, on } from './stage'

const { unitIdOf } = await import('@/prisma/seed/fixture')
const { storeScan } = await import('@/prisma/seed/play/files')

const [writer, signer] = ['liyuan.prosecutor', 'liyuan.head']
const unit = (key: string) => unitIdOf(`liyuan.${key}`)
const content = '近期巡查情况和工作安排，请各单位研究落实。'
const draft = (kind: string, more: Record<string, unknown>) => by(writer, 'bulletin.draft', null, { kind, title: '工作情况通报', content, ...more })
const readingOf = async (bulletinId: string, key: string) => (await db.bulletinReading.findUniqueOrThrow({ where: { bulletinId_readerId: { bulletinId, readerId: unit(key) } } })).id

async function sent(id: string): Promise<string> {
  await by(signer, 'bulletin.approve', id, { approver: '柏知远' })
  await by(writer, 'bulletin.issue', id)
  return id
}

/** Bulletins through all their turns: written, sent back, issued, read, commented on, answered, closed. */
export async function bulletins(): Promise<void> {
  on('2026-03-06')
  const event = { knownOn: '2026-03-06', details: { level: 'major', place: '渔沟河' }, readerUnitIds: [unit('water')] }
  await by(writer, 'bulletin.discard', await draft('majorEvent', event), { reason: '情况不属实' })
  const first = await draft('majorEvent', event)
  await by(writer, 'bulletin.edit', first, { title: '油品泄漏情况通报', content, details: event.details, readerUnitIds: [unit('water')] })
  await by(signer, 'bulletin.approve', first, { approver: '柏知远' })
  await by(signer, 'bulletin.sendBack', first, { reason: '补充处置情况' })
  await sent(first)
  await by(writer, 'bulletin.addReader', first, { readerId: unit('housing') })
  const reading = await readingOf(first, 'water')
  await by('liyuan.water.liaison', 'bulletinReading.read', reading)
  await by('liyuan.water.leader', 'bulletinReading.readToo', reading)
  await by('liyuan.water.leader', 'bulletinReading.comment', reading, { kind: 'instruction', text: '请执法科立即核查。', authorName: '副局长', saidOn: '2026-03-06' })
  const { id: commentId } = await db.bulletinComment.findFirstOrThrow({ where: { readingId: reading } })
  await by('liyuan.water.liaison', 'bulletinReading.assign', reading, { commentId, ownerId: unit('water'), title: '核查泄漏来源' })
  await by(writer, 'bulletin.close', first, { note: '各单位已经阅知。' })
  await answers()
  await onPaper()
}

async function answers(): Promise<void> {
  const study = await readingOf(await sent(await draft('workNotice', { readerUnitIds: [unit('water')] })), 'water')
  await by('liyuan.water.liaison', 'bulletinReading.read', study)
  await by('liyuan.water.liaison', 'bulletinReading.answer', study, { outcome: 'studied', answer: '已研究并落实。' })
  await sent(await draft('caseAnalysis', { readerUnitIds: [unit('water')], details: { commonCause: '巡查不到位', commonDemand: '落实巡查制度' } }))
}

/** A body whose people have left: the office enters what came back on paper. */
async function onPaper(): Promise<void> {
  const id = await sent(await draft('workNotice', { readerUnitIds: [unit('civil')] }))
  await db.user.updateMany({ where: { unitId: unit('civil') }, data: { active: false } })
  const reading = await readingOf(id, 'civil')
  const scan = (title: string) => storeScan(writer, title, [title])
  await by(writer, 'bulletinReading.readOnBehalf', reading, { readOn: '2026-03-06', readerName: '谷秋实', scanFileId: await scan('阅知回执') })
  await by(writer, 'bulletinReading.commentOnBehalf', reading, { kind: 'opinion', text: '建议统一口径。', authorName: '谷秋实', saidOn: '2026-03-06', scanFileId: await scan('意见') })
  await by(writer, 'bulletinReading.answerOnBehalf', reading, { outcome: 'studied', answer: '已研究，增加巡查。', answeredOn: '2026-03-06', signerName: '谷秋实', scanFileId: await scan('反馈') })
}
