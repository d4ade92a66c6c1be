import { by, db, next, on } from './stage'

const { unitIdOf, userIdOf } = await import('@/prisma/seed/fixture')
const { storeScan } = await import('@/prisma/seed/play/files')

const desk = 'jinli.government'
const day = '2026-11-24'

/** A leading group with every turn a seat can take. */
export async function groups(): Promise<void> {
  on(day)
  const id = await by(desk, 'leadingGroup.found', null, { name: '津澧市公益诉讼协作领导小组' })
  await by(desk, 'leadingGroup.addSeat', id, { rank: 'deputy', post: '检察长', unitId: unitIdOf('jinli.procuratorate') })
  await by(desk, 'leadingGroup.addMembers', id, { post: '分管负责人', unitIds: [unitIdOf('jinli.water'), unitIdOf('jinli.congress')] })
  const seatOf = async (key: string) => (await db.groupSeat.findFirstOrThrow({ where: { groupId: id, unitId: unitIdOf(key) } })).id
  await by('jinli.water.liaison', 'groupSeat.confirm', await seatOf('jinli.water'), { holderId: userIdOf('jinli.water.leader'), fromOn: '2025-01-06' })
  await by('jinli.water.liaison', 'groupSeat.replace', await seatOf('jinli.water'), { holderName: '温清源', fromOn: '2026-11-23', reason: '职务调整' })
  await by('jinli.water.liaison', 'groupSeat.vacate', await seatOf('jinli.water'), { leftOn: day, reason: '退休' })
  await by(desk, 'groupSeat.remind', await seatOf('jinli.water'))
  await by(desk, 'leadingGroup.remindOpen', id)
  await by(desk, 'groupSeat.confirmOnPaper', await seatOf('jinli.congress'), {
    holderName: '温清源', fromOn: '2025-01-06', confirmedOn: day, signerName: '柏知远', scanFileId: await next(() => storeScan(desk, '确认函', ['确认函'])),
  })
  await by(desk, 'groupSeat.abolish', await seatOf('jinli.congress'), { reason: '机构撤并' })
  await by(desk, 'leadingGroup.dissolve', id, { reason: '并入其他机制' })
}
