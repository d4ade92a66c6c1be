import type { Actor } from '@/lib/platform/scope'
import { testDatabase } from '@/tests/support/database'

// Places and people of the demo, and a clock that stands.
const database = await testDatabase('fixture')
const { db } = await import('@/lib/platform/db')
const { holdClock, localDate } = await import('@/lib/platform/clock')
const { newId } = await import('@/lib/platform/id')
const { loadActor } = await import('@/lib/platform/actor')
const { scopeOf } = await import('@/lib/platform/scope')
const { unitIdOf, userIdOf } = await import('@/prisma/seed/fixture')
const { takeStep } = await import('@/lib/engine/procedure/take-step')
await import('@/lib/procedures')

export { database, db, localDate, newId, scopeOf, takeStep, unitIdOf, userIdOf }

export const atNoon = (day: string) => holdClock(new Date(`${day}T12:00:00+08:00`))

export const settle = () => atNoon('2026-05-11')

export const person = (login: string): Promise<Actor> => loadActor(userIdOf(login))

export async function take(login: string, step: string, id: string | null, input: unknown, requestId = newId()) {
  return takeStep(await person(login), step, id, input, { requestId })
}

/** Takes it and expects it to work. */
export async function done(login: string, step: string, id: string | null, input: unknown): Promise<string> {
  const answer = await take(login, step, id, input)
  if (!answer.ok) throw new Error(`${step}: ${answer.code} ${answer.reason ?? ''} ${JSON.stringify(answer.fields ?? answer.params ?? {})}`)
  return answer.id
}

export const clueOf = (id: string) => db.clue.findUniqueOrThrow({ where: { id }, include: { units: true, evaluations: true } })

export const clocksOf = async (id: string, duty: string) =>
  (await db.deadline.findMany({ where: { subjectId: id, duty }, orderBy: { id: 'asc' } })).map((row) => ({
    ...row, endOn: localDate(row.endOn), triggeredOn: localDate(row.triggeredOn), satisfiedOn: row.satisfiedOn ? localDate(row.satisfiedOn) : null,
  }))

export const papersOf = (id: string) =>
  db.paper.findMany({ where: { subjectId: id }, orderBy: { id: 'asc' }, select: { kind: true, number: true, zone: true, audience: true, issuerUnitId: true } })

export const linesOf = (id: string) =>
  db.auditEvent.findMany({ where: { subjectType: 'clue', subjectId: id }, orderBy: { seq: 'asc' }, select: { action: true, result: true, reason: true, after: true } })

export const tanks = {
  title: '江畔花园小区二次供水水箱未清洗消毒', source: 'courtTrial', domain: 'foodAndDrug', discoveredOn: '2026-05-08',
  place: '临江街道江畔花园小区', facts: '审理物业服务合同纠纷时查明，小区二次供水水箱两年未清洗消毒，水箱盖未上锁。', harm: '三百余户居民饮用水安全受到威胁。',
  noSecrets: true, materials: '民事判决书\n水质检测报告', relatedJudgment: '（2026）示范0101民初12号物业服务合同纠纷',
}

export const river = {
  title: '雁洲镇河道排放养殖废水', source: 'dutyFinding', domain: 'environment', discoveredOn: '2026-05-08', place: '雁洲镇雁洲河下游左岸',
  facts: '巡查发现养殖场未经处理的废水经暗管排入雁洲河，水体发黑。', harm: '约一公里河道水质下降。', noSecrets: true, materials: '巡查记录',
  penaltyKnown: 'no',
}

const words = {
  authenticity: '线索有判决书和现场照片，内容属实。', verifiability: '地点和责任单位明确，可以查明。', necessity: '饮水安全涉及不特定多数人，有必要办理。',
  inDomain: 'yes', competence: '行政机关为本区行政机关，由本院管辖。', opinion: '建议依法办理。',
}

export const proposal = {
  open: (...agencies: string[]) => ({ ...words, outcome: 'open', agencyIds: agencies.map(unitIdOf), duty: '负责生活饮用水卫生监督管理。' }),
  decline: { ...words, outcome: 'decline', opinion: '水箱已经清洗消毒，公共利益已经得到保护。' },
  merge: (into: string) => ({ ...words, outcome: 'merge', mergedIntoId: into }),
  transferTo: (unit: string) => ({ ...words, outcome: 'transfer', transferKind: 'procuratorate', transferUnitId: unitIdOf(unit) }),
}

/** A court's clue, approved by its judge. */
export async function referred(input: object = {}): Promise<string> {
  const id = await done('liyuan.court', 'clue.refer', null, { ...tanks, ...input })
  await done('liyuan.judge', 'clue.approveReferral', id, {})
  return id
}

export async function registered(input: object = {}): Promise<string> {
  const id = await referred(input)
  await done('liyuan.manager', 'clue.register', id, { handlerId: userIdOf('liyuan.prosecutor') })
  return id
}

/** As far as the chief's desk. */
export async function reviewed(propose: object): Promise<string> {
  const id = await registered()
  await done('liyuan.prosecutor', 'clue.propose', id, propose)
  await done('liyuan.head', 'clue.review', id, { opinion: '同意。' })
  return id
}
