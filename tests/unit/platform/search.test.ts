import { describe, expect, test } from 'vitest'
import { askedWords, searchQuery, searchWords } from '@/lib/platform/search'
import type { Scope } from '@/lib/platform/scope'

const scope = { tokens: ['u1'] } as unknown as Scope

describe('search words', () => {
  test('are pairs of Chinese characters, and words and numbers whole', () => {
    expect(searchWords('水污染 A12 号')).toEqual(['水污', '污染', 'a12', '号'])
  })

  test('a lone character is not asked for, so that it hides nothing', () => {
    expect(askedWords('水')).toEqual([])
    expect(askedWords('澧检〔2026〕6号')).toEqual(['澧检', '2026', '6'])
    expect(searchQuery(scope, '水')).toBeNull()
    expect(searchQuery(scope, '水 污染')).toBe("('u1') & '污染'")
  })

  test('quotes are words of nobody and break nothing', () => {
    expect(searchQuery(scope, "'; drop table clue; --")).toBe("('u1') & 'drop' & 'table' & 'clue'")
  })
})
