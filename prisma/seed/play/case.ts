import type { z } from 'zod'
import type { addEvidenceInput, closeInvestigationInput, enterLateInput, proposeConclusionInput, proposeSuspensionInput, recordConsultationInput, recordLookBackInput } from '@/lib/cases/schema'
import { today } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { unitIdOf, userIdOf } from '@/prisma/seed/fixture'
import { act, nameOf } from './act'

/** Who handles a matter: the office's place, its lead and the agency that owes. */
export type Parties = { readonly place: string; readonly lead: string; readonly agency: string }

export const assistantOf = ({ place }: Pick<Parties, 'place'>) => `${place}.assistant`
/** `liyuan.water` → the sign-in of its liaison: every body but the office itself has one. */
export const liaisonOf = ({ agency }: Pick<Parties, 'agency'>) => `${agency}.liaison`

/** Its people's posts as the fixture names them. */
export const receiverOf = async (parties: Parties) => ({ receivedBy: await nameOf(liaisonOf(parties)), receiverPost: '办公室副主任' })

export const addressOf = async (unitKey: string): Promise<string> =>
  (await db.unit.findUniqueOrThrow({ where: { id: unitIdOf(unitKey) }, select: { address: true } })).address

/** 送达人, two of them. */
export const servers = async (parties: Parties) => [await nameOf(parties.lead), await nameOf(assistantOf(parties))]

export const setTeam = (parties: Parties, caseId: string) =>
  act(parties.lead, 'case.setTeam', caseId, { leadProsecutorId: userIdOf(parties.lead), memberIds: [userIdOf(assistantOf(parties))] })

/** 送达立案决定书, handed over on the spot. */
export async function serveDecision(parties: Parties, caseId: string): Promise<string> {
  return act(parties.lead, 'case.serveDecision', caseId, {
    method: 'direct', servedOn: today(), address: await addressOf(parties.agency), servers: await servers(parties), ...(await receiverOf(parties)),
  })
}

export const addEvidence = (parties: Parties, caseId: string, input: Pick<z.input<typeof addEvidenceInput>, 'title' | 'proves' | 'kind'> & Partial<z.input<typeof addEvidenceInput>>) =>
  act(parties.lead, 'case.addEvidence', caseId, { obtainedOn: today(), obtainedFrom: '现场', obtainedBy: '本院办案人员二人', ...input })

type Talk = Pick<z.input<typeof recordConsultationInput>, 'topics' | 'agencyView' | 'agencyPlan'> & Partial<z.input<typeof recordConsultationInput>>

export async function consult(parties: Parties, caseId: string, talk: Talk): Promise<string> {
  const host = await nameOf(parties.lead)
  return act(parties.lead, 'case.recordConsultation', caseId, {
    heldOn: today(), form: 'symposium', place: '检察院圆桌会议室', host,
    procurators: [host, await nameOf(assistantOf(parties))], agencyPeople: [`${await nameOf(liaisonOf(parties))}（办公室副主任）`], ...talk,
  })
}

export const waiveConsultation = (parties: Parties, caseId: string, reason: string) => act(parties.lead, 'case.waiveConsultation', caseId, { reason })

export const closeInvestigation = (parties: Parties, caseId: string, input: z.input<typeof closeInvestigationInput>) =>
  act(parties.lead, 'case.closeInvestigation', caseId, input)

const effectsShown = {
  politicalEffect: '回应了群众反映的突出问题，增进了群众信任。', legalEffect: '行政机关依法履行职责，相关制度得到执行。', socialEffect: '受损的公共利益得到恢复，周边群众受益。',
}

/** 终结: proposed, reviewed, decided by three people. */
export const proposeConclusion = (parties: Parties, caseId: string, input: z.input<typeof proposeConclusionInput>) =>
  act(parties.lead, 'case.proposeConclusion', caseId, { ...(input.ground === 'noIllegality' ? {} : effectsShown), ...input })
export const reviewConclusion = ({ place }: Parties, caseId: string, opinion = '同意终结案件。') =>
  act(`${place}.head`, 'case.reviewConclusion', caseId, { opinion })
export const refuseConclusion = ({ place }: Parties, caseId: string, reason: string) => act(`${place}.chief`, 'case.refuseConclusion', caseId, { reason })

/** Answers the ids of the look-backs planned with it. */
export async function conclude({ place }: Parties, caseId: string): Promise<string[]> {
  await act(`${place}.chief`, 'case.conclude', caseId, { opinion: '同意终结案件。' })
  return (await db.lookBack.findMany({ where: { caseId }, orderBy: { plannedOn: 'asc' }, select: { id: true } })).map(({ id }) => id)
}

export const proposeSuspension = (parties: Parties, caseId: string, input: z.input<typeof proposeSuspensionInput>) =>
  act(parties.lead, 'case.proposeSuspension', caseId, input)
export const suspend = ({ place }: Parties, caseId: string) => act(`${place}.chief`, 'case.suspend', caseId, { opinion: '同意中止审查。' })
export const resume = ({ place }: Parties, caseId: string, causeGone: string) => act(`${place}.chief`, 'case.resume', caseId, { causeGone })
export const extendReview = ({ place }: Parties, caseId: string, reason: string) =>
  act(`${place}.chief`, 'case.extendReview', caseId, { reason, approvedBy: 'chief', approvedOn: today() })

type Late = Omit<z.input<typeof enterLateInput>, 'agencyId' | 'leadProsecutorId'>

/** 补录 by the case manager, from the paper file. */
export const enterLate = ({ place, lead, agency }: Parties, input: Late) =>
  act(`${place}.manager`, 'case.enterLate', null, { ...input, agencyId: unitIdOf(agency), leadProsecutorId: userIdOf(lead) })

export const recordLookBack = (parties: Parties, lookBackId: string, input: Pick<z.input<typeof recordLookBackInput>, 'result' | 'findings' | 'place'> & Partial<z.input<typeof recordLookBackInput>>) =>
  act(parties.lead, 'lookBack.record', lookBackId, { doneOn: today(), companion: '人民监督员一名、特邀检察官助理一名', ...input })
