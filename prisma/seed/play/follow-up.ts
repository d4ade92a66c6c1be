import { countRunning } from '@/lib/duty-cycles/data'
import { today } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import type { CheckVerdict } from '@/lib/recommendations/schema'
import { act } from './act'
import type { Parties } from './case'
import type { Scene } from './drawings'
import { storePicture } from './files'
import { demandsOf } from './handling'

export type Finding = { readonly ordinal: number; readonly verdict: CheckVerdict; readonly findings: string }
export type Visit = {
  readonly place: string
  readonly scene: Scene
  readonly findings: readonly Finding[]
  readonly companion?: string
  readonly harmState?: string
  readonly conclusion?: string
  readonly nextStep?: string
}

/** 现场核查: each finding with a photograph of the office's own. */
export async function check(parties: Parties, letterId: string, visit: Visit): Promise<string> {
  const demands = await demandsOf(letterId)
  const items = []
  for (const { ordinal, verdict, findings } of visit.findings) {
    const picture = await storePicture(parties.lead, {
      name: `${visit.place} 核查 建议${ordinal}`, scene: visit.scene, state: verdict === 'met' ? 'after' : 'before',
    })
    items.push({ demandId: demands.find((each) => each.ordinal === ordinal)?.id, verdict, findings, evidenceFileIds: [picture] })
  }
  const met = visit.findings.every(({ verdict }) => verdict === 'met')
  return act(parties.lead, 'recommendation.check', letterId, {
    checkedOn: today(), place: visit.place, method: 'onSite', companion: visit.companion ?? '“益心为公”志愿者一名', items,
    harmState: visit.harmState ?? (met ? '受损害的公共利益已经得到恢复。' : '受损害的公共利益尚未完全恢复。'),
    conclusion: visit.conclusion ?? (met ? '建议事项已经落实。' : '部分建议事项尚未落实，继续跟进。'),
    ...(visit.nextStep ? { nextStep: visit.nextStep } : {}), ...(await dutiesRun(items) ? { dutiesGoOn: true } : {}),
  })
}

/** 要求补充回复 on these demands. */
export async function askAgain(parties: Parties, letterId: string, ordinals: readonly number[], reason: string): Promise<string> {
  const demands = await demandsOf(letterId)
  return act(parties.lead, 'recommendation.askAgain', letterId, { demandIds: demands.filter(({ ordinal }) => ordinals.includes(ordinal)).map(({ id }) => id), reason })
}

/** 定期履职 of a demand found met goes on, and the check says so. */
async function dutiesRun(items: readonly { demandId: string | undefined; verdict: CheckVerdict }[]): Promise<boolean> {
  const met = items.flatMap(({ demandId, verdict }) => (verdict === 'met' && demandId ? [demandId] : []))
  return (await countRunning(db, { demandIds: met })) > 0
}
