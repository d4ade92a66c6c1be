import type { Page } from '@playwright/test'
import { idOf as seedId } from '@/prisma/seed/names'
import type { Server } from './server'
import { photograph } from './photograph'
import { idOf, take, type Entry } from './walk'

/** One person after the other at one browser, with the clock in hand. */
export type Walk = { readonly page: Page; readonly server: Server; readonly signIn: (login: string) => Promise<void> }

export const unit = (key: string) => seedId(`unit:liyuan.${key}`)
export const person = (login: string) => seedId(`user:liyuan.${login}`)

/** Signs in as this person of 澧源区 and opens the page, at that moment. */
export async function be({ page, server, signIn }: Walk, login: string, path: string, at?: string): Promise<void> {
  if (at) server.clock.set(`${at}+08:00`)
  await signIn(`liyuan.${login}`)
  await page.goto(path)
}

type Entries = Readonly<Record<string, Entry>>

export type CaseStory = { readonly consultation: Entries; readonly closing: Entries }
export type LetterStory = { readonly fields: Entries; readonly demands: readonly Readonly<Record<string, string>>[] }

/** From the opened case to the day its investigation is closed. */
export async function investigate(walk: Walk, caseId: string, { consultation, closing }: CaseStory, on: string): Promise<void> {
  const { page } = walk
  await be(walk, 'prosecutor', `/cases/${caseId}`, `${on}T09:00:00`)
  await take(page, 'case.serveDecision', {
    method: 'direct', servedOn: on, address: '澧源区政务中心', servers: '检察官\n检察官助理', receivedBy: '办公室值班人员', receiverPost: '办公室',
  })
  await page.goto(`/cases/${caseId}`)
  await take(page, 'case.recordConsultation', {
    heldOn: on, form: 'symposium', place: '澧源区人民检察院', host: '承办检察官', procurators: '承办检察官\n检察官助理',
    agencyPeople: '分管负责人\n执法科负责人', ...consultation,
  })
  await page.goto(`/cases/${caseId}`)
  await take(page, 'case.addEvidence', {
    kind: 'inspection', title: '现场勘查照片', proves: '公共利益受侵害的事实', obtainedOn: on, obtainedFrom: '涉案现场', obtainedBy: '承办检察官、检察官助理',
    fileId: { files: [await photograph(`evidence-${caseId}`)] },
  })
  await page.goto(`/cases/${caseId}`)
  await take(page, 'case.closeInvestigation', { ...closing, proposal: 'recommend' })
}

/** Draws the letter up and brings it to its seal; answers its id. */
export async function issueLetter(walk: Walk, caseId: string, { fields, demands }: LetterStory, on: string): Promise<string> {
  const { page } = walk
  await be(walk, 'prosecutor', `/recommendations/new?case=${caseId}`, `${on}T10:00:00`)
  await take(page, 'recommendation.draft', {
    ...fields,
    ...Object.fromEntries(demands.flatMap((demand, index) => Object.entries(demand).map(([field, value]) => [`demands.${index}.${field}`, value]))),
  })
  const id = idOf(page)
  await page.goto(`/recommendations/${id}`)
  await take(page, 'recommendation.submit')
  await be(walk, 'head', `/recommendations/${id}`)
  await take(page, 'recommendation.review', { opinion: '同意制发检察建议。' })
  await be(walk, 'chief', `/recommendations/${id}`)
  await take(page, 'recommendation.approve', { opinion: '同意。' })
  await be(walk, 'manager', `/recommendations/${id}`)
  await take(page, 'recommendation.seal', { sealedOn: on })
  return id
}

/** An on-site check: a verdict for each of these demands. */
export async function check(walk: Walk, letterId: string, verdicts: Readonly<Record<string, 'met' | 'notMet'>>, on: string): Promise<void> {
  const { page } = walk
  await be(walk, 'prosecutor', `/recommendations/${letterId}`, `${on}T10:00:00`)
  const form = page.locator('form:has(input[name="$step"][value="recommendation.check"])')
  const rows = await form.locator('input[name^="items."][name$=".demandId"]').evaluateAll((inputs) =>
    inputs.map((input) => [(input as HTMLInputElement).value, (input as HTMLInputElement).name.split('.')[1]!] as const))
  const evidence = { files: [await photograph(`check-${letterId}-${on}`)] }
  const found: Record<string, Entry> = Object.fromEntries(rows.flatMap(([id, index]) => {
    const verdict = verdicts[id]
    return verdict ? [
      ...(verdict === 'met' ? [[`items.${index}.evidenceFileIds`, evidence]] : []),
      [`items.${index}.verdict`, verdict],
      [`items.${index}.findings`, verdict === 'met' ? '现场查看已经落实,调取的检测报告合格。' : '没有见到台账,也没有公示检测报告。'],
    ] : []
  }))
  await take(page, 'recommendation.check', {
    checkedOn: on, place: '涉案现场', method: 'onSite', companion: '检察官助理', harmState: '经现场核查,有关情况已核实。', conclusion: '逐项核查情况见上。', ...found,
  })
}

/** Proposed, reviewed, decided: three people (办案规则 5, 7, 74). */
export async function conclude(walk: Walk, caseId: string, on: string): Promise<void> {
  const { page } = walk
  await be(walk, 'prosecutor', `/cases/${caseId}`, `${on}T10:00:00`)
  await take(page, 'case.proposeConclusion', {
    ground: 'dutyPerformed', findings: '经跟进调查,检察建议所列事项均已整改到位。', harmState: '社会公共利益已得到有效保护。',
    reasons: '行政机关已全面采取整改措施依法履行职责。',
    politicalEffect: '回应了群众反映的突出问题。', legalEffect: '行政机关依法履行了职责。', socialEffect: '受损的公共利益得到恢复。',
  })
  await be(walk, 'head', `/cases/${caseId}`)
  await take(page, 'case.reviewConclusion', { opinion: '拟同意终结。' })
  await be(walk, 'chief', `/cases/${caseId}`)
  await take(page, 'case.conclude', { opinion: '同意终结案件。' })
}
