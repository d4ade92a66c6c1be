import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clueAudience, shownState, statesShownAs } from '@/lib/clues/rules/audience'
import { domainBasisOn, domainName, domainsOn, findSource, isDomainOn, listDomains, listSources, sourcesEntered, sourcesReferredBy } from '@/lib/clues/rules/dictionaries'
import { compareClues, overlap } from '@/lib/clues/rules/duplicates'
import { daysLate } from '@/lib/clues/rules/lateness'
import { penaltyErrors } from '@/lib/clues/rules/penalty'
import { clueStates } from '@/lib/clues/schema'
import en from '@/messages/en/domains.json'
import zh from '@/messages/zh-CN/domains.json'
import zhClue from '@/messages/zh-CN/clue.json'
import { bodies } from '@/prisma/seed/places'

describe('fields', () => {
  test('are the fourteen of the statutes, what was added to them, and what is only explored', () => {
    const of = (name: string) => listDomains().filter((domain) => domain.class === name)
    expect(of('statutory').map(({ key }) => key)).toEqual(['environment', 'marine', 'minerals', 'foodAndDrug', 'stateProperty', 'landUse'])
    expect(of('added')).toHaveLength(11)
    for (const { needsSuperiorApproval } of of('exploratory')) expect(needsSuperiorApproval).toBe(true)
  })

  test('each is chosen only from the day its law is in force', () => {
    expect(isDomainOn('accessibility', '2023-08-31')).toBe(false)
    expect(isDomainOn('accessibility', '2023-09-01')).toBe(true)
    expect(domainsOn('2017-06-30')).toEqual([])
  })

  test('cite the code from the day it replaces the law before it', () => {
    expect(domainBasisOn('marine', '2026-08-14')).toEqual(['《中华人民共和国海洋环境保护法》第一百一十四条第三款'])
    expect(domainBasisOn('marine', '2026-08-15')).toEqual(['《中华人民共和国生态环境法典》第一千零七十四条'])
    expect(domainBasisOn('environment', '2026-08-14').join()).not.toContain('法典')
    expect(domainBasisOn('environment', '2026-08-15').join()).toContain('法典')
  })

  test('carry the same names on screens as in papers, in both languages', () => {
    for (const { key } of listDomains()) expect((zh as Record<string, unknown>)[key]).toBe(domainName(key))
    expect(Object.keys(en).sort()).toEqual([...listDomains().map(({ key }) => key), 'class'].sort())
  })

  test('are the ones the units of the demo say they work in', () => {
    const known = listDomains().map(({ key }) => key)
    for (const { domains = [] } of Object.values(bodies)) expect(known).toEqual(expect.arrayContaining([...domains]))
  })
})

describe('sources', () => {
  test('cover the six of article 24 and bear the same names on screens', () => {
    expect(new Set(listSources().map(({ article24 }) => article24))).toEqual(new Set([1, 2, 3, 4, 5, 6]))
    for (const { key, name } of listSources()) expect((zhClue.values.source as Record<string, string>)[key]).toBe(name)
  })

  test('each can be used by somebody', () => {
    for (const { key, referredBy, enteredByProcuratorate } of listSources())
      expect(referredBy.length > 0 || enteredByProcuratorate, key).toBe(true)
    expect(sourcesReferredBy('court').map(({ key }) => key)).toEqual(['courtTrial'])
    expect(sourcesReferredBy('justiceBureau').map(({ key }) => key)).toEqual(
      expect.arrayContaining(['enforcementSupervision', 'reconsideration', 'normativeReview']),
    )
    expect(sourcesEntered()).toContain(findSource('hotline12309'))
  })
})

