import { declareProcedure, practice, setting } from '@/lib/engine/procedure/declare'
import type { Role } from '@/lib/platform/roles'
import { acceptInput, askAgainInput, cycleStates, endInput, openInput, reportInput, reportOnBehalfInput, settledStates } from './schema'

const handlers: readonly Role[] = ['prosecutor', 'prosecutorAssistant']
const duty = 'dutyCycle.report'
const asWritten = practice('检察建议书要求定期履职的，逐期报告履职情况')
const owed = ['open', 'askedAgain'] as const
const toProsecutors = { party: 'procuratorate', roles: handlers } as const
const toAgency = { party: 'agency', roles: ['liaison', 'agencyHandler', 'agencyLeader'] } as const

/** 定期履职的一期. Its clock begins by itself on its first day; a report tells of work done and never makes a demand rectified. */
export const dutyCycleProcedure = declareProcedure({
  name: 'dutyCycle', states: cycleStates, final: settledStates,
  steps: {
    open: {
      from: 'new', to: ['open'], by: [...handlers, 'liaison', 'chiefProsecutor'], input: openInput, nested: true, basis: [asWritten],
      clocks: { starts: [{ rule: 'recurring_report', duty, owedBy: 'agency', owedTo: 'procuratorate', trigger: 'dayBefore' }] },
    },
    report: {
      from: owed, to: ['reported'], by: ['liaison', 'agencyHandler', 'agencyLeader'], input: reportInput, basis: [asWritten],
      onPaper: { step: 'dutyCycle.reportOnBehalf', day: 'arrivedOn', signer: 'signerName', scan: 'scanFileId' },
      clocks: { satisfies: [{ duty, on: 'reportedOn' }] },
      notices: [toProsecutors],
    },
    reportOnBehalf: {
      from: owed, to: ['reported'], by: ['prosecutor', 'caseManager'], input: reportOnBehalfInput, aside: true, basis: [asWritten, practice('代录定期履职报告')],
      clocks: { satisfies: [{ duty, on: 'reportedOn' }] },
      notices: [toProsecutors, toAgency],
    },
    accept: {
      from: ['reported'], to: ['accepted'], by: handlers, input: acceptInput, basis: [practice('收到定期履职报告不等于认定整改到位，整改以现场核查为准')],
      notices: [toAgency],
    },
    askAgain: {
      from: ['reported'], to: ['askedAgain'], by: handlers, input: askAgainInput, aside: true, basis: [asWritten, setting('补充回复期限')],
      clocks: { starts: [{ rule: 'asked_again_reply', duty, owedBy: 'agency', owedTo: 'procuratorate', trigger: 'askedOn' }] },
      notices: [toAgency],
    },
    end: {
      from: [...owed, 'reported'], to: ['ended'], by: ['chiefProsecutor'], input: endInput, nested: true,
      basis: [practice('检察建议撤回、变更或者案件以不存在违法终结的，不再要求报告')],
      clocks: { cancels: [duty] },
    },
  },
})
