import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { describePapers } from '@/lib/engine/papers/describe'

it('docs/papers.md says what the templates say', () => {
  expect(readFileSync('docs/papers.md', 'utf8')).toBe(describePapers())
})
