import { addDays } from '@/lib/engine/deadlines/local-date'
import { findSource } from '@/lib/clues/rules/dictionaries'
import { localDate, today } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { harmSignsIn } from './harm-signs'
import {
  addEvidence, closeInvestigation, conclude, consult, proposeConclusion, recordLookBack, reviewConclusion, serveDecision, setTeam, type Parties,
} from '@/prisma/seed/play/case'
import { open, propose, reviewClue } from '@/prisma/seed/play/clue'
import { storePicture } from '@/prisma/seed/play/files'
import { powersOf } from '@/prisma/seed/play/powers'
import { at, later, workday, type Story } from '@/prisma/seed/play/moments'
import { unitIdOf } from '@/prisma/seed/fixture'
import { arrive, minuteOf, type Origin } from './course'
import { lawOn, placeOf, type Matter } from './matter'

export type CasePlot = {
  readonly origin: Origin
  /** The day on which the letter would reach the agency: all before it is counted back from there. */
  readonly received: string
  readonly second?: true
  readonly lookBack?: 'held' | 'relapsed' | 'open'
}

export const partiesOf = (matter: Matter, second?: true): Parties =>
  ({ place: placeOf(matter), lead: `${placeOf(matter)}.${second ? 'prosecutor2' : 'prosecutor'}`, agency: matter.agency })

/** So many days before or after the receipt, on a working day. */
export const around = (received: string, days: number): string => workday(addDays(received, days))

export type Opened = { readonly parties: Parties; readonly caseId: string; readonly clueId: string }

/** From the clue to 立案; with several agencies their cases open on one day. */
export async function* openedCase(matter: Matter, { origin, received, second }: CasePlot, others: readonly string[] = []): Story<Opened> {
  const parties = partiesOf(matter, second)
  const minute = minuteOf(matter.title)
  const { clueId } = yield* arrive({ ...matter, others }, origin, around(received, -66), parties.lead)
  yield at(around(received, -50), `10:${minute}`)
  await propose(parties.lead, clueId, {
    agencies: [matter.agency, ...others], powerItemIds: await powersOf(matter), duty: matter.duty, legalBasis: lawOn(matter, today()).join('\n'), harmSigns: harmSignsIn(matter),
    preliminary: `经到${matter.where}初步核实，${matter.harm}`, opinion: `${matter.failure}行政机关可能不依法履行职责，建议立案。`,
  })
  yield at(around(received, -48), `15:${minute}`)
  await reviewClue(parties.place, clueId)
  yield at(around(received, -46), `16:${minute}`)
  await open(parties.place, clueId, parties.lead)
  return { parties, clueId, caseId: await caseOf(clueId, matter.agency) }
}

export async function caseOf(clueId: string, agency: string): Promise<string> {
  return (await db.caseFile.findUniqueOrThrow({ where: { clueId_agencyId: { clueId, agencyId: unitIdOf(agency) } }, select: { id: true } })).id
}

/** 送达立案决定书、调取证据、磋商. */
export async function* investigated(matter: Matter, { parties, caseId }: Pick<Opened, 'parties' | 'caseId'>, received: string): Story {
  const minute = minuteOf(matter.where)
  yield at(around(received, -45), `09:${minute}`)
  await setTeam(parties, caseId)
  yield at(around(received, -41), `10:${minute}`)
  await serveDecision(parties, caseId)
  yield at(around(received, -37), `15:${minute}`)
  const fileId = await storePicture(parties.lead, { name: `${matter.title} 勘验照片`, scene: matter.scene, state: 'before' })
  await addEvidence(parties, caseId, { kind: 'inspection', title: `${matter.where}现场勘验笔录及照片`, proves: matter.facts, obtainedFrom: matter.where, fileId })
  yield at(around(received, -31), `10:${minute}`)
  await addEvidence(parties, caseId, { kind: 'documentary', title: '行政机关职责文件、检查记录和工单复印件', proves: matter.failure, obtainedFrom: '被调查单位' })
  yield at(around(received, -24), `15:${minute}`)
  await consult(parties, caseId, {
    topics: `${matter.title}的事实、损害后果和整改方案。`, agencyView: '对现场事实没有异议，认可存在监管不到位的情形。', agencyPlan: matter.plan,
  })
}

