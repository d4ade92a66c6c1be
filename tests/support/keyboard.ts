import { expect, type Page } from '@playwright/test'
import type { Entry } from './walk'

/** Where the focus stands. `fault`: it is nowhere, cannot be seen there, or went back in the page. */
export type Stop = {
  readonly tag: string; readonly kind: string; readonly name: string; readonly value: string; readonly checked: boolean; readonly text: string; readonly id: string
  /** The step of the form it belongs to, and whether it is a fold with something wanted inside. */
  readonly step: string; readonly folds: boolean; readonly sends: boolean; readonly fault: string | null
}

type Wanted = { readonly step: string; readonly names: readonly string[] }
const nothing: Wanted = { step: '', names: [] }

async function look(page: Page, wanted: Wanted = nothing): Promise<Stop> {
  return page.evaluate(({ step, names }) => {
    const here = document.activeElement as HTMLElement
    const kept = window as unknown as { lastStop?: Element }
    const last = kept.lastStop
    kept.lastStop = here
    const { outlineStyle, outlineWidth } = getComputedStyle(here)
    const { left, top, right, bottom } = here.getBoundingClientRect()
    // Nothing may lie over all of it, such as the bar on top.
    const seen = [0.1, 0.5, 0.9].some((part) => {
      const [x, y] = [left + (right - left) * part, Math.max(1, top) + (Math.min(bottom, innerHeight - 1) - Math.max(1, top)) * part]
      const hit = document.elementFromPoint(Math.min(x, left + 200), y)
      return hit !== null && (here.contains(hit) || hit.contains(here))
    })
    const label = `${here.tagName.toLowerCase()} ${here.getAttribute('name') ?? ''} "${(here.textContent ?? '').trim().slice(0, 30)}"`
    const fault =
      here === document.body ? `the focus is nowhere, after ${last?.outerHTML.slice(0, 160)}, still there: ${last?.isConnected}`
      : outlineStyle === 'none' || parseFloat(outlineWidth) < 2 ? `no outline: ${label}`
      : !seen ? `out of sight: ${label}`
      : last?.isConnected && last !== here && last !== document.body && !(last.compareDocumentPosition(here) & Node.DOCUMENT_POSITION_FOLLOWING) ? `back in the page: ${label}`
      : null
    const form = here.closest('form')
    const details = here.tagName === 'SUMMARY' ? here.closest('details') : null
    const holds = (within: Element) => within.querySelector(`[name="$step"][value="${step}"]`) !== null
    const folds = details !== null && !details.open && (holds(details) || (form !== null && holds(form) && names.some((name) => details.querySelector(`[name="${CSS.escape(name)}"]`))))
    const control = here as HTMLInputElement
    return {
      tag: here.tagName.toLowerCase(), kind: control.type ?? '', name: (control.name ?? '').replace(/^\$upload\./, '').replace(/\[\]$/, ''), value: control.value ?? '',
      checked: control.checked ?? false, text: (here.textContent ?? '').trim(), id: here.id, fault, folds,
      step: form?.querySelector<HTMLInputElement>('[name="$step"]')?.value ?? '', sends: here.matches('button[type="submit"], button.button-primary'),
    }
  }, wanted)
}

/** One press of Tab; it leads on, to something that shows that it is there. */
export async function tab(page: Page, wanted?: Wanted): Promise<Stop> {
  await page.keyboard.press('Tab')
  const stop = await look(page, wanted)
  expect(stop.fault).toBeNull()
  return stop
}

const longestWay = 200

export async function tabTo(page: Page, is: (stop: Stop) => boolean): Promise<Stop> {
  for (let n = 0; n < longestWay; n += 1) {
    const stop = await tab(page)
    if (is(stop)) return stop
  }
  throw new Error(`not reached in ${longestWay} steps`)
}

export const press = (page: Page, ...keys: readonly string[]) => keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve())
export const focused = (page: Page) => page.evaluate(() => ({ id: document.activeElement?.id ?? '', text: document.activeElement?.textContent ?? '' }))

