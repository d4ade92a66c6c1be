import { execFile } from 'node:child_process'
import { describe, expect, it } from 'vitest'

const root = new URL('../../..', import.meta.url).pathname

type Ended = { code: number; out: string; err: string }

function deadline(...words: string[]): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(`${root}node_modules/.bin/tsx`, ['scripts/deadline.ts', ...words], { cwd: root }, (error, out, err) => {
      resolve({ code: error ? Number(error.code) : 0, out, err })
    })
  })
}

describe('the command deadline', { timeout: 60_000 }, () => {
  it('prints one JSON object', async () => {
    const { code, out, err } = await deadline('--rule', 'agency_perform_reply', '--from', '2026-12-31')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out.trim().split('\n')).toHaveLength(1)
    expect(JSON.parse(out)).toEqual({
      rule: 'agency_perform_reply',
      version: 1,
      basis: [{ kind: 'law', ref: '最高人民法院、最高人民检察院关于检察公益诉讼案件适用法律若干问题的解释第二十一条第二款' }],
      trigger: '2026-12-31',
      rawEnd: '2027-02-28',
      end: '2027-03-01',
      skipped: [{ date: '2027-02-28', reason: '周休息日' }],
      warnings: [expect.stringContaining('2027 年的放假安排尚未公布'), expect.stringContaining('没有考虑本地')],
    })
  })

  it('takes pauses, repeated, and an extension in the unit of the rule', async () => {
    const words = ['--rule=prosecution_review_admin', '--from=2026-10-08', '--extend=1']
    const { out } = await deadline(...words, '--pause', '2026-10-20..2026-10-22', '--pause=2026-10-26..2026-10-26')
    expect(JSON.parse(out)).toMatchObject({ rawEnd: '2026-12-12', end: '2026-12-14' })
  })

  it.each([
    ['an unknown rule', ['--rule', 'no_such', '--from', '2026-01-01'], 'no_such'],
    ['an impossible date', ['--rule', 'appeal_ruling', '--from', '2026-02-30'], '2026-02-30'],
    ['a rule without length', ['--rule', 'bill_opinion_reply', '--from', '2026-01-01'], '没有可计算的长度'],
    ['a pause that is not allowed', ['--rule', 'agency_perform_reply', '--from', '2026-01-01', '--pause', '2026-01-05..2026-01-06'], '不得中止'],
    ['an extension that is not allowed', ['--rule', 'agency_perform_reply', '--from', '2026-01-01', '--extend', '1'], '不得延长'],
    ['an unknown option', ['--rules', 'appeal_ruling'], '--rules'],
  ])('refuses %s with 2', async (_what, words, said) => {
    const { code, out, err } = await deadline(...words)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(said)
  })
})
