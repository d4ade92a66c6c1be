import { describe, expect, test } from 'vitest'
import { clueProcedure } from '@/lib/clues/procedure'
import { awaitedSteps, besideWhereAnswered, type OfferedStep } from '@/lib/engine/procedure/offer'
import { recommendationProcedure } from '@/lib/recommendations/procedure'
import { spanOf } from '@/lib/worklist/rules'
import { urgencies } from '@/lib/worklist/schema'

const owing = (...duties: string[]) => duties.map((duty) => ({ duty, status: 'running' }))
const names = (status: string, clocks: ReturnType<typeof owing>, inside: boolean) =>
  awaitedSteps({ procedure: recommendationProcedure }, { status }, clocks, inside).map(({ name }) => name)

describe('what a record waits for', () => {
  test('a delivered letter waits for the reply and the check, and for the answer to an objection only where one was raised', () => {
    const delivered = owing('recommendation.reply', 'recommendation.perform')
    expect(names('received', delivered, false)).toEqual(['recommendation.reply', 'recommendation.check'])
    expect(names('received', [...delivered, ...owing('recommendation.decideObjection')], false)).toContain('recommendation.decideObjection')
  })

  test('a reply is not waited for twice, and a check is, as long as the harm is not put right', () => {
    expect(names('replied', owing('recommendation.perform'), true)).toEqual(['recommendation.check', 'recommendation.askAgain'])
  })

  test('a second reply is possible, but beside the way; while one is owed it is the way', () => {
    const reply = { key: 'reply', aside: false } as OfferedStep
    const beside = (clocks: ReturnType<typeof owing>) => besideWhereAnswered({ procedure: recommendationProcedure }, { status: 'replied' }, clocks, [reply])[0]!.aside
    expect(beside(owing('recommendation.perform'))).toBe(true)
    expect(beside(owing('recommendation.reply'))).toBe(false)
  })

  test('of approvals inside the office nobody outside is told', () => {
    expect(names('submitted', [], true)).toEqual(['recommendation.review'])
    expect(names('submitted', [], false)).toEqual([])
  })

  test('sending back is never what comes next', () => {
    expect(awaitedSteps({ procedure: clueProcedure }, { status: 'proposed' }, [], true).map(({ name }) => name)).toEqual(['clue.review'])
  })
})

test('a suspended clock is not overdue, however long ago its date was, and every other is in one group', () => {
  const groupOf = (status: string, endOn: string) => urgencies.filter((urgency) => {
    const span = spanOf(urgency, '2026-05-11')
    return span.status === status && (!span.from || span.from <= endOn) && (!span.to || endOn <= span.to)
  })
  expect(groupOf('paused', '2026-04-01')).toEqual(['paused'])
  expect(['2026-05-10', '2026-05-11', '2026-05-18', '2026-05-19'].map((day) => groupOf('running', day))).toEqual([['overdue'], ['soon'], ['soon'], ['later']])
})
