import { expect, test } from 'vitest'
import { allowsElectronicService, charterOf, letterReaders, provisionOf, referralLimitDays, requiresPenaltyData } from '@/lib/charters/rules'

const places = ['990101', '990102', '990103', '990104', '990105']

test.each(places)('%s has a charter in our own words that names its source', (code) => {
  const charter = charterOf(code)
  expect(charter?.regionCode).toBe(code)
  expect(charter?.mark).toBe('参照公开文件编写的示例条款')
  expect(charter?.source.title).toMatch(/.{8,}/)
})

test('a place without a charter binds nobody', () => {
  expect(charterOf('110101')).toBeUndefined()
  expect(referralLimitDays('110101', 'agency')).toBeNull()
  expect(requiresPenaltyData('110101', 'agency')).toBe(false)
  expect(letterReaders('110101')).toEqual([])
})

test('seven days and penalty data bind the bodies the charter names, and only them', () => {
  expect(referralLimitDays('990103', 'agency')).toBe(7)
  expect(referralLimitDays('990103', 'justiceBureau')).toBe(7)
  expect(referralLimitDays('990103', 'court')).toBeNull()
  expect(referralLimitDays('990101', 'agency')).toBeNull()
  expect(requiresPenaltyData('990103', 'agency')).toBe(true)
  expect(requiresPenaltyData('990103', 'court')).toBe(false)
})

test('who sees letters follows from an article', () => {
  expect(letterReaders('990103')).toEqual(['b:990103', 'g:990103'])
  expect(letterReaders('990101')).toEqual([])
  for (const code of places) expect(provisionOf(code, 'letters') !== undefined).toBe(letterReaders(code).length > 0)
})

test('electronic service and penalty data stand on an article too', () => {
  for (const code of places) {
    expect(provisionOf(code, 'electronicService') !== undefined).toBe(allowsElectronicService(code))
    expect(provisionOf(code, 'penaltyData') !== undefined).toBe(charterOf(code)!.referral.penaltyData)
  }
})
