import { z } from 'zod'
import type { Actor } from '@/lib/platform/scope'
import { testDatabase } from '@/tests/support/database'

// Places and people of the demo, a clock that stands, and a way to take nested steps alone.
const database = await testDatabase('fixture')
const { db } = await import('@/lib/platform/db')
const { holdClock, dateColumn } = await import('@/lib/platform/clock')
const { newId } = await import('@/lib/platform/id')
const { loadActor } = await import('@/lib/platform/actor')
const { unitToken } = await import('@/lib/platform/scope')
const { roles } = await import('@/lib/platform/roles')
const { unitIdOf, userIdOf } = await import('@/prisma/seed/fixture')
const { takeStep } = await import('@/lib/engine/procedure/take-step')
const { declareProcedure, practice } = await import('@/lib/engine/procedure/declare')
const { allow, defineFeature } = await import('@/lib/engine/procedure/feature')
const { findFeature, registerFeature } = await import('@/lib/engine/procedure/registry')
await import('@/lib/procedures')

registerFeature(defineFeature({
  procedure: declareProcedure({
    name: 'probe', states: ['done'], final: ['done'],
    steps: {
      take: {
        from: 'new', to: ['done'], by: roles, basis: [practice('test')],
        input: z.object({ step: z.string(), id: z.string().nullable(), input: z.record(z.string(), z.unknown()) }),
      },
    },
  }),
  subject: { type: 'probe', lock: async () => null, move: async () => 1 },
  policy: () => allow,
  effects: {
    take: async ({ take, input, actor }: { take: (...of: unknown[]) => Promise<{ id: string }>; input: Probe; actor: Actor }) => ({
      id: (await take(input.step, input.id, input.input)).id, regionCode: actor.regionCode, title: 'probe', audience: [],
    }),
  },
  href: () => '/',
}))

type Probe = { step: string; id: string | null; input: unknown }

export { database, db, findFeature, loadActor, newId, unitIdOf, userIdOf }

export const atNoon = (day: string) => holdClock(new Date(`${day}T12:00:00+08:00`))

export const settle = () => atNoon('2026-05-11')

export const person = (login: string): Promise<Actor> => loadActor(userIdOf(login))

export async function take(login: string, step: string, id: string | null, input: unknown) {
  return takeStep(await person(login), step, id, input, { requestId: newId() })
}

/** Takes it and expects it to work. */
export async function done(login: string, step: string, id: string | null, input: unknown): Promise<string> {
  const answer = await take(login, step, id, input)
  if (!answer.ok) throw new Error(`${step}: ${answer.code} ${answer.reason ?? ''} ${JSON.stringify(answer.fields ?? answer.params ?? {})}`)
  return answer.id
}

export const nested = (login: string, step: string, id: string | null, input: unknown) => take(login, 'probe.take', null, { step, id, input })

export const procuratorate = () => unitIdOf('liyuan.procuratorate')
export const water = () => unitIdOf('liyuan.water')

export async function makeClue(): Promise<string> {
  const id = newId()
  await db.clue.create({
    data: {
      id, regionCode: '990101', number: `线索${id}`, title: '渔沟河岸建筑垃圾', source: 'courtTrial', domain: 'environment',
      discoveredOn: dateColumn('2026-05-06'), place: '渔沟河左岸', facts: '河岸堆放建筑垃圾约三百立方米，未见清运。', harm: '侵占河道，影响行洪。',
      senderUnitId: unitIdOf('liyuan.court'), receiverUnitId: procuratorate(), enteredById: userIdOf('liyuan.court'), status: 'reviewed',
      audience: [unitToken(procuratorate())], createdAt: new Date(), updatedAt: new Date(),
    },
  })
  return id
}

export const opened = async (clueId: string, agencyId = water()): Promise<string> => {
  const answer = await nested('liyuan.chief', 'case.open', null, { clueId, agencyId, leadProsecutorId: userIdOf('liyuan.prosecutor') })
  if (!answer.ok) throw new Error(`case.open: ${answer.code} ${answer.reason ?? ''} ${JSON.stringify(answer.fields ?? {})}`)
  return answer.id
}

export const service = (servedOn: string) => ({
  method: 'direct', servedOn, address: '澧源区示例路1号', servers: ['温清源', '柏知远'], receivedBy: '谷秋实', receiverPost: '办公室副主任',
})

export const evidence = {
  kind: 'inspection', title: '现场勘验笔录', proves: '河岸堆放建筑垃圾', obtainedOn: '2026-05-13', obtainedFrom: '渔沟河左岸', obtainedBy: '温清源、柏知远',
}

export const consultation = {
  heldOn: '2026-05-14', form: 'symposium', place: '本院会议室', host: '温清源', procurators: ['温清源'], agencyPeople: ['谷秋实', '桑立夏'],
  topics: '河岸建筑垃圾未清运，影响行洪。', agencyView: '情况属实。', agencyPlan: '一个月内清运完毕并复绿。',
}

