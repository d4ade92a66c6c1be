import { describe, expect, it } from 'vitest'
import { shippedCalendar } from '@/lib/engine/deadlines/calendar'
import { CountRefused, countRule } from '@/lib/engine/deadlines/count-rule'
import { findRule, getRuleVersion, periodOf, requireRule, rulesInForce, timeLimitRules } from '@/lib/engine/deadlines/rules'

// The table of limits, read once more by hand: key, length, unit (d natural, w working, m month, h hour, - none), roll.
const table = `
clue_major_filing - · | clue_assessment_internal 30d roll | clue_transfer_local 7d roll | recusal_decision 3d roll
recusal_review 3d roll | filing_decision_service 7d roll | investigation_internal 3m roll | entrusted_investigation 30d roll
general_fact_check 2m roll | hearing_notice 3d back | pil_recommendation_service 3d roll | pil_recommendation_filing 5d roll
general_recommendation_filing 5d roll | retrial_recommendation_service 15d roll | retrial_recommendation_filing 5d roll
trial_violation_rec_service 15d roll | agency_perform_reply 2m roll | agency_urgent_reply 15d roll | general_reply 2m roll
objection_period 10d roll | objection_review 10d roll | prosecution_review_admin 1m roll | announcement_civil 30d roll
prosecution_review_civil 3m roll | complaint_filing 5d roll | court_register 7d roll | copy_to_defendant 5d roll
court_tell_regulator 10d roll | defence_admin 15d roll | hearing_notice_court 3d back | attendance_notice 3d roll
withdrawal_or_change_docs 3d roll | support_withdrawal_docs 3d roll | first_instance_admin 6m roll
first_instance_civil 6m roll | judgment_report_superior 3d roll | appeal_judgment 15d roll | appeal_ruling 10d roll
appeal_copy_report 3d roll | second_instance 3m roll | mediation_announce 30d stay | execution_explain 15d roll
judicial_advice_reply 2m roll | crime_approval 3d stay | crime_transfer 24h stay | police_forward 24h stay
police_decide 3d stay | police_reconsider_req 3d stay | police_reconsider_dec 3d stay | lawful_supervision_req 3d stay
evidence_handover 3d stay | reverse_internal_move 3w stay | reverse_review 10w stay | reverse_opinion_service 3d stay
reverse_opinion_reply 2m roll | penalty_decision 90d stay | admin_supervision_review 3m roll
admin_supervision_accept 7d roll | acceptance_notice 3d roll | admin_supervision_apply 6m stay | flow_monitor_reply 10d roll
interference_report - · | petition_notice 15d stay | petition_handle 60d stay | env_limitation - ·
env_penalty_limitation - · | bill_opinion_reply - ·`
  .split(/[|\n]/)
  .map((row) => row.trim())
  .filter(Boolean)
const letters = { naturalDay: 'd', workingDay: 'w', month: 'm', hour: 'h' } as const

