import { canary } from './canaries'

const { db } = await import('@/lib/platform/db')
const { act, person } = await import('@/prisma/seed/play/act')

/** The leading group of the place, and the seat the agency confirmed; an expert of another body, and what the office asked about the first case. */
export type PlantedRoster = { roster: { groupId: string; seatId: string; appointmentId: string; engagementId: string } }

const word = (text: string) => `${canary}${text}`
const desk = 'liyuan.government'

export async function plantRoster(caseId: string): Promise<PlantedRoster> {
  const groupId = await act(desk, 'leadingGroup.found', null, { name: word('河道协作领导小组') })
  await act(desk, 'leadingGroup.addSeat', groupId, { rank: 'head', post: word('常务副区长'), unitId: (await person(desk)).unitId })
  await act(desk, 'leadingGroup.addMembers', groupId, { post: word('分管负责人'), unitIds: [(await person('liyuan.water.liaison')).unitId] })
  const seatOf = async (rank: string) => (await db.groupSeat.findFirstOrThrow({ where: { groupId, rank } })).id
  await act('liyuan.water.liaison', 'groupSeat.confirm', await seatOf('member'), { holderName: word('某人'), fromOn: '2025-01-06' })
  await act(desk, 'groupSeat.confirm', await seatOf('head'), { holderName: word('某人'), fromOn: '2025-01-06' })
  const home = 'liyuan.emergency.liaison'
  const appointmentId = await act(home, 'appointment.propose', null, {
    kind: 'expert', personId: (await person(home)).userId, post: word('工程师'), domain: 'environment', speciality: word('林地测量'), reason: word('从业多年'), fromOn: '2026-03-16', toOn: '2028-03-15',
  })
  await act('liyuan.head', 'appointment.accept', appointmentId)
  const engagementId = await act('liyuan.prosecutor', 'engagement.ask', null, { caseId, appointmentId, question: word('方量如何测算？'), untilOn: '2026-04-16' })
  return { roster: { groupId, seatId: await seatOf('member'), appointmentId, engagementId } }
}
