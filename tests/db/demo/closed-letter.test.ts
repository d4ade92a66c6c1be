import { afterAll, expect, test } from 'vitest'
import { db, leave, toConclusion, toReceipt, toVerified } from './line'

afterAll(leave)

test('a letter that is closed leaves no clock of the agency’s own chain behind', async () => {
  const line = await toReceipt()
  await toVerified(line)
  expect(await db.deadline.count({ where: { duty: 'handling.assign', status: 'running' } })).toBe(1)
  await toConclusion(line)
  expect(await db.deadline.count({ where: { duty: 'handling.assign', status: 'running' } })).toBe(0)
})
