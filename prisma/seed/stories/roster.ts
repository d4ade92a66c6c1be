import { samples } from '@/lib/charters/rules/samples'
import { db } from '@/lib/platform/db'
import { unitIdOf } from '@/prisma/seed/fixture'
import { nameGiver } from '../names'
import { act, nameOf } from '../play/act'
import { at, later, type Story } from '../play/moments'
import { day } from './matter'

const posts = { agency: '分管执法工作的副局长', publicSecurity: '分管执法工作的副局长', finance: '分管执法工作的副局长', justiceBureau: '分管执法监督工作的副局长', court: '分管行政审判工作的副院长', township: '分管负责人' } as const
/** Not confirmed to this day, as happens. */
const silent = new Set(['labour', 'yunling'])

/** 澧源区: set up after the opinion, seats by post; the head changed once, two bodies have never confirmed. */
async function* leadingGroup(): Story {
  const place = 'liyuan'
  const { issuedOn, regionCode } = samples.find(({ key }) => key === place)!
  const desk = `${place}.government`
  const named = nameGiver()
  yield at(later(issuedOn, 17))
  const charter = await db.charter.findFirstOrThrow({ where: { regionCode, status: 'published' } })
  const id = await act(desk, 'leadingGroup.found', null, { name: '澧源区公益诉讼协作领导小组', charterId: charter.id })
  await act(desk, 'leadingGroup.addSeat', id, { rank: 'head', post: '常务副区长', unitId: unitIdOf(`${place}.office`) })
  await act(desk, 'leadingGroup.addSeat', id, { rank: 'deputy', post: '检察长', unitId: unitIdOf(`${place}.procuratorate`) })
  for (const [kind, post] of Object.entries(posts)) {
    const units = await db.unit.findMany({ where: { regionCode, kind, active: true }, orderBy: { name: 'asc' }, select: { id: true } })
    await act(desk, 'leadingGroup.addMembers', id, { post, unitIds: units.map((unit) => unit.id) })
  }
  yield at(later(issuedOn, 24))
  const seats = await db.groupSeat.findMany({ where: { groupId: id }, orderBy: { ordinal: 'asc' } })
  const [head, deputy, ...members] = seats
  const since = '2024-01-08'
  await act(desk, 'groupSeat.confirm', head!.id, { holderName: named('head.before'), fromOn: since })
  const chief = await db.user.findFirstOrThrow({ where: { login: `${place}.chief` } })
  await act(`${place}.head`, 'groupSeat.confirm', deputy!.id, { holderId: chief.id, fromOn: since })
  for (const { id: seatId, unitId } of members) {
    const { line, name } = await db.unit.findUniqueOrThrow({ where: { id: unitId }, select: { line: true, name: true } })
    const liaison = await db.user.findFirst({ where: { unitId, active: true, OR: [{ login: { endsWith: '.liaison' } }, { login: `${place}.court` }] } })
    if (!liaison || silent.has(liaison.login.split('.')[1]!)) continue
    const leader = await db.user.findFirst({ where: { unitId, active: true, login: { endsWith: '.leader' } } })
    await act(liaison.login, 'groupSeat.confirm', seatId, { ...(leader ? { holderId: leader.id } : { holderName: named(`${line ?? ''} ${name}`) }), fromOn: since })
  }
  yield at(day('2026-02-09'))
  await act(desk, 'groupSeat.replace', head!.id, { holderName: named('head.now'), fromOn: '2026-02-02', reason: '职务调整，由继任者接替' })
  yield at(day('2026-09-14'))
  await act('liyuan.forestry.liaison', 'groupSeat.replace', members.find(({ unitId }) => unitId === unitIdOf('liyuan.forestry'))!.id, {
    holderName: await nameOf('liyuan.forestry.liaison'), fromOn: '2026-09-07', reason: '分工调整',
  })
  yield at(day('2026-09-21'))
  await act(desk, 'leadingGroup.remindOpen', id, {})
}

export const rosterOf: Readonly<Record<string, () => Story[]>> = { liyuan: () => [leadingGroup()] }
