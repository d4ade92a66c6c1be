import { canary } from './canaries'

const { db } = await import('@/lib/platform/db')
const { act, person } = await import('@/prisma/seed/play/act')

/** The leading group of the place, and the seat the agency confirmed. */
export type PlantedRoster = { roster: { groupId: string; seatId: string } }

const word = (text: string) => `${canary}${text}`
const desk = 'liyuan.government'

export async function plantRoster(): Promise<PlantedRoster> {
  const groupId = await act(desk, 'leadingGroup.found', null, { name: word('河道协作领导小组') })
  await act(desk, 'leadingGroup.addSeat', groupId, { rank: 'head', post: word('常务副区长'), unitId: (await person(desk)).unitId })
  await act(desk, 'leadingGroup.addMembers', groupId, { post: word('分管负责人'), unitIds: [(await person('liyuan.water.liaison')).unitId] })
  const seatOf = async (rank: string) => (await db.groupSeat.findFirstOrThrow({ where: { groupId, rank } })).id
  await act('liyuan.water.liaison', 'groupSeat.confirm', await seatOf('member'), { holderName: word('某人'), fromOn: '2025-01-06' })
  await act(desk, 'groupSeat.confirm', await seatOf('head'), { holderName: word('某人'), fromOn: '2025-01-06' })
  return { roster: { groupId, seatId: await seatOf('member') } }
}
