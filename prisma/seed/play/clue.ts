import type { z } from 'zod'
import { db } from '@/lib/platform/db'
import { today } from '@/lib/platform/clock'
import type { enterInput, proposeInput, referInput, returnInput } from '@/lib/clues/schema'
import { unitIdOf, userIdOf } from '@/prisma/seed/fixture'
import { act } from './act'

/** What a clue tells; units by key (`liyuan.water`). */
export type ClueStory = Pick<z.input<typeof referInput>, 'title' | 'source' | 'domain' | 'place' | 'facts' | 'harm'> & {
  readonly units?: readonly string[]
  readonly discoveredOn?: string
}

const told = ({ units = [], discoveredOn = today(), ...story }: ClueStory) =>
  ({ ...story, discoveredOn, unitIds: units.map(unitIdOf), noSecrets: true })

type Extra<S extends z.ZodType> = Partial<z.input<S>>

/** 移送: by a court's clerk, a liaison, the justice bureau or the government office. */
export const refer = (login: string, story: ClueStory, more: Extra<typeof referInput> = {}) =>
  act(login, 'clue.refer', null, { materials: '情况说明一份', ...told(story), ...more })

export const resubmit = (login: string, clueId: string, story: ClueStory, more: Extra<typeof referInput> = {}) =>
  act(login, 'clue.resubmit', clueId, { materials: '补充情况说明一份', ...told(story), ...more })

export const approveReferral = (place: string, clueId: string) =>
  act(`${place}.judge`, 'clue.approveReferral', clueId, { opinion: '事实清楚，同意移送。' })

export const sendBackReferral = (place: string, clueId: string, reason: string) => act(`${place}.judge`, 'clue.sendBackReferral', clueId, { reason })

/** The office's own find, or what came by hotline, from the press or on paper. */
export const enter = (login: string, story: ClueStory, handler: string, more: Extra<typeof enterInput> = {}) =>
  act(login, 'clue.enter', null, { ...told(story), handlerId: userIdOf(handler), ...more })

export const register = (place: string, clueId: string, handler: string, remark?: string) =>
  act(`${place}.manager`, 'clue.register', clueId, { handlerId: userIdOf(handler), ...(remark ? { remark } : {}) })

export const returnReferral = (place: string, clueId: string, input: z.input<typeof returnInput>) =>
  act(`${place}.manager`, 'clue.returnReferral', clueId, input)

export const recordReporter = (login: string, clueId: string, name: string, contact: string) =>
  act(login, 'clue.recordReporter', clueId, { name, contact, statement: '要求保密。' })

export type Evaluation = Pick<z.input<typeof proposeInput>, 'opinion'> & Partial<z.input<typeof proposeInput>> & { readonly agencies?: readonly string[] }

/** 评估: what the prosecutor finds and proposes. */
export const propose = (handler: string, clueId: string, { agencies = [], ...input }: Evaluation) =>
  act(handler, 'clue.propose', clueId, {
    authenticity: '来源明确，反映的地点、时间和事实具体，经初步核对属实。', verifiability: '有现场可以勘验，有执法材料和人员可以调取、询问。',
    necessity: '损害仍在持续，涉及不特定多数人的利益，有必要办理。', inDomain: 'yes', competence: '违法行为发生在本辖区，由本院管辖。',
    outcome: 'open', agencyIds: agencies.map(unitIdOf), ...input,
  })

export const reviewClue = (place: string, clueId: string, opinion = '评估意见事实清楚，同意报检察长决定。') =>
  act(`${place}.head`, 'clue.review', clueId, { opinion })

export const sendBackProposal = (place: string, clueId: string, reason: string) => act(`${place}.head`, 'clue.sendBack', clueId, { reason })

/** 立案: one case an agency; answers the cases' ids in the order of the agencies. */
export async function open(place: string, clueId: string, lead: string, decisionNumbers?: string): Promise<string[]> {
  await act(`${place}.chief`, 'clue.open', clueId, { opinion: '同意立案。', leadProsecutorId: userIdOf(lead), ...(decisionNumbers ? { decisionNumbers } : {}) })
  const cases = await db.caseFile.findMany({ where: { clueId }, orderBy: { id: 'asc' }, select: { id: true } })
  return cases.map(({ id }) => id)
}

export const decline = (place: string, clueId: string) => act(`${place}.chief`, 'clue.decline', clueId, { opinion: '同意不予立案。' })
export const transfer = (place: string, clueId: string) => act(`${place}.chief`, 'clue.transfer', clueId, { opinion: '同意移送。' })
export const merge = (place: string, clueId: string) => act(`${place}.chief`, 'clue.merge', clueId, { opinion: '同意并案办理。' })
