import { describe, expect, it } from 'vitest'
import { shippedCalendar } from '@/lib/engine/deadlines/calendar'
import { countRule, type RuleCountOptions } from '@/lib/engine/deadlines/count-rule'
import { explainCount, explanationSchema } from '@/lib/engine/deadlines/explanation'
import { periodOf, requireRule, timeLimitRules } from '@/lib/engine/deadlines/rules'
import { explanationWords } from '@/lib/engine/deadlines/words'
import { locales, translator } from '@/lib/platform/i18n'

function explain(key: string, from: string, options: RuleCountOptions = {}) {
  const rule = requireRule(key, from)
  return explainCount(rule, countRule(rule, from, shippedCalendar, options), shippedCalendar, options)
}
const told = (locale: 'zh-CN' | 'en', ...given: Parameters<typeof explain>) =>
  explanationWords(translator(locale, 'deadlines'), explain(...given))

describe('the words of a count', () => {
  it('tell start, length, each skipped day and the end', () => {
    expect(told('zh-CN', 'agency_perform_reply', '2026-08-01')).toEqual([
      '履行职责并书面回复：自“收到检察建议书”之日 2026-08-01 起算，当日不计入。',
      '期限为 2 个月。',
      '末日为 2026-10-01（周四）。',
      '2026-10-01 至 2026-10-03 共 3 日为法定节日（国庆节），末日顺延。',
      '2026-10-04 当日为周休息日（国庆节），末日顺延。',
      '2026-10-05 至 2026-10-07 共 3 日为调休放假（国庆节），末日顺延。',
      '期限届满日为 2026-10-08（周四），当日 24 时前办理均为按期。',
    ])
  })

  it('say the other reading where it gives another day (民法典 202)', () => {
    expect(explain('agency_perform_reply', '2026-01-12').otherEnd).toBe('2026-03-13')
    expect(explain('agency_perform_reply', '2026-08-01').otherEnd).toBeNull()
    expect(told('zh-CN', 'agency_perform_reply', '2026-01-12').at(-1)).toContain('2026-03-13')
  })

  it('say pauses with their reason, extensions and warnings', () => {
    const words = told('zh-CN', 'prosecution_review_admin', '2026-11-20', {
      pauses: [{ from: '2026-12-01', to: '2026-12-10', reason: '委托鉴定' }],
      extension: 1,
    })
    expect(words).toContain('经批准延长 1 个月。')
    expect(words).toContain('2026-12-01 至 2026-12-10 共 10 日不计入期限（委托鉴定）。')
    expect(words.at(-1)).toContain('2027 年的放假安排尚未公布')
  })

  it('say the same in English', () => {
    expect(told('en', 'pil_recommendation_service', '2026-03-05')).toEqual([
      '公益诉讼检察建议书送达: counted from 2026-03-05 (event: 决定提出检察建议); that day itself does not count.',
      'The period is 3 calendar days.',
      'The last day would be 2026-03-08 (Sunday).',
      '2026-03-08: weekend; the last day moves on.',
      'The period ends on 2026-03-09 (Monday); anything done before midnight of that day is in time.',
    ])
  })

  it.each(locales)('have no gap for any rule, day or reason in %s', (locale) => {
    const t = translator(locale, 'deadlines')
    for (const rule of timeLimitRules.filter((candidate) => periodOf(candidate))) {
      for (const from of ['2020-09-29', '2026-02-10', '2026-12-20']) {
        const explanation = explain(rule.key, from)
        expect(explanationSchema.parse(JSON.parse(JSON.stringify(explanation)))).toEqual(explanation)
        for (const words of explanationWords(t, explanation)) expect(words, rule.key).not.toMatch(/deadlines\.|\{|\}|undefined|null/)
      }
    }
  })
})
