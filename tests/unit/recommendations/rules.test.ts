import { describe, expect, it } from 'vitest'
import { failedChecks, type CheckedLetter, type LetterSurroundings } from '@/lib/recommendations/rules/completeness'
import { isRectified, rectificationOf, servedAudience, stageAfter } from '@/lib/recommendations/rules/progress'
import { replyFaults } from '@/lib/recommendations/rules/reply'
import { bigramsOf, closestLetter, similarityOf } from '@/lib/recommendations/rules/similarity'
import { recommendationLetter } from '@/lib/recommendations/templates/letter'
import { formToInput } from '@/lib/platform/form'

const letter: CheckedLetter = {
  sourceText: '法院移送', harmFacts: '垃圾堆放', duty: '防洪法', dutyFindings: '未查处', reasons: '未履职', evidence: ['笔录'], legalBasis: '防洪法第二十二条',
  demands: [{ fault: '未清运', measure: '督促清运', proofWanted: '照片', milestoneOn: '2026-06-01' }], urgent: false, urgentReason: null,
  rectificationMonths: null, rectificationReason: null, contact: '温清源', contactPhone: '0000', domain: 'environment', regionCode: '990101', similarityReason: null,
  powerReason: null,
}
const around: LetterSurroundings = {
  agency: { kind: 'agency', domains: ['environment'], regionCode: '990101' }, periodEndOn: '2026-07-20', today: '2026-05-20', consulted: true,
  closest: null, similarityLimit: 75, powersListed: false, powersHeld: false,
}

describe('checks before review', () => {
  it('pass for a complete letter', () => expect(failedChecks(letter, around)).toEqual([]))

  it.each([
    ['source', { sourceText: ' ' }], ['harm', { harmFacts: '' }], ['duty', { duty: '' }], ['findings', { dutyFindings: '' }], ['reasons', { reasons: '' }],
    ['evidence', { evidence: [] }], ['legalBasis', { legalBasis: '' }], ['demands', { demands: [] }], ['period', { rectificationMonths: 4 }],
    ['urgency', { urgent: true }], ['contact', { contactPhone: '' }], ['addressee', { domain: 'relics' }], ['place', { regionCode: '990102' }],
  ] as const)('%s fails alone', (check, change) => expect(failedChecks({ ...letter, ...change }, around)).toEqual([check]))

  it('names a body without executive power as no addressee', () =>
    expect(failedChecks(letter, { ...around, agency: { ...around.agency, kind: 'court' } })).toEqual(['addressee']))

  it('wants an entry of the power list or the reason for none, where the list of the place has any for the domain', () => {
    const listed = { ...around, powersListed: true }
    expect(failedChecks(letter, listed)).toEqual(['power'])
    expect(failedChecks({ ...letter, powerReason: ' ' }, listed)).toEqual(['power'])
    expect(failedChecks({ ...letter, powerReason: '清单尚未调整' }, listed)).toEqual([])
    expect(failedChecks(letter, { ...listed, powersHeld: true })).toEqual([])
  })

  it('wants the consultation or the reason for none', () => expect(failedChecks(letter, { ...around, consulted: false })).toEqual(['consultation']))

  it.each([['2026-05-19', true], ['2026-05-20', false], ['2026-07-20', false], ['2026-07-21', true]])('a milestone on %s fails: %s', (milestoneOn, fails) => {
    const demands = [{ fault: '未清运', measure: '督促清运', proofWanted: '照片', milestoneOn }]
    expect(failedChecks({ ...letter, demands }, around).includes('milestones')).toBe(fails)
  })

  it('a close text needs a reason from the mark on', () => {
    const at = (percent: number) => ({ ...around, closest: { id: '1', number: '1号', title: '一', percent } })
    expect(failedChecks(letter, at(74))).toEqual([])
    expect(failedChecks(letter, at(75))).toEqual(['similarity'])
    expect(failedChecks({ ...letter, similarityReason: '同一河段' }, at(99))).toEqual([])
  })
})

