import { partyRoles } from '@/lib/action-items/schema'
import { declareProcedure, practice, setting, type ClockStart } from '@/lib/engine/procedure/declare'
import { contactRoles, type Role } from '@/lib/platform/roles'
import { answerRules } from '../rules/kinds'
import {
  answerInput, answerOnBehalfInput, assignInput, commentInput, commentOnBehalfInput, openReadingInput, readingStates, readers, readInput, readOnBehalfInput,
} from '../schema/reading'

/** 代录: the office whose bulletin it is. */
const enterers: readonly Role[] = ['prosecutor', 'prosecutorAssistant', 'caseManager', 'courtClerk', 'liaison', 'bureauOfficer', 'governmentOfficer']
const toReader = { party: 'reader', roles: [...contactRoles, 'agencyLeader', 'departmentHead', 'viewer'] } as const
const toIssuer = { party: 'issuer', roles: contactRoles } as const

const read: ClockStart = { rule: 'bulletin_read', duty: 'bulletinReading.read', owedBy: 'reader', owedTo: 'issuer', trigger: 'issuedOn' }
const answers: readonly ClockStart[] = answerRules.map((rule) => ({ rule, duty: 'bulletinReading.answer', owedBy: 'reader', owedTo: 'issuer', trigger: 'issuedOn', when: rule }))
const onTime = [practice('收到通报后阅知、登记'), setting('阅知通报的期限')]

/** 阅签: one for each body a bulletin names. */
export const readingProcedure = declareProcedure({
  name: 'bulletinReading',
  states: readingStates,
  final: ['answered'],
  steps: {
    // Those named as persons are told by name, and nobody else of their body.
    open: { from: 'new', to: ['unread'], by: partyRoles, input: openReadingInput, nested: true, basis: onTime, clocks: { starts: [read, ...answers] }, notices: [{ ...toReader, when: '!named' }] },
    read: { from: ['unread'], to: ['read'], by: readers, input: readInput, basis: onTime, clocks: { satisfies: [{ duty: 'bulletinReading.read' }] } },
    readToo: { from: ['read', 'answered'], to: [], by: readers, input: readInput, aside: true, basis: [practice('单位负责人和其他阅知人员逐一登记')] },
    readOnBehalf: {
      from: ['unread'], to: ['read'], by: enterers, input: readOnBehalfInput, aside: true,
      basis: [practice('没有账号的单位，由通报单位凭纸质回执代录')],
      clocks: { satisfies: [{ duty: 'bulletinReading.read', on: 'readOn' }] },
    },
    comment: { from: ['read', 'answered'], to: [], by: readers, input: commentInput, aside: true, basis: [practice('领导批示和各方意见由阅知单位记录')], notices: [toIssuer] },
    commentOnBehalf: { from: ['read', 'answered'], to: [], by: enterers, input: commentOnBehalfInput, aside: true, basis: [practice('没有账号的单位的批示和意见，由通报单位代录')] },
    assign: { from: ['read', 'answered'], to: [], by: partyRoles, input: assignInput, aside: true, basis: [practice('批示和意见列为任务，明确责任单位和期限')] },
    answer: {
      from: ['read'], to: ['answered'], by: partyRoles, input: answerInput,
      basis: [practice('研究后书面反馈；不采纳的说明理由'), setting('反馈通报办理结果的期限')],
      clocks: { satisfies: [{ duty: 'bulletinReading.answer' }] }, notices: [toIssuer],
    },
    answerOnBehalf: {
      from: ['read'], to: ['answered'], by: enterers, input: answerOnBehalfInput, aside: true,
      basis: [practice('没有账号的单位书面反馈的，由通报单位代录')],
      clocks: { satisfies: [{ duty: 'bulletinReading.answer', on: 'answeredOn' }] },
    },
  },
})
