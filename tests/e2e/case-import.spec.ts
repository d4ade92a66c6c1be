import { ask } from '../support/records'
import { caseCsv, casesOf, replied } from '../support/case-sheet'
import { expect, test } from '../support/server'

const sheet = (rows: Parameters<typeof caseCsv>[0]) => ({ name: '在办案件.csv', mimeType: 'text/csv', buffer: Buffer.from(`\uFEFF${caseCsv(rows)}`) })

test('running cases from a sheet: a fault is shown at its cell, the corrected sheet is entered, the cases are in the list', async ({ page, server, signIn }) => {
  test.setTimeout(240_000)
  server.clock.set('2026-05-11T09:00:00+08:00')
  const [lead] = await ask<{ name: string }>(server.database.url, `SELECT name FROM app_user WHERE login = 'liyuan.prosecutor'`)
  const { caseRow, letterRow } = casesOf(lead!.name)
  await signIn('liyuan.manager')
  const read = async (rows: Parameters<typeof caseCsv>[0]) => {
    await page.goto('/cases/new')
    await page.getByRole('link', { name: '用表格批量补录' }).click()
    // The page left has a file field of its own.
    await page.waitForURL(/\/cases\/imports$/)
    await page.locator('form input[type="file"]').setInputFiles(sheet(rows))
    await expect(page.getByRole('link', { name: '在办案件.csv' })).toBeVisible()
    await page.getByRole('button', { name: '读入并核对' }).click()
    await page.waitForURL(/\/cases\/imports\/[0-9a-f-]{36}$/)
  }
  const late = letterRow(951, '2026-03-03', { openedOn: '2026-01-05', decisionServedOn: '2026-01-07' })
  await read([caseRow(950, { agency: '不存在的局' }), late])
  await expect(page.getByText('被监督行政机关“不存在的局”：没有这个单位')).toBeVisible()
  const [sheetOfRefused] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: /下载未录入的 1 行/ }).click()])
  expect(sheetOfRefused.suggestedFilename()).toBe('未录入的案件.xlsx')

  await read([caseRow(950), late, letterRow(952, '2026-03-20', { ...replied }), caseRow(953, { agency: '不存在的局' })])
  await expect(page.getByRole('row', { name: /在办案件第951件/ })).toContainText('逾期')
  await page.getByLabel('已逐行核对').check()
  await page.getByRole('button', { name: '开始录入' }).click()
  // The worker takes the rows; the page tells how far it is whenever it is asked.
  await expect(async () => {
    await page.reload()
    await expect(page.getByText('共 4 行：已录入 3 行，未录入 1 行。')).toBeVisible({ timeout: 1_000 })
  }).toPass({ timeout: 60_000 })
  await page.goto('/notices')
  await expect(page.getByText('批量补录完成：录入 3 件，未录入 1 件')).toBeVisible()
  await page.goto('/cases')
  for (const number of [950, 951, 952]) await expect(page.getByRole('link', { name: new RegExp(`在办案件第${number}件`) }).or(page.getByText(`在办案件第${number}件`)).first()).toBeVisible()
})
