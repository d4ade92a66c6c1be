import { expect, test } from 'vitest'
import { replySaid } from '@/components/recommendations/reply-said'

test('a letter that nobody has received is not said to be unanswered', () => {
  const day = new Date('2026-05-11')
  expect(replySaid({ receivedOn: null, repliedOn: null })).toBe('notServed')
  expect(replySaid({ receivedOn: day, repliedOn: null })).toBe('notReplied')
  expect(replySaid({ receivedOn: day, repliedOn: day })).toBe('repliedOn')
})
