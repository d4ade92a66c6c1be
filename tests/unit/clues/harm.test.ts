import { expect, test } from 'vitest'
import { harmLevel, harmScore, harmSigns, scoresOf } from '@/lib/clues/rules/harm'

test('signs add up, each once; every score belongs to one level', () => {
  expect(harmScore(['life', 'life'])).toBe(harmScore(['life']))
  expect([harmLevel(harmScore(harmSigns)), harmLevel(harmScore(['continuing'])), harmLevel(0)]).toEqual(['grave', 'serious', 'ordinary'])
  for (let score = 0; score <= harmScore(harmSigns); score += 1) {
    const { from, below } = scoresOf(harmLevel(score))
    expect(score >= from && (below === null || score < below), String(score)).toBe(true)
  }
})
