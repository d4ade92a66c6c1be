import { describe, expect, test } from 'vitest'
import { articlesOf, repeatedArticle, textOf } from '@/lib/charters/rules/articles'
import { compareTexts } from '@/lib/charters/rules/compare'
import { kindsOf } from '@/lib/charters/rules/groups'
import { mainLineTerms } from '@/lib/charters/rules/main-line'
import { samples } from '@/lib/charters/rules/samples'
import { termFaults } from '@/lib/charters/rules/terms'
import type { Sample } from '@/lib/charters/schema'

const termsOf = ({ regionCode, provisions }: Sample) =>
  mainLineTerms(regionCode, provisions.flatMap(({ article, text, obligations }) => obligations.map((each) => ({ article, text, ...each }))))
const byPlace = (code: string) => termsOf(samples.find(({ regionCode }) => regionCode === code)!)

describe('the sample opinions', () => {
  test.each(samples.map((sample) => [sample.key, sample] as const))('%s is in our own words, names its source, and reads back as it was written', (_, sample) => {
    expect(sample.mark).toBe('参照公开文件编写的示例条款')
    expect(sample.source.title).toMatch(/.{8,}/)
    const promises = sample.provisions.flatMap(({ obligations }) => obligations)
    expect(promises.length).toBeGreaterThan(10)
    expect(new Set(promises.map(({ key }) => key)).size).toBe(promises.length)
    expect(articlesOf(textOf(sample.provisions)).map(({ article, text }) => [article, text])).toEqual(sample.provisions.map(({ article, text }) => [article, text]))
  })

  test('seven days and penalty data bind the bodies the text names, and only them [S2-19 S2-20]', () => {
    const lanan = byPlace('990103')
    expect([lanan.referralDays('agency'), lanan.referralDays('justiceBureau'), lanan.referralDays('township'), lanan.referralDays('court')]).toEqual([7, 7, 7, null])
    expect([lanan.wantsPenaltyData('agency'), lanan.wantsPenaltyData('court')]).toEqual([true, false])
    expect(lanan.articles).toMatchObject({ referral: { article: '第六条' }, penaltyData: { article: '第七条' } })
    expect(byPlace('990101').referralDays('agency')).toBeNull()
  })

  test('who sees letters, and whether they may be served electronically, follows from an article', () => {
    expect(samples.map((sample) => termsOf(sample).letterReaders)).toEqual([[], ['b:990102'], ['b:990103', 'g:990103'], [], ['b:990105']])
    expect(samples.map((sample) => termsOf(sample).electronicService)).toEqual([false, false, false, false, true])
  })
})

test('a place without an opinion binds nobody beyond the law', () => {
  const nothing = mainLineTerms('110101', [])
  expect([nothing.referralDays('agency'), nothing.wantsPenaltyData('agency'), nothing.letterReaders, nothing.electronicService]).toEqual([null, false, [], false])
})

describe('a pasted text', () => {
  test('is divided by its articles, word for word', () => {
    const text = '关于协作的意见\n\n第一条　【目的】为了协作。\n  第二段。\n第二条 及时移送。\n'
    expect(articlesOf(text)).toEqual([
      { article: '前言', heading: '', text: '关于协作的意见' }, { article: '第一条', heading: '目的', text: '为了协作。\n第二段。' }, { article: '第二条', heading: '', text: '及时移送。' },
    ])
    expect(articlesOf(textOf(articlesOf(text)))).toEqual(articlesOf(text))
  })

  test('without articles it is divided by 一、二、, and without numbers it is one', () => {
    expect(articlesOf('一、会议\n每年一次。\n二、移送\n七日内。').map(({ article }) => article)).toEqual(['一、', '二、'])
    expect(articlesOf('双方互相支持。')).toEqual([{ article: '前言', heading: '', text: '双方互相支持。' }])
  })

  test('an article that stands twice is found', () => {
    expect(repeatedArticle(articlesOf('第一条 甲。\n第一条 乙。'))).toBe('第一条')
    expect(repeatedArticle(articlesOf('第一条 甲。\n第二条 乙。'))).toBeNull()
  })
})

test('versions are compared article by article, text and promises apart', () => {
  const promise = (amount: number) => [{ key: 'referral', title: '七日内移送', kind: 'event', owedBy: 'agencies', terms: { duty: 'clue.refer', amount } }]
  const before = [{ article: '第一条', heading: '', text: '甲', obligations: [] }, { article: '第二条', heading: '', text: '乙', obligations: promise(7) }, { article: '第三条', heading: '', text: '丙', obligations: [] }]
  const after = [{ article: '第一条', heading: '', text: '甲甲', obligations: [] }, { article: '第二条', heading: '', text: '乙', obligations: promise(5) }, { article: '第四条', heading: '', text: '丁', obligations: [] }]
  expect(compareTexts(before, after).map(({ article, change }) => [article, change])).toEqual([['第一条', 'changed'], ['第二条', 'promises'], ['第三条', 'removed'], ['第四条', 'added']])
})

describe('terms', () => {
  const known = { steps: new Set(['clue.refer', 'clue.register']), duties: new Set(['clue.refer']) }
  test('each kind says what it lacks', () => {
    expect(termFaults('recurring', {}, known)).toEqual({ cycle: 'errors.field.required' })
    expect(Object.keys(termFaults('event', { startStep: 'clue.refer' }, known))).toEqual(['amount', 'unit'])
    expect(termFaults('event', { duty: 'clue.refer' }, known)).toEqual({})
    expect(termFaults('gate', { startStep: 'clue.refer', keptBy: 'clue.refer' }, known)).toEqual({ keptBy: 'charters.refuse.gateItself' })
    expect(termFaults('right', { startStep: 'no.such' }, known)).toEqual({ startStep: 'errors.field.choose' })
  })
  test('a group is a list of kinds of bodies; an unknown one binds nobody', () => {
    expect(kindsOf('administrative')).toContain('township')
    expect(kindsOf('members')).not.toContain('procuratorate')
    expect(kindsOf('nobody')).toEqual([])
  })
})
