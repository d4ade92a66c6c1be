import { canary } from './canaries'
import type { Ground } from './ground'

const { db } = await import('@/lib/platform/db')
const { act, person } = await import('@/prisma/seed/play/act')

const word = (text: string) => `${canary}${text}`

/** An opinion of the place in force, a question on it, and the draft of its revision. */
export async function opinionInForce(): Promise<Ground['charter']> {
  const drafter = 'liyuan.government'
  const id = await act(drafter, 'charter.draft', null, { title: word('河道协作意见'), start: 'blank' })
  await act(drafter, 'charter.setText', id, { text: `第一条　${word('河道巡查每年一次，结果通报各单位。')}` })
  const { id: provisionId } = await db.provision.findFirstOrThrow({ where: { charterId: id } })
  await act(drafter, 'charter.addObligation', id, { provisionId, kind: 'recurring', title: word('年度巡查'), owedBy: 'procuratorate', cycle: 'year' })
  const [office, government] = [(await person('liyuan.chief')).unitId, (await person(drafter)).unitId]
  await act(drafter, 'charter.setSigners', id, { first: government, second: office, interpreters: 'all' })
  await act(drafter, 'charter.startSigning', id)
  await act(drafter, 'charter.sign', id, { signerName: word('区长'), signedOn: '2026-03-16' })
  await act('liyuan.chief', 'charter.sign', id, { signerName: word('检察长'), signedOn: '2026-03-16' })
  await act(drafter, 'charter.publish', id, { number: '澧源政文〔2026〕3号', issuedOn: '2026-03-16', effectiveOn: '2026-03-16' })
  const questionId = await act('liyuan.court', 'charterQuestion.ask', null, { charterId: id, title: word('结果如何通报'), question: word('是否书面通报？') })
  const fulfilment = await db.fulfilment.findFirstOrThrow({ where: { charterId: id } })
  const draftId = await act(drafter, 'charter.draft', null, { title: word('河道协作意见修订'), start: id })
  return { id, obligationId: fulfilment.obligationId, fulfilmentId: fulfilment.id, questionId, draftId }
}
