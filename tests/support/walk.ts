import { expect, type Locator, type Page } from '@playwright/test'

/** What a person enters: text, a chosen value, a tick, files, or several choices. */
export type Entry = string | true | { readonly files: readonly string[] } | readonly string[]

/** The form of a step on the page, unfolded. */
export async function openStep(page: Page, step: string): Promise<Locator> {
  const form = page.locator(`form:has(input[name="$step"][value="${step}"])`).first()
  await expect(form, `the form of ${step} is offered`).toHaveCount(1)
  await form.evaluate((element) => {
    for (const part of element.querySelectorAll('details')) part.open = true
    for (let outer = element.closest('details'); outer; outer = outer.parentElement?.closest('details') ?? null) outer.open = true
  })
  return form
}

export async function enter(form: Locator, entries: Readonly<Record<string, Entry>>): Promise<void> {
  for (const [name, entry] of Object.entries(entries)) await enterOne(form, name, entry)
}

async function enterOne(form: Locator, name: string, entry: Entry): Promise<void> {
  if (typeof entry === 'object' && 'files' in entry) return sendFiles(form, name, entry.files)
  if (Array.isArray(entry)) {
    for (const value of entry) await form.locator(`[name="${name}"][value="${value}"], [name="${name}[]"][value="${value}"]`).first().check()
    return
  }
  const control = form.locator(`[name="${name}"]`).first()
  await expect(control, `there is a field ${name}`).toBeAttached()
  const kind = await control.evaluate((element) => (element instanceof HTMLInputElement ? element.type : element.tagName.toLowerCase()))
  if (entry === true) await control.check()
  else if (kind === 'radio' || kind === 'checkbox') await form.locator(`[name="${name}"][value="${String(entry)}"]`).check()
  else if (kind === 'select') await control.selectOption(String(entry))
  else await control.fill(String(entry))
}

async function sendFiles(form: Locator, name: string, files: readonly string[]): Promise<void> {
  const before = await form.locator(`input[type="hidden"][name="${name}"], input[type="hidden"][name="${name}[]"]`).count()
  await form.locator(`input[type="file"][id^="field-${name.replaceAll('.', '-')}--"]`).setInputFiles([...files])
  await expect(form.locator(`input[type="hidden"][name="${name}"], input[type="hidden"][name="${name}[]"]`)).toHaveCount(before + files.length)
}

/** Takes a step as the signed-in person and waits until it is done: the form, as it was, is gone. */
export async function take(page: Page, step: string, entries: Readonly<Record<string, Entry>> = {}): Promise<void> {
  const form = await openStep(page, step)
  await enter(form, entries)
  const request = page.locator(`input[name="$request"][value="${await form.locator('input[name="$request"]').inputValue()}"]`)
  await press(form)
  await expect(request, step).toHaveCount(0, { timeout: 20_000 }).catch(async (cause: unknown) => {
    throw new Error(`${step} was not taken: ${await problems(page)}`, { cause })
  })
}

// A long form shows its answers once more before it is sent; beside it may stand a button that only looks.
async function press(form: Locator): Promise<void> {
  const submit = form.locator('button[type="submit"].button-primary:visible').last()
  if ((await submit.count()) === 0) await form.locator('button.button-primary:visible').first().click()
  await submit.click()
}

/** Tries a step that is to be refused, and answers what the page says is wrong. */
export async function tryToTake(page: Page, step: string, entries: Readonly<Record<string, Entry>> = {}): Promise<string> {
  const form = await openStep(page, step)
  await enter(form, entries)
  await press(form)
  const alert = page.getByRole('alert').filter({ has: page.locator('ul') })
  await expect(alert).toBeVisible()
  return alert.innerText()
}

const problems = async (page: Page) => (await page.getByRole('alert').allInnerTexts()).join(' ')

/** The id at the end of the address of a record's page. */
export function idOf(page: Page): string {
  const found = /([0-9a-f]{8}-[0-9a-f-]{27})/.exec(page.url())
  if (!found) throw new Error(`no record in ${page.url()}`)
  return found[1]!
}
