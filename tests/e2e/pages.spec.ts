import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { heaviestScripts } from '@/scripts/bench/scripts.mjs'
import type { Ground } from '../support/doors/ground'
import { pagesOf } from '../support/doors/pages'
import { standOn } from '../support/doors/play'
import { lostOn, type Screen } from '../support/reflow'
import { expect, test } from '../support/server'

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

/** Kilobytes of script a page may bring, gzip. */
const mostScript = 200

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
    const script = await heaviestScripts(new URL(page.url()).origin, [(await answer?.text()) ?? ''])
    if (script > mostScript) hear(`brings ${Math.round(script)} kB of script`)
    if (path !== '/' && !(await page.title()).includes(' · ')) hear('has no title of its own')
    const broken = /Invalid Date|\bNaN\b|\bundefined\b|\[object /.exec(await page.locator('body').innerText())
    if (broken) hear(`says ${broken[0]}`)
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

for (const [whose, paths] of Object.entries(pagesOf))
  test(`pages of ${whose}: nothing for axe, no error, nothing lost on a small screen or enlarged, light or dark`, async ({ page, signIn }) => {
    test.setTimeout(240_000)
    await signIn(whose.split(' ')[0]!)
    const faults: string[] = []
    for (const [at, path] of paths(ground).entries()) faults.push(...(await faultsOf(page, path, at % 2 === 0 ? 'light' : 'dark')))
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
