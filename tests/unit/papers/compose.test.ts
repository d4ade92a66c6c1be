import { describe, expect, it } from 'vitest'
import { composeDraft, composePaper } from '@/lib/engine/papers/compose'
import { paperKinds } from '@/lib/engine/papers/library'
import { paperText } from '@/lib/engine/papers/text'
import type { PaperData } from '@/lib/engine/papers/values'
import { samples } from './samples'

const onDate = '2026-11-22'

function compose(kind: string, data: PaperData) {
  const composed = composePaper(kind, onDate, data)
  if (!composed.ok) throw new Error(JSON.stringify(composed.problems))
  return composed.paper
}

function sample(kind: string): PaperData {
  const data = samples[kind]
  if (!data) throw new Error(`no sample for ${kind}`)
  return data
}

describe('every kind of paper', () => {
  it('has a sample, and only kinds have samples', () => {
    expect(Object.keys(samples).sort()).toEqual(paperKinds())
  })

  it.each(paperKinds())('%s leaves no placeholder and shows every value it was given', (kind) => {
    const lines = paperText(compose(kind, sample(kind)))
    const text = lines.join('\n')
    expect(text).not.toMatch(/[{}]|undefined|null|。。|待填/)
    expect(lines.at(0)).not.toBe('')
    for (const [name, value] of Object.entries(sample(kind))) {
      if (typeof value !== 'string' || /^\d{4}-/.test(value) || /^[a-zA-Z]+$/.test(value)) continue
      for (const part of value.replaceAll(/[《》。]/g, '').split('\n')) {
        const flat = text.replaceAll(/[《》〈〉。]/g, '')
        expect(flat, name).toContain(part)
      }
    }
  })

  it.each(paperKinds())('%s names what is missing, in the words of the official', (kind) => {
    const composed = composePaper(kind, onDate, {})
    if (composed.ok) throw new Error('composed from nothing')
    expect(composed.problems.map((problem) => problem.path)).toContain('issuerName')
    expect(composed.problems.every((problem) => problem.reason === 'missing')).toBe(true)
    for (const problem of composed.problems) expect(problem.label).toMatch(/[一-龥]/)
  })
})

describe('the recommendation letter', () => {
  const kind = 'recommendationLetter'

  it('refuses each required part when it is left out', () => {
    const needed = composePaper(kind, onDate, {})
    if (needed.ok) throw new Error('composed from nothing')
    for (const { path } of needed.problems) {
      const composed = composePaper(kind, onDate, { ...sample(kind), [path]: undefined })
      expect(composed).toMatchObject({ ok: false, problems: [{ path, reason: 'missing' }] })
    }
  })

  it('names the demand and the part of it that is missing', () => {
    const composed = composePaper(kind, onDate, {
      ...sample(kind),
      demands: [
        { fault: '堆放', measure: '清除', proof: '照片' },
        { fault: '加工点', measure: ' ', proof: '处理决定' },
      ],
    })
    expect(composed).toEqual({
      ok: false,
      problems: [{ path: 'demands[1].measure', label: '建议事项 第2项 建议措施', reason: 'missing' }],
    })
  })

  it('asks for the reason of urgency only when it is urgent', () => {
    const calm: PaperData = { ...sample(kind), urgent: false, urgentReason: undefined }
    expect(composePaper(kind, onDate, calm).ok).toBe(true)
    expect(composePaper(kind, onDate, { ...calm, urgent: true })).toMatchObject({
      ok: false,
      problems: [{ path: 'urgentReason' }],
    })
  })

  it('keeps both limits apart when urgent', () => {
    const urgent = paperText(compose(kind, sample(kind))).join('\n')
    expect(urgent).toContain('两个月内依法履行职责')
    expect(urgent).toContain('十五日内将已采取的措施和整改进展书面回复本院')
    const calm = paperText(
      compose(kind, { ...sample(kind), urgent: false, replyPeriod: '两个月' }),
    ).join('\n')
    expect(calm).not.toContain('紧急情形')
    expect(calm).toContain('两个月内，将办理情况逐项书面回复本院')
  })

  it('numbers its chapters without gaps and its demands below theirs', () => {
    const headings = compose(kind, sample(kind)).blocks.filter((block) => block.type === 'heading')
    const chapters = headings.filter((block) => block.level === 1).map((block) => block.text)
    expect(chapters.map((text) => text.slice(0, 2))).toEqual(
      ['一、', '二、', '三、', '四、', '五、', '六、', '七、', '八、'],
    )
    const demands = headings.slice(
      headings.findIndex((block) => block.text === '五、建议内容') + 1,
      headings.findIndex((block) => block.text === '六、整改和回复期限'),
    )
    expect(demands.map((block) => block.text.slice(0, 3))).toEqual(['（一）', '（二）', '（三）'])
  })

  it('takes citations from the data when the law has changed', () => {
    const text = paperText(compose(kind, { ...sample(kind), basis: ['《新法》第一条'] })).join('\n')
    expect(text).toContain('根据《新法》第一条的规定')
    expect(text).not.toContain('《人民检察院公益诉讼办案规则》')
  })
})

describe('words', () => {
  it('refuses a field the template does not know', () => {
    expect(
      composePaper('filingDecision', onDate, { ...sample('filingDecision'), agncyName: 'x' }),
    ).toMatchObject({ ok: false, problems: [{ path: 'agncyName', reason: 'unknown' }] })
  })

  it('refuses a date that is none and a choice that is none', () => {
    const composed = composePaper('serviceReceipt', onDate, {
      ...sample('serviceReceipt'),
      receivedOn: '9月20日',
      method: 'pigeon',
    })
    expect(composed).toMatchObject({
      problems: [
        { path: 'method', reason: 'malformed' },
        { path: 'receivedOn', reason: 'malformed' },
      ],
    })
  })

  it('never reads the text of people as template', () => {
    const text = paperText(
      compose('nonFilingDecision', { ...sample('nonFilingDecision'), facts: '## {{issuerName}}' }),
    )
    expect(text).toContain('## {{issuerName}}')
  })

  it('cites a law once for several articles of it', () => {
    const text = paperText(compose('filingDecision', sample('filingDecision'))).join('')
    expect(text).toContain('《人民检察院公益诉讼办案规则》第六十七条、第三十条')
  })

  it('has no text for a date before the rules were in force', () => {
    expect(() => composePaper('filingDecision', '2021-06-30', {})).toThrow(/filingDecision/)
  })

  it('draws a draft with its gaps marked', () => {
    const draft = paperText(composeDraft('filingDecision', onDate, { agencyName: '澧源区水利局' }))
    expect(draft).toContain('澧源区水利局：')
    expect(draft.join('')).toContain('〔待填：公益受损情况〕')
  })
})
