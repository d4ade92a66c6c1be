import { expect, test } from '../support/server'

test('a person of the fixture signs in, and a moved clock ends an idle sign-in', async ({ page, signIn, clock }) => {
  await signIn('liyuan.prosecutor')
  await page.goto('/')
  await expect(page).toHaveURL(/\/$/)
  await expect(page.locator('main')).toBeVisible()
  clock.advance({ minutes: 31 })
  await page.goto('/')
  await expect(page).toHaveURL(/sign-in/)
})