describe('penalty data', () => {
  const penalty = { document: '岚水罚〔2026〕3号', party: '某公司', act: '超标排放', result: '罚款五万元', basis: '水污染防治法第八十三条', decidedOn: '2026-10-08' }

  test('a body the charter binds has to know [S2-20]', () => {
    expect(penaltyErrors(true, { penaltyKnown: 'unclear' })).toEqual({ penaltyKnown: 'clues.refuse.penaltyAnswer' })
    expect(penaltyErrors(true, { penaltyKnown: 'no' })).toEqual({})
    expect(penaltyErrors(true, { penaltyKnown: 'yes' })).toEqual({ 'penalty.document': 'errors.field.required' })
    expect(penaltyErrors(true, { penaltyKnown: 'yes', penalty })).toEqual({ 'penalty.fileId': 'clues.refuse.penaltyFile' })
    const complete = { ...penalty, fileId: '018f0000-0000-7000-8000-000000000001' }
    expect(penaltyErrors(true, { penaltyKnown: 'yes', penalty: complete })).toEqual({})
  })

  test('court clerks there, and everybody elsewhere, may say it is not clear', () => {
    expect(penaltyErrors(false, { penaltyKnown: 'unclear' })).toEqual({})
    expect(penaltyErrors(false, { penaltyKnown: 'yes', penalty })).toEqual({})
  })
})

test('late by n days, counted from the rolled end', () => {
  expect(daysLate(null, '2026-11-20')).toBeNull()
  expect(daysLate({ endOn: '2026-11-10', satisfiedOn: '2026-11-10' }, '2026-11-20')).toBe(0)
  expect(daysLate({ endOn: '2026-11-10', satisfiedOn: '2026-11-13' }, '2026-11-20')).toBe(3)
  expect(daysLate({ endOn: '2026-11-10', satisfiedOn: null }, '2026-11-20')).toBe(10)
})

describe('audience', () => {
  const parties = { senderUnitId: 'court', receiverUnitId: 'office' }

  test('what no judge has approved stays in the court', () => {
    expect(clueAudience(parties, 'awaitingApproval')).toEqual(['u:court'])
    expect(clueAudience(parties, 'returned')).toEqual(['u:court'])
    expect(clueAudience(parties, 'awaitingApproval', true)).toEqual(['u:court', 'u:office'])
    expect(clueAudience(parties, 'referred')).toEqual(['u:court', 'u:office'])
  })

  test('own finds are seen by the finder alone', () => {
    expect(clueAudience({ senderUnitId: 'office', receiverUnitId: 'office' }, 'registered')).toEqual(['u:office'])
  })

  test('the sender never learns how far the inner chain has come', () => {
    for (const state of clueStates) expect(['proposed', 'reviewed']).not.toContain(shownState(state, false))
    expect(statesShownAs('registered', false)).toEqual(['registered', 'proposed', 'reviewed'])
    expect(statesShownAs('proposed', false)).toEqual(statesShownAs('registered', false))
    expect(statesShownAs('proposed', true)).toEqual(['proposed'])
  })
})

describe('possible duplicates', () => {
  const tank = {
    title: '临江街道二次供水水箱未清洗', place: '临江街道江畔花园小区', domain: 'foodAndDrug', unitIds: ['health'],
    facts: '江畔花园小区二次供水水箱两年未清洗消毒,水箱盖未上锁,水质检测报告缺失。',
  }

  test('same place and same words', () => {
    const other = { ...tank, title: '江畔花园水箱卫生问题', unitIds: ['housing'] }
    expect(compareClues(tank, other)?.marks).toEqual(['place', 'words'])
  })

  test('a unit in common alone is none', () => {
    const other = { title: '幼儿园食堂无证', place: '沙溪镇中心幼儿园', domain: 'minors', unitIds: ['health'], facts: '沙溪镇中心幼儿园食堂从业人员无健康证明。' }
    expect(compareClues(tank, other)).toBeNull()
  })

  test('is the same from both sides and certain for itself', () => {
    const text = fc.string({ unit: fc.constantFrom(...'江河水箱小区街道污染排放a1 ') , maxLength: 20 })
    fc.assert(fc.property(text, text, (a, b) => {
      expect(overlap(a, b)).toBe(overlap(b, a))
      expect(overlap(a, b)).toBeGreaterThanOrEqual(0)
      expect(overlap(a, a)).toBeLessThanOrEqual(1)
    }))
    expect(overlap(tank.facts, tank.facts)).toBe(1)
  })
})
