import { addDays } from '@/lib/engine/deadlines/local-date'
import { db } from '@/lib/platform/db'
import {
  decline, merge, propose, refer, register, resubmit, returnReferral, reviewClue, sendBackProposal, sendBackReferral, transfer, type Evaluation,
} from '@/prisma/seed/play/clue'
import { at, later, type Story } from '@/prisma/seed/play/moments'
import { unitIdOf } from '@/prisma/seed/fixture'
import { arrive, minuteOf, storyOf } from './course'
import { placeOf } from './matter'
import type { Fate, Minor } from './minor'

const asIt = (text: string) => text.replace(/。$/, '')

/** What the prosecutor proposes for a clue that opens no case. */
const proposals: Partial<Record<Fate, (minor: Minor) => Evaluation>> = {
  settled: ({ title, where }) => ({ outcome: 'decline', opinion: `经到${where}核实，主管部门已经依法处理，“${title}”所反映的情形已经整改，公共利益未持续受到侵害，建议不予立案。` }),
  unfounded: ({ facts }) => ({ outcome: 'decline', authenticity: '经核实，反映的主要事实没有证据支持。', opinion: `${asIt(facts)}。经现场查看和走访，没有发现所反映的违法事实，建议不予立案。` }),
  private: ({ harm }) => ({ outcome: 'decline', necessity: '属于个人之间或者个人权益争议。', opinion: `反映的事项是“${asIt(harm)}”，不涉及国家利益和社会公共利益，建议不予立案，告知当事人依法维权途径。` }),
  outside: ({ title }) => ({ outcome: 'decline', inDomain: 'no', opinion: `“${title}”不属于现行法律规定的公益诉讼办案领域，建议不予立案，转有关部门处理。` }),
  toAgency: ({ agency, where }) => ({ outcome: 'transfer', transferKind: 'agency', transferUnitId: unitIdOf(agency), opinion: `${where}的问题可由主管机关直接处理，尚无证据表明其不依法履职，建议移送主管机关处理。` }),
  toAuthority: ({ facts }) => ({ outcome: 'transfer', transferKind: 'authority', transferredTo: '公安机关', opinion: `${asIt(facts)}，可能涉嫌犯罪，建议移送公安机关处理。` }),
  toSuperior: () => ({ outcome: 'transfer', transferKind: 'superior', transferUnitId: unitIdOf('shifan.procuratorate'), opinion: '线索涉及多个区，由上级院统一办理更为适宜，建议报请上级院。' }),
}

/** The office the other place belongs to. */
const neighbours: Readonly<Record<string, string>> = { liyuan: 'jinli', lanan: 'menling' }

export async function* minor(story: Minor, foundOn: string): Story {
  const { fate } = story
  const place = placeOf(story)
  const lead = `${place}.${story.title.length % 2 ? 'prosecutor' : 'prosecutor2'}`
  const waits = fate === 'returned' || fate === 'resubmitted' || fate === 'unassigned' || fate === 'awaitingJudge' || fate === 'backToClerk'
  if (fate === 'awaitingJudge' || fate === 'backToClerk') return yield* inCourt(story, foundOn, place)
  const { clueId, on } = yield* arrive(story, story.origin, foundOn, lead, waits ? 'register' : undefined)
  if (fate === 'returned') return yield* sentBack(story, clueId, place, on)
  if (fate === 'resubmitted') {
    yield* sentBack(story, clueId, place, on)
    return yield* again(story, clueId, place, lead, later(on, 9))
  }
  if (waits || fate === 'fresh') return
  if (fate === 'evaluating') return yield* underWay(story, clueId, place, lead, on)
  yield* evaluated(story, clueId, place, lead, on)
}

/** Written by the clerk: it waits for the judge, or the judge wants it completed. */
async function* inCourt(story: Minor, foundOn: string, place: string): Story {
  if (story.origin.by !== 'court') throw new Error(`${story.title} does not come from a court`)
  yield at(later(foundOn, 1), '10:12')
  const clueId = await refer(`${place}.court`, storyOf(story, 'courtTrial', foundOn), { relatedJudgment: story.origin.judgment, materials: '民事判决书一份' })
  if (story.fate === 'awaitingJudge') return
  yield at(later(foundOn, 2), '16:18')
  await sendBackReferral(place, clueId, '请补充外墙脱落的次数、时间和物业报修记录后再报。')
}

