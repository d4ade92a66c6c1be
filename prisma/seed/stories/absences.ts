import { addDays } from '@/lib/engine/deadlines/local-date'
import { today } from '@/lib/platform/clock'
import { userIdOf } from '@/prisma/seed/fixture'
import { act } from '../play/act'
import { storeScan } from '../play/files'

/** Today in the demo: a prosecutor at a training, and a deputy director's signature passed on in writing. */
export async function playAbsences(): Promise<void> {
  const fromOn = today()
  await act('liyuan.head', 'absence.record', null, {
    userId: userIdOf('liyuan.prosecutor2'), replacementId: userIdOf('liyuan.prosecutor'), fromOn, toOn: addDays(fromOn, 9), reason: '参加上级院业务培训',
  })
  const document = '授权委托书（签发检察建议回复）'
  await act('liyuan.housing.leader', 'delegation.give', null, {
    delegateId: userIdOf('liyuan.housing.liaison'), role: 'agencyLeader', fromOn, toOn: addDays(fromOn, 29), document,
    fileId: await storeScan('liyuan.housing.leader', '授权委托书', [document, '本人因脱产学习，授权办公室副主任代行回复的审核签发。']),
  })
}
