import { db } from '@/lib/platform/db'
import { unitIdOf } from '@/prisma/seed/fixture'
import { act, nameOf } from './act'

/** 议定事项: what, whose (`water`), within how many days, done after how many; without the last, still open. */
export type Resolved = readonly [text: string, owner: string, dueIn: number, doneAfter?: number]

export type Sitting = {
  readonly place: string
  readonly kind: string
  readonly title: string
  readonly members: readonly string[]
  readonly topics: readonly string[]
  readonly summary: string
  readonly resolved: readonly Resolved[]
}

const deskOf = (place: string) => `${place}.head`
const room = '检察院三楼会议室'
const host = async (place: string) => ({ hostName: await nameOf(`${place}.chief`), hostPost: '检察长' })
const when = { startsAt: '14:30', endsAt: '17:00', place: room }

export const plan = ({ place, kind, title }: Sitting): Promise<string> =>
  act(deskOf(place), 'meeting.plan', null, { kind, title, coDeskId: unitIdOf(`${place}.justice`) })

export async function propose({ place, kind, title }: Sitting, by: string, reason: string): Promise<string> {
  return act(`${place}.${by}.liaison`, 'meeting.propose', null, { kind, title, reason, deskId: unitIdOf(`${place}.procuratorate`) })
}

export const acceptProposal = (place: string, id: string): Promise<string> => act(deskOf(place), 'meeting.accept', id, { answer: '同意召开，请提前准备材料。' })

export async function convene({ place, members, topics }: Sitting, id: string, on: string): Promise<void> {
  await act(deskOf(place), 'meeting.setAgenda', id, { items: topics.map((title, index) => ({ title, order: String(index + 1) })) })
  await act(deskOf(place), 'meeting.invite', id, { ...when, ...(await host(place)), plannedOn: on, unitIds: members.map((key) => unitIdOf(`${place}.${key}`)) })
}

const rowsOf = (meetingId: string) => db.attendance.findMany({ where: { meetingId }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] })

/** Each unit names its deputy head and a stand-in; the last one says what it thinks beforehand, and is answered. */
export async function answerInvitation({ place, members }: Sitting, id: string): Promise<void> {
  const rows = await rowsOf(id)
  for (const key of members) {
    const row = rows.find(({ unitId }) => unitId === unitIdOf(`${place}.${key}`))!
    await act(`${place}.${key}.liaison`, 'attendance.name', row.id, {
      post: '副局长', personName: await nameOf(`${place}.${key}.leader`), standInPost: '办公室副主任', standInName: await nameOf(`${place}.${key}.liaison`),
    })
    if (key !== members.at(-1)) continue
    await act(`${place}.${key}.liaison`, 'attendance.giveOpinion', row.id, { opinion: '建议会议明确牵头单位和时间节点，便于各单位对照落实。' })
    await act(deskOf(place), 'attendance.answerOpinion', row.id, { opinionAnswer: '已列入议题，会上逐项明确。' })
  }
}

/** The first comes by a stand-in, everybody else as named. */
export async function sit({ place, members, summary, resolved }: Sitting, id: string, on: string, due: (days: number) => string): Promise<void> {
  const desk = deskOf(place)
  const stoodIn = unitIdOf(`${place}.${members[0]!}`)
  const rows = (await rowsOf(id)).map((row) => ({ attendanceId: row.id, came: row.unitId === stoodIn ? 'standIn' : 'present' }))
  await act(desk, 'meeting.hold', id, { heldOn: on, ...when, ...(await host(place)), recorder: await nameOf(`${place}.assistant`), rows })
  await act(desk, 'meeting.writeMinutes', id, { summary, resolutions: resolved.map(([text, owner, days]) => ({ text, ownerId: unitIdOf(`${place}.${owner}`), dueOn: due(days) })) })
}

export const issueMinutes = (place: string, id: string): Promise<string> => act(deskOf(place), 'meeting.close', id)

const taskOf = async (meetingId: string, text: string) => (await db.actionItem.findFirstOrThrow({ where: { sourceId: meetingId, content: text } })).id

export async function reportTask(place: string, meetingId: string, [text, owner]: Resolved): Promise<void> {
  await act(`${place}.${owner}.liaison`, 'actionItem.report', await taskOf(meetingId, text), { report: `${text}：已经按会议要求落实，相关文件已印发执行。` })
}

export async function confirmTask(place: string, meetingId: string, [text]: Resolved): Promise<void> {
  await act(deskOf(place), 'actionItem.confirm', await taskOf(meetingId, text), { answer: '同意办结。' })
}
