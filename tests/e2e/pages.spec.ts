import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { play } from '../support/doors/play'
import type { Ground } from '../support/doors/ground'
import { expect, test } from '../support/server'

test.describe.configure({ mode: 'serial' })
// It plays a line of its own.
test.use({ alone: 'pages' })

let ground: Ground

test.beforeAll(({ server }) => {
  test.setTimeout(300_000)
  ground = play(server)
  server.clock.set('2026-03-17T10:00:00+08:00')
})

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const telephone = { width: 390, height: 844 }
const desk = { width: 1440, height: 900 }

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
    for (const size of [telephone, desk]) {
      await page.setViewportSize(size)
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
      if (wider > 0) hear(`is ${wider} px wider than ${size.width}`)
    }
    const { violations } = await new AxeBuilder({ page }).withTags(standards).analyze()
    for (const { id, nodes } of violations) hear(`${scheme} ${id} at ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
  } finally {
    page.removeAllListeners('console')
    page.removeAllListeners('pageerror')
  }
  return faults
}

const pagesOf: Record<string, () => string[]> = {
  'liyuan.prosecutor': () => [
    '/', '/clues', '/clues/new', `/clues/${ground.running.clueId}`, `/clues/${ground.running.clueId}?tab=clocks`, '/cases', `/cases/${ground.running.caseId}`,
    `/cases/${ground.ready.caseId}?tab=material`, `/recommendations/new?case=${ground.ready.caseId}`, `/recommendations/${ground.inner.letterId}/edit`,
    '/recommendations', `/recommendations/${ground.running.letterId}`, `/recommendations/${ground.closed.letterId}`, `/look-backs/${ground.closed.lookBackId!}`,
    '/notices', '/search?q=建筑垃圾', '/calendar', '/rules', '/guide', '/account', '/account/password',
  ],
  'liyuan.chief': () => ['/', `/recommendations/${ground.inner.letterId}`],
  'liyuan.water.liaison': () => ['/', '/recommendations', `/recommendations/${ground.running.letterId}`, '/clues/new'],
  'liyuan.court': () => ['/', `/clues/${ground.running.clueId}`],
  'liyuan.admin': () => ['/', '/admin/users', '/admin/users/new', '/admin/imports', '/handovers', '/admin/units', '/admin/units/new', '/admin/settings', '/admin/regions', '/admin/regions/990101', '/admin/calendar', '/admin/upkeep'],
  'liyuan.audit': () => ['/admin/audit'],
}

for (const [login, paths] of Object.entries(pagesOf))
  test(`pages of ${login}: nothing for axe, no error, no wider than the screen, light or dark`, async ({ page, signIn }) => {
    test.setTimeout(240_000)
    await signIn(login)
    const faults: string[] = []
    for (const [at, path] of paths().entries()) faults.push(...(await faultsOf(page, path, at % 2 === 0 ? 'light' : 'dark')))
    expect(faults).toEqual([])
  })

test('signed out: the sign-in page', async ({ page }) => {
  expect(await faultsOf(page, '/sign-in')).toEqual([])
})
