import { canary } from './canaries'

const { db } = await import('@/lib/platform/db')
const { newId } = await import('@/lib/platform/id')
const { act } = await import('@/prisma/seed/play/act')
const { unitIdOf } = await import('@/prisma/seed/fixture')

const word = (text: string) => `${canary}${text}`

/** An entry of the agency’s in the list of the place, and a doubt of the office’s about it. */
export async function listed(): Promise<string> {
  const itemId = await act('liyuan.water.liaison', 'powerItem.register', null, {
    domain: 'environment', matter: word('河道管理'), role: 'lead', powers: ['penalty', 'inspection'], duty: word('负责河道管理'), basis: word('防洪法第八条'), source: word('权责清单'), fromOn: '2026-01-01',
  })
  // Settled long ago: the law office has it neither on its desk nor among its notices.
  const [raisedByUnitId, settlerId, day] = [unitIdOf('liyuan.procuratorate'), unitIdOf('liyuan.justice'), new Date('2026-03-16')]
  await db.powerDoubt.create({
    data: { id: newId(), itemId, raisedByUnitId, settlerId, reason: word('职责界限不清'), raisedOn: day, result: 'stands', settledReason: word('以清单为准'), settledOn: day, settledSigner: word('柏知远') },
  })
  return itemId
}