export const closing = (proposal: 'recommend' | 'conclude') => ({
  investigation: '现场勘验、询问沿岸村民并调取执法卷宗。', duty: '水行政主管部门负责河道管理范围内的监督管理。', failure: '接到反映后未查处。',
  causation: '未查处致使垃圾持续侵占河道。', legalBasis: ['《中华人民共和国防洪法》第二十二条'], proposal, opinion: '公益仍在受损。',
})

/** As far as a closed investigation. */
export async function investigated(proposal: 'recommend' | 'conclude' = 'recommend'): Promise<string> {
  const id = await opened(await makeClue())
  await done('liyuan.prosecutor', 'case.serveDecision', id, service('2026-05-11'))
  await done('liyuan.prosecutor', 'case.addEvidence', id, { ...evidence, obtainedOn: '2026-05-11' })
  await done('liyuan.prosecutor', 'case.recordConsultation', id, { ...consultation, heldOn: '2026-05-11' })
  await done('liyuan.prosecutor', 'case.closeInvestigation', id, closing(proposal))
  return id
}

/** A letter of this case as it stands once the agency has it. */
export async function makeLetter(caseId: string, receivedOn: string, rectificationEndOn: string, status = 'received'): Promise<{ id: string; demandId: string }> {
  const id = newId()
  const demandId = newId()
  await db.recommendation.create({
    data: {
      id, regionCode: '990101', number: `澧源检建〔2026〕${id.slice(-6)}号`, title: '检察建议书', caseId, procuratorateId: procuratorate(), agencyId: water(),
      authorId: userIdOf('liyuan.prosecutor'), domain: 'environment', sourceText: '', harmFacts: '', dutyFindings: '', legalBasis: '', contact: '',
      copies: [], receivedOn: dateColumn(receivedOn), rectificationEndOn: dateColumn(rectificationEndOn), status,
      audience: [unitToken(procuratorate()), unitToken(water())], createdAt: new Date(), updatedAt: new Date(),
      demands: { create: { id: demandId, ordinal: 1, fault: '垃圾未清运', basis: '防洪法', measure: '依法查处并督促清运', proofWanted: '照片' } },
    },
  })
  return { id, demandId }
}

/** As far as the follow-up of a letter received on 2026-08-01, whose 整改期限 ends after the National Day holidays. */
export async function following(): Promise<{ id: string; letterId: string; demandId: string }> {
  const id = await investigated()
  atNoon('2026-08-01')
  const letter = await makeLetter(id, '2026-08-01', '2026-10-08')
  await probe('liyuan.chief', 'case.recommend', id, { recommendationId: letter.id })
  await probe('liyuan.prosecutor', 'case.follow', id, { recommendationId: letter.id, rectificationEndOn: '2026-10-08' })
  return { id, letterId: letter.id, demandId: letter.demandId }
}

async function probe(login: string, step: string, id: string, input: unknown): Promise<void> {
  const answer = await nested(login, step, id, input)
  if (!answer.ok) throw new Error(`${step}: ${answer.code} ${answer.reason ?? ''}`)
}

export async function check(letterId: string, demandId: string, verdict: string, round = 1): Promise<void> {
  await db.checkResult.create({
    data: {
      id: newId(), recommendationId: letterId, demandId, round, checkedOn: dateColumn('2026-10-10'), place: '渔沟河左岸',
      checkedById: userIdOf('liyuan.prosecutor'), companion: '特邀检察官助理', verdict, findings: '现场垃圾已清运，岸坡已复绿。', evidenceFileIds: [],
      recordedAt: new Date(),
    },
  })
}

export const conclusion = (ground: string) => ({
  ground, findings: '行政机关已查处并督促清运，现场核查属实。', harmState: '河道已恢复行洪。', reasons: '公益已经得到保护，符合终结案件的情形。',
  politicalEffect: '回应了群众反映的突出问题。', legalEffect: '行政机关依法履行了职责。', socialEffect: '河道恢复行洪，群众受益。',
})

/** The clock of a duty, newest first. */
export const clockOf = async (subjectId: string, duty: string) => {
  const row = await db.deadline.findFirst({ where: { subjectId, duty }, orderBy: { id: 'desc' } })
  if (!row) throw new Error(`no clock ${duty}`)
  return { ...row, endOn: row.endOn.toISOString().slice(0, 10), triggeredOn: row.triggeredOn.toISOString().slice(0, 10) }
}

export const papersOf = async (subjectId: string) =>
  (await db.paper.findMany({ where: { subjectId }, orderBy: { createdAt: 'asc' } })).map(({ kind, zone, number }) => ({ kind, zone, number }))