/** The first stop of every page is the way past all that is the same on each. */
export async function skipToMain(page: Page): Promise<void> {
  expect((await tab(page)).text).toBe('跳到正文')
  await press(page, 'Enter')
  await expect.poll(async () => (await focused(page)).id).toBe('main')
}

/** Opens the page and fills in the step's form from the keyboard; ends on the button that sends it. */
export async function fillByKeys(page: Page, step: string, entries: Readonly<Record<string, Entry>>): Promise<void> {
  const left = new Set(Object.keys(entries))
  const wanted = () => ({ step, names: [...left] })
  let stop = await look(page, wanted())
  for (let n = 0; n < longestWay; n += 1) {
    if (stop.folds) await press(page, 'Enter')
    if (stop.step === step && stop.sends) break
    if (stop.step === step && (await enterHere(page, stop, entries[stop.name]))) left.delete(stop.name)
    stop = await tab(page, wanted())
  }
  expect([...left], `fields of ${step} the keyboard did not reach`).toEqual([])
}

/** Sends what is filled in; a long form is checked once more before. */
export async function sendByKeys(page: Page): Promise<void> {
  const button = await look(page)
  await press(page, 'Enter')
  if (button.kind === 'submit') return
  await expect.poll(async () => (await focused(page)).id).toBe('answers')
  await tabTo(page, ({ kind }) => kind === 'submit')
  await press(page, 'Enter')
}

/** The whole of a step, from the top of its page to the words that say it is done, which have the focus. */
export async function takeByKeys(page: Page, path: string, step: string, entries: Readonly<Record<string, Entry>> = {}): Promise<void> {
  await page.goto(path)
  await skipToMain(page)
  await fillByKeys(page, step, entries)
  await sendByKeys(page)
  await expect.poll(async () => (await focused(page)).text, { message: step, timeout: 20_000 }).toContain('已办理')
}

async function enterHere(page: Page, { kind, tag, value, checked }: Stop, entry: Entry | undefined): Promise<boolean> {
  if (entry === undefined) return false
  if (typeof entry === 'object' && 'files' in entry) return chooseFiles(page, entry.files)
  if (kind === 'checkbox') {
    const wanted = entry === true || (Array.isArray(entry) && entry.includes(value))
    if (wanted !== checked) await press(page, 'Space')
    return wanted
  }
  const text = String(entry)
  if (kind === 'radio') return choose(page, text, checked || value === text ? 'Space' : null)
  if (tag === 'select') return choose(page, text, null)
  if (kind === 'date') {
    const [year = '', month = '', day = ''] = text.split('-')
    // The browser's own language decides which part comes first.
    for (const order of [[month, day, year], [year, 'ArrowRight', month, day]]) {
      if ((await look(page)).value === text) break
      await press(page, 'ArrowLeft', 'ArrowLeft')
      for (const part of order) await (part === 'ArrowRight' ? press(page, part) : page.keyboard.type(part))
    }
  } else {
    await press(page, 'ControlOrMeta+a')
    await page.keyboard.insertText(text)
  }
  expect((await look(page)).value).toBe(text)
  return true
}

const mostChoices = 80

/** With the arrows, as in every list of choices. */
async function choose(page: Page, wanted: string, first: 'Space' | null): Promise<boolean> {
  if (first) await press(page, first)
  for (let n = 0; n < mostChoices; n += 1) {
    const { value, checked, tag } = await look(page)
    if (value === wanted && (checked || tag === 'select')) return true
    await press(page, 'ArrowDown')
  }
  throw new Error(`there is no choice ${wanted}`)
}

/** Afterwards the focus is where the files were chosen. */
async function chooseFiles(page: Page, files: readonly string[]): Promise<boolean> {
  const { id } = await focused(page)
  const chooser = page.waitForEvent('filechooser')
  await press(page, 'Enter')
  await (await chooser).setFiles([...files])
  await expect(page.locator(`[id="${id}"]`)).toBeEnabled()
  await expect(page.locator(`:has(> [id="${id}"]) input[type="hidden"][data-draft]`)).toHaveCount(files.length)
  await expect.poll(async () => (await focused(page)).id).toBe(id)
  return true
}
