import { unitIdOf } from '@/prisma/seed/fixture'
import type { Scene } from '@/prisma/seed/play/drawings'
import { enter, recordReporter, refer, approveReferral, register, type ClueStory } from '@/prisma/seed/play/clue'
import { storePicture, storeScan } from '@/prisma/seed/play/files'
import { at, later, type Story } from '@/prisma/seed/play/moments'
import { addDays, daysBetween } from '@/lib/engine/deadlines/local-date'
import { placeOf, type Matter } from './matter'

/** How a clue reached the office. */
export type Origin =
  | { readonly by: 'court'; readonly judgment: string }
  | { readonly by: 'body'; readonly login: string; readonly source: string; readonly detail?: string; readonly penalty?: 'no' | 'yes'; readonly lateBy?: number; readonly photo?: Scene }
  | { readonly by: 'office'; readonly source: string; readonly detail?: string; readonly own?: true; readonly reporter?: readonly [string, string] }
  | { readonly by: 'paper'; readonly unit: string; readonly source: string; readonly number: string; readonly detail?: string }

export const court = (judgment: string): Origin => ({ by: 'court', judgment })
export const body = (login: string, source = 'dutyFinding', more: Partial<Extract<Origin, { by: 'body' }>> = {}): Origin => ({ by: 'body', login, source, ...more })
export const office = (source: string, detail?: string, more: Partial<Extract<Origin, { by: 'office' }>> = {}): Origin => ({ by: 'office', source, ...(detail ? { detail } : {}), ...more })
export const paper = (unit: string, source: string, number: string): Origin => ({ by: 'paper', unit, source, number })

export type Told = Pick<Matter, 'agency' | 'domain' | 'title' | 'where' | 'facts' | 'harm'> & { readonly others?: readonly string[] }

export const storyOf = ({ title, domain, where, facts, harm, agency, others = [] }: Told, source: string, discoveredOn: string, sourceDetail?: string): ClueStory & { sourceDetail?: string } => ({
  title, source, domain, place: where, facts, harm, units: [agency, ...others], discoveredOn, ...(sourceDetail ? { sourceDetail } : {}),
})

/** Minutes of the morning that are the same for the same matter in every run. */
export const minuteOf = (text: string): string => String([...text].reduce((sum, sign) => (sum * 31 + sign.codePointAt(0)!) % 50, 7)).padStart(2, '0')

type Arrival = { readonly clueId: string; readonly on: string }

/** From the finding to the registration; a body that refers late says why. */
export async function* arrive(told: Told, origin: Origin, foundOn: string, lead: string, stopBefore?: 'register'): Story<Arrival> {
  const place = placeOf(told)
  const minute = minuteOf(told.title)
  switch (origin.by) {
    case 'court': {
      const on = later(foundOn, 2)
      yield at(on, `09:${minute}`)
      const clueId = await refer(`${place}.court`, storyOf(told, 'courtTrial', foundOn), { relatedJudgment: origin.judgment, materials: '民事判决书一份\n庭审笔录摘录' })
      yield at(later(on, 1), `10:${minute}`)
      await approveReferral(place, clueId)
      return yield* registered(place, clueId, lead, later(on, 2), stopBefore)
    }
    case 'body': {
      const on = origin.lateBy ? later(foundOn, 7 + origin.lateBy) : later(foundOn, 3)
      yield at(on, `09:${minute}`)
      const clueId = await refer(origin.login, storyOf(told, origin.source, foundOn, origin.detail), await accompanying(told, origin, on))
      return yield* registered(place, clueId, lead, later(on, 1), stopBefore)
    }
    case 'paper': {
      const on = later(foundOn, 4)
      yield at(on, `14:${minute}`)
      const clueId = await enter(`${place}.manager`, storyOf(told, origin.source, foundOn), lead, {
        onBehalfOfUnitId: unitIdOf(origin.unit), referredOn: addDays(on, -1), referralNumber: origin.number, materials: '来函原件',
      })
      return { clueId, on }
    }
    case 'office': {
      const on = later(foundOn, 1)
      yield at(on, `11:${minute}`)
      const clueId = await enter(origin.own ? lead : `${place}.manager`, storyOf(told, origin.source, foundOn, origin.detail), lead)
      if (origin.reporter) await recordReporter(`${place}.manager`, clueId, ...origin.reporter)
      return { clueId, on }
    }
  }
}

async function* registered(place: string, clueId: string, lead: string, on: string, stopBefore?: 'register'): Story<Arrival> {
  if (stopBefore) return { clueId, on }
  yield at(on, '14:20')
  await register(place, clueId, lead)
  return { clueId, on }
}

/** 处罚信息 where the place's own opinion asks for it, and the reason where the limit has passed. */
async function accompanying(told: Told, origin: Extract<Origin, { by: 'body' }>, on: string) {
  const late = origin.lateBy ? { lateReason: '发现后与相关科室核对事实，移送晚于规定期限。' } : {}
  const files = origin.photo ? { fileIds: [await storePicture(origin.login, { name: `${told.title} 现场`, scene: origin.photo, state: 'before' })] } : {}
  if (origin.penalty === 'no') return { ...late, ...files, penaltyKnown: 'no' as const, noPenaltyReason: '正在核查，尚未作出行政处罚。' }
  if (origin.penalty !== 'yes') return { ...late, ...files }
  const document = `岚安罚决〔${on.slice(0, 4)}〕${1 + (daysBetween('2024-01-01', on) % 90)}号`
  const fileId = await storeScan(origin.login, `行政处罚决定书 ${document}`, ['行政处罚决定书', document, told.facts])
  const penalty = { document, party: '某经营者', act: told.title, result: '责令改正，罚款五千元', basis: '有关行政法规', decidedOn: addDays(on, -1), fileId }
  return { ...late, ...files, penaltyKnown: 'yes' as const, penalty }
}