export async function closed(matter: Matter, { parties, caseId }: Pick<Opened, 'parties' | 'caseId'>, proposal: 'recommend' | 'conclude', opinion: string): Promise<void> {
  await closeInvestigation(parties, caseId, {
    investigation: `现场勘验${matter.where}，调取执法和工单材料，询问有关人员，听取行政机关意见。`, duty: matter.duty, failure: matter.failure,
    causation: `行政机关未依法充分履行职责，与“${matter.harm.replace(/。$/, '')}”之间存在因果关系。`, legalBasis: lawOn(matter, today()).join('\n'), proposal, opinion,
  })
}

type Ending = { readonly ground: 'dutyPerformed' | 'interestProtected' | 'noIllegality' | 'other'; readonly findings: string; readonly harmState: string; readonly reasons: string }

/** 终结: proposed, reviewed, decided; the look-back comes when its day comes. */
export async function* concluded(matter: Matter, { parties, caseId }: Pick<Opened, 'parties' | 'caseId'>, on: string, ending: Ending, lookBack: CasePlot['lookBack'] = 'held'): Story {
  yield at(on, '09:40')
  await proposeConclusion(parties, caseId, ending)
  yield at(later(on, 1), '15:10')
  await reviewConclusion(parties, caseId)
  yield at(later(on, 2), '16:05')
  const [planned] = await conclude(parties, caseId)
  if (planned && lookBack !== 'open') yield* lookedBack(matter, parties, planned, lookBack)
}

async function* lookedBack(matter: Matter, parties: Parties, id: string, result: 'held' | 'relapsed'): Story {
  const { plannedOn } = await db.lookBack.findUniqueOrThrow({ where: { id }, select: { plannedOn: true } })
  yield at(workday(addDays(localDate(plannedOn), -6)), '10:15')
  if (result === 'held')
    await recordLookBack(parties, id, { result, place: matter.where, findings: `再次到${matter.where}查看，原有问题没有反弹，长效措施正在执行，走访群众表示满意。` })
  else
    await recordLookBack(parties, id, {
      result, place: matter.where, findings: `再次到${matter.where}查看，部分点位问题重新出现：${matter.facts.slice(0, 60)}等情形又有发生。`, harm: matter.harm, noSecrets: true,
    })
}

export const caseSource = (source: string): string => `${findSource(source)?.paper ?? '本院在履行职责中发现线索后'}，经评估依法立案，现已调查终结`

/** A matter that the consultation settled. */
export async function* settled(matter: Matter, plot: CasePlot, others: readonly string[] = []): Story {
  const opened = yield* openedCase(matter, plot, others)
  yield* settledFrom(matter, opened, plot)
}

export async function* settledFrom(matter: Matter, opened: Opened, { received, lookBack }: CasePlot): Story {
  yield* investigated(matter, opened, received)
  yield at(around(received, 4), '10:20')
  const fileId = await storePicture(opened.parties.lead, { name: `${matter.title} 整改后`, scene: matter.scene, state: 'after' })
  await addEvidence(opened.parties, opened.caseId, { kind: 'inspection', title: '磋商后现场复查笔录及照片', proves: `行政机关已按磋商意见整改：${matter.plan}`, obtainedFrom: matter.where, fileId })
  yield at(around(received, 6), '15:30')
  await closed(matter, opened, 'conclude', '磋商后行政机关已依法全面履行职责，建议终结案件。')
  yield* concluded(matter, opened, around(received, 8), {
    ground: 'dutyPerformed', findings: `磋商后，行政机关${matter.plan.replace(/。$/, '')}，经复查属实。`, harmState: '受损害的公共利益已经得到恢复。',
    reasons: '行政机关经磋商已经依法全面履行职责，符合终结案件的情形。',
  }, lookBack)
}

/** A matter found to need no letter: what threatened is gone, or no fault was found. */
export async function* dropped(matter: Matter, plot: CasePlot, ground: 'interestProtected' | 'noIllegality', reasons: string): Story {
  const opened = yield* openedCase(matter, plot)
  yield* investigated(matter, opened, plot.received)
  yield at(around(plot.received, -10), '15:30')
  await closed(matter, opened, 'conclude', reasons)
  yield* concluded(matter, opened, around(plot.received, -8), { ground, findings: reasons, harmState: '经复查，公共利益未再受到侵害。', reasons: `${reasons}符合终结案件的情形。` }, plot.lookBack)
}

/** A matter under investigation: it stands where its day puts it. */
export async function* running(matter: Matter, plot: CasePlot): Story {
  const opened = yield* openedCase(matter, plot)
  yield* investigated(matter, opened, plot.received)
  yield at(around(plot.received, -13), '15:20')
  await closed(matter, opened, 'recommend', '行政机关未依法充分履行职责，公益仍受侵害，建议提出检察建议。')
}
