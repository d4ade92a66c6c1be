import type { LetterKind } from '@/lib/letters/rules'
import { by, next, on } from './stage'

const { letterKinds } = await import('@/lib/letters/rules')
const cooperation = await import('@/prisma/seed/play/cooperation')
const { storeScan } = await import('@/prisma/seed/play/files')
const { unitIdOf, userIdOf } = await import('@/prisma/seed/fixture')

const bodyOf: Readonly<Record<string, string>> = { procuratorate: 'jinli.procuratorate', agency: 'jinli.water', ruleOfLawOffice: 'jinli.ruleOfLaw' }

const filled = (fields: LetterKind['fields']) => Object.fromEntries(fields.map(({ key, input }) => [key, input === 'date' ? '2026-11-25' : '示例内容']))

/** Any kind, from its entry of the facts alone. */
const letterOf = (kind: LetterKind) => ({
  kind: kind.key, from: bodyOf[kind.from[0]!] ?? 'jinli.water', to: kind.to.includes('agency') && kind.from[0] !== 'agency' ? 'jinli.water' : 'jinli.procuratorate',
  title: '渔沟河堆场', content: '渔沟河左岸堆放建筑垃圾约三百立方米，请研究办理。', details: filled(kind.fields),
  ...(kind.points === 'required' ? { points: ['采砂许可台账', '近两年巡河记录'] } : {}),
})
const answerTo = (kind: LetterKind) => ({
  outcome: kind.outcomes[0]!.key, answer: '已安排人员办理，情况如下。', details: filled(kind.answerFields), ...(kind.points === 'required' ? { pointAnswers: ['随函移交三份。', '随函移交。'] } : {}),
})

async function sent(kind: LetterKind): Promise<{ id: string; from: string; to: string }> {
  const letter = letterOf(kind)
  const id = await next(() => cooperation.write(letter))
  const { writes, signs, keeps } = await cooperation.handsOf(letter.from)
  await by(writes, 'letter.submit', id)
  await by(signs, 'letter.approve', id, { opinion: '同意发函。', approver: '示例' })
  await by(keeps, 'letter.issue', id)
  return { id, from: letter.from, to: letter.to }
}

async function answered(kind: LetterKind, { id, to }: { id: string; to: string }): Promise<void> {
  await next(() => cooperation.draftAnswer(to, id, answerTo(kind)))
  await next(() => cooperation.signAnswer(to, id))
}

/** The handler passes a letter on with what else is open, and gets it back. */
async function passOn(): Promise<void> {
  const body = 'liyuan.water'
  const id = await next(() => cooperation.write({ ...letterOf(of('assistanceRequest')), from: 'liyuan.procuratorate', to: body }))
  await by('liyuan.prosecutor', 'letter.submit', id)
  await by('liyuan.head', 'letter.approve', id, { opinion: '同意发函。', approver: '示例' })
  await by('liyuan.manager', 'letter.issue', id)
  await next(() => cooperation.signFor(body, id))
  await next(() => cooperation.nameHandler(body, id))
  const [handler, liaison] = [userIdOf(`${body}.handler`), userIdOf(`${body}.liaison`)]
  await by(`${body}.leader`, 'handover.make', null, { fromUserId: handler, toUserId: liaison, reason: '外出学习' })
  await by('liyuan.admin', 'handover.make', null, { fromUserId: liaison, toUserId: handler, reason: '学习结束' })
}

/** Every kind through its whole life; then what happens beside the way. */
export async function lettersBetweenBodies(): Promise<void> {
  on('2026-11-24')
  for (const kind of letterKinds) {
    const { id, from, to } = await sent(kind)
    await next(() => cooperation.signFor(to, id))
    await next(() => cooperation.nameHandler(to, id))
    await answered(kind, { id, to })
    if (kind.finding) {
      const asking = await cooperation.handsOf(from)
      await by(asking.writes, 'letter.askAgain', id, { question: '请告知参加人员。' })
      await answered(kind, { id, to })
      await by('jinli.prosecutor', 'letter.recordFinding', id, { findingOn: '2026-11-24', finding: '现场发现一处暗管，当场责令封堵。', findingResult: 'solved' })
    }
    await next(() => cooperation.close(from, id, '感谢支持。', kind.used ? 'used' : undefined))
  }
  await beside()
  await passOn()
  await onPaper()
}

const of = (key: string) => letterKinds.find((kind) => kind.key === key)!

async function beside(): Promise<void> {
  const advice = of('adviceRequest')
  const dropped = await next(() => cooperation.write(letterOf(advice)))
  const { title, content, details } = letterOf(advice)
  await by('jinli.prosecutor', 'letter.edit', dropped, { title: `${title}（修改稿）`, content, details })
  await by('jinli.prosecutor', 'letter.submit', dropped)
  await by('jinli.head', 'letter.sendBack', dropped, { reason: '请写明咨询的具体问题。' })
  await by('jinli.prosecutor', 'letter.discard', dropped, { reason: '已当面沟通。' })
  const { id, to } = await sent(advice)
  await by('jinli.water.liaison', 'letter.returnLetter', id, { reason: '该问题由生态环境部门负责。', proposedUnitId: unitIdOf('jinli.environment') })
  await by('jinli.manager', 'letter.insist', id, { reason: '河道内堆放由贵单位负责，请提出意见。' })
  await next(() => cooperation.signFor(to, id))
  await by('jinli.water.handler', 'letter.say', id, { text: '请提供采样位置图。' })
  await by('jinli.prosecutor', 'letter.say', id, { text: '位置图已发送。' })
  await next(() => cooperation.draftAnswer(to, id, answerTo(advice)))
  await by('jinli.water.leader', 'letter.sendBackAnswer', id, { reason: '请补充依据。' })
  await by('jinli.head', 'letter.withdraw', id, { reason: '案件已终结，不再需要。' })
}

async function onPaper(): Promise<void> {
  const keeper = async (unit: string) => (await cooperation.handsOf(unit)).keeps
  for (const kind of letterKinds) {
    const { id, from, to } = await sent(kind)
    const login = await keeper(from)
    const paper = async (name: string) => ({ signerName: '示例', scanFileId: await storeScan(login, name, [name]) })
    await by(login, 'letter.signForOnBehalf', id, { receivedOn: '2026-11-24', ...(await paper('签收回执')) })
    if (kind.key === 'assistanceRequest')
      await by(login, 'letter.answerOnBehalf', id, { ...cooperation.answerOf(answerTo(kind)), number: '津澧水函〔2026〕88号', answeredOn: '2026-11-24', ...(await paper('复函')) })
    const receiver = await keeper(to)
    const { points, kind: key, title, content, details } = letterOf(kind)
    await by(receiver, 'letter.enter', null, {
      kind: key, title, content, details, ...(points ? { points: points.join('\n') } : {}), senderId: unitIdOf(senderOnPaper[kind.from[0]!]!), number: `来函〔2026〕${kind.key}号`, issuedOn: '2026-11-24', receivedOn: '2026-11-24',
      signerName: '示例', scanFileId: await storeScan(receiver, '来函', ['来函']),
    })
  }
}

const senderOnPaper: Readonly<Record<string, string>> = { procuratorate: 'jinli.procuratorate', agency: 'jinli.maoxi', ruleOfLawOffice: 'jinli.ruleOfLaw' }
