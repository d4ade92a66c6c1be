import { expect, test } from '../support/server'

type Health = { ok: boolean; clockMoved: boolean; workerLagMs: number; migrations: { applied: number; shipped: number } }

test('the health report is good and says when the clock was moved', async ({ request, clock }) => {
  const read = async (): Promise<Health> => (await (await request.get('/api/health')).json()) as Health
  // Another file may have moved the clock of this system before.
  clock.reset()
  await expect.poll(async () => (await read()).ok, { timeout: 30_000 }).toBe(true)
  const before = await read()
  expect(before).toMatchObject({ ok: true, clockMoved: false })
  expect(before.migrations.applied).toBe(before.migrations.shipped)
  clock.advance({ minutes: 10 })
  // The last sign of life is now ten minutes old: a silent worker is a failure to be seen.
  expect(await read()).toMatchObject({ ok: false, clockMoved: true })
  await expect.poll(async () => (await read()).ok, { timeout: 30_000 }).toBe(true)
})

test('the worker takes a job and finishes it', async ({ server }) => {
  await server.runJob('remind')
})