describe('likeness of texts', () => {
  it('is whole for the same words whatever the punctuation, none for others', () => {
    expect(similarityOf(bigramsOf('河道垃圾,未清运。'), bigramsOf('河道垃圾 未清运'))).toBe(1)
    expect(similarityOf(bigramsOf('河道垃圾'), bigramsOf('校园食堂'))).toBe(0)
    expect(similarityOf(bigramsOf(''), bigramsOf(''))).toBe(0)
  })

  it('counts shared pairs on both sides', () => expect(similarityOf(bigramsOf('甲乙丙'), bigramsOf('乙丙丁'))).toBe(0.5))

  it('finds the closest of several', () => {
    const earlier = [{ id: 'a', number: null, title: '', text: '校园食堂' }, { id: 'b', number: '2号', title: '', text: '河道垃圾未清' }]
    expect(closestLetter('河道垃圾未清运', earlier)).toMatchObject({ id: 'b', percent: 91 })
    expect(closestLetter('河道', [])).toBeNull()
  })
})

describe('where a letter stands', () => {
  it('is rectified by verdicts alone', () => {
    expect(isRectified([])).toBe(false)
    expect(isRectified([{ verdict: 'met' }, { verdict: 'unchecked' }])).toBe(false)
    expect(isRectified([{ verdict: 'met' }, { verdict: 'met' }])).toBe(true)
    expect(rectificationOf([{ verdict: 'met' }, { verdict: 'partly' }, { verdict: 'unchecked' }])).toEqual({ met: 1, checked: 2, total: 3 })
  })

  it('a reply never leads to verified', () => {
    expect(stageAfter({ rectified: false, askedAgain: false, replied: true })).toBe('replied')
    expect(stageAfter({ rectified: false, askedAgain: true, replied: true })).toBe('askedAgain')
    expect(stageAfter({ rectified: true, askedAgain: true, replied: false })).toBe('verified')
  })

  it('is shown to the parties and to those a charter names', () =>
    expect(servedAudience({ procuratorateId: 'p', agencyId: 'a' }, ['b:990103'])).toEqual(['u:p', 'u:a', 'b:990103']))
})

describe('items of a reply', () => {
  const done = (demandId: string) => ({ demandId, claimed: 'done' as const, summary: '已清运' })

  it('answer every demand once', () => {
    expect(replyFaults([done('1'), done('2')], ['1', '2'], ['1', '2'], { fromPaper: false })).toEqual({})
    expect(replyFaults([done('1')], ['1', '2'], ['1', '2'], { fromPaper: false })).toHaveProperty('items')
    expect(replyFaults([done('1'), done('1')], ['1'], ['1'], { fromPaper: false })).toHaveProperty(['items.1.demandId'])
    expect(replyFaults([done('9')], [], ['1'], { fromPaper: false })).toHaveProperty(['items.0.demandId'])
  })

  it('say why, what next and by when where it is not done; a paper says what it says', () => {
    const open = [{ demandId: '1', claimed: 'partly' as const, summary: '一半' }]
    expect(Object.keys(replyFaults(open, ['1'], ['1'], { fromPaper: false }))).toEqual(['items.0.cause', 'items.0.plan', 'items.0.plannedOn'])
    expect(replyFaults(open, ['1'], ['1'], { fromPaper: true })).toEqual({})
  })
})

describe('the letter on paper', () => {
  const texts = { ...letter, evidence: [...letter.evidence], rectificationMonths: null, objectionDays: null, address: '', attachments: [], copies: [] }
  const facts = { agencyName: '澧源区水利局', demands: letter.demands, handlers: ['柏知远'], defaults: { months: 2, urgentDays: 15, objectionDays: 10 } }

  it('states the lengths in force, and its own where it has them', () => {
    expect(recommendationLetter(texts, facts)).toMatchObject({ rectificationPeriod: '2个月', replyPeriod: '2个月', objectionPeriod: '10日', handlers: ['温清源'] })
    const own = { ...texts, urgent: true, urgentReason: '汛期', rectificationMonths: 4, objectionDays: 7, contact: '' }
    expect(recommendationLetter(own, facts)).toMatchObject({ rectificationPeriod: '4个月', replyPeriod: '15日', objectionPeriod: '7日', handlers: ['柏知远'] })
  })
})

describe('a posted form', () => {
  it('keeps files of repeated groups with their group', () => {
    const form = new FormData()
    form.append('items.0.verdict', 'met')
    form.append('items.0.evidenceFileIds[]', 'a')
    form.append('items.0.evidenceFileIds[]', 'b')
    form.append('files[]', 'c')
    expect(formToInput(form)).toEqual({ items: [{ verdict: 'met', evidenceFileIds: ['a', 'b'] }], files: ['c'] })
  })
})