describe('the table of limits', () => {
  it.each(table)('%s', (row) => {
    const [key = '', length, move] = row.split(' ')
    const rule = requireRule(key, '2026-11-22')
    const period = periodOf(rule)
    expect(period ? `${period.amount}${letters[period.unit]}` : '-').toBe(length)
    if (period) expect(period.direction === 'back' ? 'back' : period.roll ? 'roll' : 'stay').toBe(move)
  })

  const promised = new Set(['charter_days', 'charter_working_days', 'charter_months', 'charter_period'])
  /** Whose length each letter writes itself. */
  const written = 'recurring_report'

  it('holds nothing beside them but local settings and what an opinion itself measures', () => {
    const known = new Set(table.map((row) => row.split(' ')[0]))
    const others = timeLimitRules.filter((rule) => !known.has(rule.key) && !promised.has(rule.key) && rule.key !== written && !rule.key.startsWith('letter_'))
    expect(others.map((rule) => rule.key).sort()).toEqual([
      'action_item_report',
      'appointment_decide',
      'asked_again_reply', 'bulletin_adoption', 'bulletin_major_event', 'bulletin_read', 'bulletin_study',
      'charter_question_answer',
      'data_item_confirm', 'data_request_answer', 'data_request_return',
      'engagement_answer',
      'group_seat_confirm',
      'handler_named',
      'help_request_answer',
      'look_back_1',
      'look_back_12',
      'look_back_3',
      'look_back_6',
      'meeting_attendance',
      'meeting_draft',
      'meeting_minutes',
      'meeting_proposal_answer',
      'observer_opinion_answer',
      'power_doubt_settle',
      'proposal_answer',
      'superior_opinion_answer',
      'supervision_report',
      'undertaking_answer',
      'undertaking_lesson',
      'undertaking_raised',
      'undertaking_report',
      'undertaking_revisit',
      'undertaking_township',
      'undertaking_yearly',
    ])
    for (const rule of others) expect(rule.setting, rule.key).toBe(true)
    for (const rule of timeLimitRules.filter(({ key }) => promised.has(key))) expect([rule.amount, rule.basis[0]!.kind], rule.key).toEqual([null, 'charter'])
    expect(requireRule(written, '2026-11-22')).toMatchObject({ amount: null, extension: null, suspension: null, basis: [{ kind: 'practice' }] })
  })

  it('never gives a setting the rank of law, nor a law the mark of a setting', () => {
    for (const rule of timeLimitRules) {
      const kinds = rule.basis.map((basis) => basis.kind)
      expect(kinds.every((kind) => kind === 'setting'), rule.key).toBe(rule.setting === true)
    }
  })

  it('knows each version once, one version a day', () => {
    const versions = timeLimitRules.map((rule) => `${rule.key} ${rule.version}`)
    expect(new Set(versions).size).toBe(versions.length)
    const keys = rulesInForce('2026-11-22').map((rule) => rule.key)
    expect(new Set(keys).size).toBe(keys.length)
  })
})

describe('looking a rule up', () => {
  it('finds none under an unknown key', () => expect(findRule('no_such_limit', '2026-01-01')).toBeNull())
  it('finds a version again', () => expect(getRuleVersion('agency_perform_reply', 1).amount).toBe(2))
  it('leaves out what is not yet in force', () => {
    expect(rulesInForce('2021-06-30').map((rule) => rule.key)).not.toContain('prosecution_review_admin')
    expect(rulesInForce('2021-07-01').map((rule) => rule.key)).toContain('prosecution_review_admin')
  })
  it('warns of a trigger older than the rule', () => {
    const old = countRule(requireRule('prosecution_review_admin', '2020-03-02'), '2020-03-02', shippedCalendar)
    expect(old.warnings).toContainEqual({ code: 'notYetInForce', params: { validFrom: '2021-07-01' } })
  })
})

describe('a count the rule does not allow', () => {
  const counting = (key: string, options: Parameters<typeof countRule>[3] = {}) => () =>
    countRule(requireRule(key, '2026-03-02'), '2026-03-02', shippedCalendar, options)
  const pauses = [{ from: '2026-03-10', to: '2026-03-12' }]

  it('the two months run on whatever is suspended (办案规则 78)', () => {
    expect(counting('agency_perform_reply', { pauses })).toThrow(CountRefused)
    expect(counting('agency_perform_reply', { extension: 1 })).toThrow(/noExtension/)
  })
  it('the review month may be paused and extended (办案规则 47, 48)', () => {
    expect(counting('prosecution_review_admin', { pauses, extension: 1 })().rawEnd).toBe('2026-05-05')
  })
  it('an unchangeable period may not (行诉监督规则 20)', () => {
    expect(counting('admin_supervision_apply', { pauses })).toThrow(/noPause/)
    expect(counting('admin_supervision_apply', { extension: 1 })).toThrow(/noExtension/)
  })
  it.each(['clue_major_filing', 'interference_report', 'env_limitation', 'env_penalty_limitation', 'bill_opinion_reply'])(
    '%s has no countdown',
    (key) => expect(counting(key)).toThrow(/noLength/),
  )
})
