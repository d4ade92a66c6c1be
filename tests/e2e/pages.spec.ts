import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { standOn } from '../support/doors/play'
import type { Ground } from '../support/doors/ground'
import { unit } from '../support/line'
import { lostOn, type Screen } from '../support/reflow'
import { expect, test } from '../support/server'

test.describe.configure({ mode: 'serial' })
test.use({ dataSet: 'ground' })

let ground: Ground

test.beforeAll(async ({ server }) => {
  ground = await standOn(server)
})

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** A telephone, 400 % and 200 % zoom (what is left of a screen of 1280 × 1024 and 1440 × 900), twice as large letters, a desk. */
const screens: readonly Screen[] = [
  { name: 'telephone', width: 390, height: 844 }, { name: '400 %', width: 320, height: 256 }, { name: '200 %', width: 720, height: 450 },
  { name: 'large letters', width: 1440, height: 900, letters: '200%' }, { name: 'desk', width: 1440, height: 900 },
]

/** What a person or their browser would trip over on this page; nothing, as it should be. */
async function faultsOf(page: Page, path: string, scheme: 'light' | 'dark' = 'light'): Promise<string[]> {
  const faults: string[] = []
  const hear = (text: string) => faults.push(`${path}: ${text}`)
  page.on('console', (message) => message.type() === 'error' && hear(message.text()))
  page.on('pageerror', (error) => hear(error.message))
  try {
    await page.emulateMedia({ colorScheme: scheme })
    const answer = await page.goto(path)
    if (answer?.status() !== 200) hear(`answers ${answer?.status()}`)
    if (path !== '/' && !(await page.title()).includes(' · ')) hear('has no title of its own')
    for (const screen of screens) for (const fault of await lostOn(page, screen)) hear(`${screen.name}: ${fault}`)
    // There are no frames: looked at in the page itself, without a second one.
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] }).withTags(standards).analyze()
    for (const { id, nodes } of violations) hear(`${scheme} ${id} at ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
  } finally {
    page.removeAllListeners('console')
    page.removeAllListeners('pageerror')
  }
  return faults
}

/** By who reads them, and where these are many by what they are about. */
const pagesOf: Record<string, () => string[]> = {
  'liyuan.prosecutor on clues, cases and letters': () => [
    '/', '/clues', '/clues/new', `/clues/${ground.running.clueId}`, `/clues/${ground.running.clueId}?tab=clocks`, '/cases', `/cases/${ground.running.caseId}`,
    `/cases/${ground.ready.caseId}?tab=material`, `/recommendations/new?case=${ground.ready.caseId}`, `/recommendations/${ground.inner.letterId}/edit`,
    '/recommendations', `/recommendations/${ground.running.letterId}`, `/recommendations/${ground.closed.letterId}`, `/recommendations/cycles/${ground.cycleId}`, `/look-backs/${ground.closed.lookBackId!}`,
    '/case-families', '/case-families/new', '/case-families/new?domain=environment', `/case-families/${ground.familyId}`,
  ],
  'liyuan.prosecutor on the opinion and its meetings': () => [
    '/charters', `/charters/${ground.charter.id}`, `/charters/${ground.charter.id}/ask`, `/charters/obligations/${ground.charter.obligationId}`,
    `/charters/fulfilments/${ground.charter.fulfilmentId}`, `/charters/questions/${ground.charter.questionId}`,
    '/bulletins', '/bulletins/new', '/bulletins/new?kind=quarterlyReport', '/bulletins/new?kind=workPlan', `/bulletins/${ground.bulletinId}`, '/action-items?side=given', '/action-items/new', `/action-items/${ground.itemId}`, '/meetings', '/meetings/new', '/meetings/calendar', `/meetings/${ground.meetingId}`, '/meetings/issues', '/meetings/office', '/roster/coverage', `/roster/units/${unit('water')}`, `/meetings/issues/${ground.issueId}`, '/meetings/observers', '/meetings/observers/new', `/meetings/observers/${ground.observerId}`,
  ],
  'liyuan.prosecutor on what units do together': () => [
    '/exchange', '/exchange?part=requests', '/exchange?part=uses', '/exchange/new?kind=caseInformation', `/exchange/${ground.dataItemId}`, `/exchange/requests/${ground.dataRequestId}`, '/powers', '/powers?show=all', `/powers/${ground.powerItemId}`,
    '/roster', `/roster/people/${ground.roster.appointmentId}`, `/roster/engagements/${ground.roster.engagementId}`, `/roster/engagements/new?case=${ground.running.caseId}`, '/roster/new?kind=secondment',
    '/undertakings', '/undertakings/new?kind=campaign', `/undertakings/${ground.disputeId}`, `/undertakings/${ground.reviewId}`, '/undertakings/risks', '/figures', '/figures/cases', '/outcomes', `/outcomes/${ground.outcomeId}`, `/outcomes/new?case=${ground.running.caseId}&kind=structuresRemoved`,
  ],
  'liyuan.prosecutor on the rest': () => [
    '/notices', '/search?q=建筑垃圾', '/calendar', '/rules', '/guide', '/account', '/account/password',
  ],
  'liyuan.manager': () => [
    '/letters', `/letters/${ground.letters.sharedId}`, `/letters/${ground.letters.draftId}`, '/letters/enter?kind=participationInvite',
  ],
  'liyuan.head': () => [`/letters/${ground.letters.draftId}`],
  'liyuan.prosecutor2': () => ['/letters/new', `/letters/new?kind=assistanceRequest&to=${ground.letters.receiverId}`],
  'liyuan.water.handler': () => [`/letters/${ground.letters.sharedId}`],
  'liyuan.chief': () => ['/', `/recommendations/${ground.inner.letterId}`],
  'liyuan.water.liaison': () => [`/case-families/${ground.familyId}`, '/', '/recommendations', `/recommendations/${ground.running.letterId}`, '/clues/new', '/meetings', `/meetings/${ground.meetingId}`, '/action-items', `/action-items/${ground.itemId}`, '/undertakings', `/undertakings/${ground.riskId}`],
  'liyuan.court': () => ['/', `/clues/${ground.running.clueId}`],
  'liyuan.admin': () => ['/', '/admin/users', '/admin/users/new', '/admin/deliveries', '/admin/imports', '/handovers', '/admin/units', '/admin/units/new', '/admin/settings', '/admin/regions', '/admin/regions/990101', '/admin/calendar', '/admin/upkeep'],
  'liyuan.government': () => ['/roster/groups/new', `/roster/groups/${ground.roster.groupId}`, `/roster/seats/${ground.roster.seatId}`, '/charters/new', `/charters/${ground.charter.draftId}`, `/charters/${ground.charter.draftId}/compare`, `/charters/${ground.charter.draftId}/obligation`, `/charters/${ground.charter.draftId}/obligation?way=event`],
  'liyuan.bureau': () => ['/powers/new', '/powers/imports'],
  'liyuan.audit': () => ['/admin/audit'],
}

for (const [whose, paths] of Object.entries(pagesOf))
  test(`pages of ${whose}: nothing for axe, no error, nothing lost on a small screen or enlarged, light or dark`, async ({ page, signIn }) => {
    test.setTimeout(240_000)
    await signIn(whose.split(' ')[0]!)
    const faults: string[] = []
    for (const [at, path] of paths().entries()) faults.push(...(await faultsOf(page, path, at % 2 === 0 ? 'light' : 'dark')))
    expect(faults).toEqual([])
  })

test('signed out: the sign-in page, and what is published', async ({ page }) => {
  for (const path of ['/sign-in', '/typical-cases']) expect(await faultsOf(page, path)).toEqual([])
})

for (const scripts of [true, false])
  test(`on a telephone the filters of a list are folded and what is chosen stands in words, ${scripts ? 'with' : 'without'} scripts`, async ({ page, signIn, browser, baseURL }) => {
    await signIn('liyuan.prosecutor')
    const context = await browser.newContext({ baseURL, javaScriptEnabled: scripts, viewport: { width: 390, height: 844 }, storageState: await page.context().storageState() })
    const phone = await context.newPage()
    await phone.goto('/clues')
    const bar = phone.getByRole('search', { name: '筛选' })
    const choice = bar.locator('select[name="stage"]')
    await expect(choice).not.toBeVisible()
    await bar.getByText('筛选', { exact: true }).first().click()
    await choice.selectOption('opened')
    await bar.locator('select[name="mine"]').selectOption('1')
    await bar.getByRole('button', { name: '筛选' }).click()
    await expect(phone).toHaveURL(/stage=opened/)
    await expect(choice).not.toBeVisible()
    await expect(bar.locator('summary')).toHaveText('筛选(2)')
    await expect(bar.getByRole('link', { name: /我承办的/ })).toBeVisible()
    await phone.setViewportSize({ width: 1440, height: 900 })
    await expect(choice).toBeVisible()
    await expect(bar.locator('summary')).not.toBeVisible()
    await context.close()
  })