async function* sentBack(story: Minor, clueId: string, place: string, on: string): Story {
  yield at(later(on, 1), '15:42')
  await returnReferral(place, clueId, { reason: '材料不全，未写明具体地点、责任主体和现有处理情况，请补充后再行移送。', supplements: '现场照片\n检查或者处理情况说明', proposedAddressee: '补充后仍由本院接收' })
}

async function* again(story: Minor, clueId: string, place: string, lead: string, on: string): Story {
  if (story.origin.by !== 'body') throw new Error(`${story.title} was not referred by a body`)
  yield at(on, '09:26')
  await resubmit(story.origin.login, clueId, storyOf({ ...story, facts: `${story.facts}现补充现场照片六张和情况说明。` }, story.origin.source, addDays(on, -14)))
  yield at(later(on, 1), '14:48')
  await register(place, clueId, lead)
  yield* evaluated({ ...story, fate: 'settled' }, clueId, place, lead, later(on, 1))
}

async function* evaluated(story: Minor, clueId: string, place: string, lead: string, on: string): Story {
  const minute = minuteOf(story.facts)
  yield at(later(on, 12), `10:${minute}`)
  if (story.fate === 'reconsidered') {
    await propose(lead, clueId, proposals.settled!({ ...story, fate: 'settled' }))
    yield at(later(on, 13), `10:${minute}`)
    await sendBackProposal(place, clueId, '请向司法局核实四件案卷的裁量理由后再提出意见。')
    yield at(later(on, 18), `15:${minute}`)
    await propose(lead, clueId, { outcome: 'decline', opinion: '已调阅四件案卷，司法局已下发执法监督意见，主管部门已自行纠正处罚，建议不予立案。' })
  } else await propose(lead, clueId, await proposalOf(story))
  yield at(later(on, 20), `11:${minute}`)
  await reviewClue(place, clueId)
  yield at(later(on, 22), `16:${minute}`)
  if (story.fate === 'merged') await merge(place, clueId)
  else if (story.fate.startsWith('to')) await transfer(place, clueId)
  else await decline(place, clueId)
  if (story.fate === 'toOffice') yield* takenOver(clueId, place, later(on, 22))
}

async function proposalOf(story: Minor): Promise<Evaluation> {
  if (story.fate === 'toOffice')
    return { outcome: 'transfer', transferKind: 'procuratorate', transferUnitId: unitIdOf(`${neighbours[placeOf(story)]}.procuratorate`), opinion: '违法行为发生地在邻区，建议移送有管辖权的检察院。', competence: '违法行为发生地不在本辖区。' }
  if (story.fate === 'merged') {
    const into = await db.clue.findFirstOrThrow({ where: { title: story.into, receiverUnitId: unitIdOf(`${placeOf(story)}.procuratorate`) }, orderBy: { createdAt: 'asc' } })
    return { outcome: 'merge', mergedIntoId: into.id, opinion: '与本院正在办理的线索系同一地点、同一事实，建议并案办理。' }
  }
  return proposals[story.fate]!(story)
}

/** Another office takes it up at once and decides on its own. */
async function* takenOver(clueId: string, place: string, on: string): Story {
  const there = neighbours[place]!
  const taken = await db.clue.findFirstOrThrow({ where: { transferredFromId: clueId }, select: { id: true } })
  yield at(later(on, 2), '10:36')
  await register(there, taken.id, `${there}.prosecutor`)
  yield at(later(on, 20), '15:22')
  await propose(`${there}.prosecutor`, taken.id, { outcome: 'decline', opinion: '经核实，当地生态环境部门已立案调查并清理，公共利益未持续受损，建议不予立案。' })
  yield at(later(on, 21), '10:44')
  await reviewClue(there, taken.id)
  yield at(later(on, 22), '16:02')
  await decline(there, taken.id)
}

/** Evaluated these days: as far as the days since it came allow. */
async function* underWay(story: Minor, clueId: string, place: string, lead: string, on: string): Story {
  yield at(later(on, 14), '10:55')
  await propose(lead, clueId, { agencies: [story.agency], opinion: `${asIt(story.facts)}，主管部门可能怠于履行职责，建议立案。` })
  yield at(later(on, 21), '15:12')
  await reviewClue(place, clueId)
}
