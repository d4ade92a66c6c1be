import { expect, test } from 'vitest'
import { withoutWords } from '@/lib/identity/rules'

const facts = {
  status: 'investigating', endOn: '2026-05-18', handlerId: '019e1531-1a00-7c87-bc92-98724815699c', days: 3, late: false, note: null,
  opinion: '同意提出检察建议。', proposal: { cause: '汛期封闭', byName: '温清源' }, demands: ['清运垃圾', 'D1'], reason: 'two words',
  papers: ['filingDecision 澧源检行公立〔2026〕1号'], clocks: ['start case.serveDecision 2026-03-13'],
}

test('the chain’s reader sees states, dates, ids and numbers of business, and of its words only how long they are', () => {
  expect(withoutWords('case', facts)).toEqual({
    ...facts, opinion: '…(9)', proposal: { cause: '…(4)', byName: '…(3)' }, demands: ['…(4)', 'D1'], reason: '…(9)',
  })
  expect(JSON.stringify(withoutWords('case', facts))).not.toContain('同意')
})

test('what administrators do stays in full', () => {
  expect(withoutWords('user', { name: '温知远', reason: '调离岗位' })).toEqual({ name: '温知远', reason: '调离岗位' })
  expect(withoutWords('recommendation', null)).toBeNull()
})
