import { beforeAll, expect, test } from 'vitest'
import type { StepDescription } from '@/lib/engine/procedure/describe'
import { leaders } from '@/lib/platform/sign-in-rules'

process.env.DATABASE_URL ??= 'postgresql://localhost/none'

let steps: StepDescription[] = []
beforeAll(async () => {
  await import('@/lib/procedures')
  steps = (await import('@/lib/engine/procedure/describe')).describeProcedures()
})

const asking = () => steps.filter(({ stepUp }) => stepUp).map(({ procedure, step }) => `${procedure}.${step}`)

test('whatever a leader signs out with a number asks who sits there', () => {
  const issued = steps.filter(({ nested, by, paper }) => !nested && by.every((role) => (leaders as readonly string[]).includes(role)) && paper.some(({ number }) => number !== 'none'))
  expect(issued.length).toBeGreaterThan(8)
  expect(issued.map(({ procedure, step }) => `${procedure}.${step}`).filter((name) => !asking().includes(name))).toEqual([])
})

test('so does whatever gives somebody a right, and opening a case', () => {
  expect(asking()).toEqual(expect.arrayContaining(['user.appoint', 'user.grantRole', 'user.resetPassword', 'user.grantFactorReset', 'clue.open', 'recommendation.approve', 'setting.propose', 'setting.proposeNumber', 'setting.confirm']))
})

test('nested steps ask nothing of their own: the person was asked at the step that takes them', () => {
  expect(steps.filter(({ nested, stepUp }) => nested && stepUp)).toEqual([])
})
