import { charter, declareProcedure, law, practice, setting, type ClockStart, type StepClocks } from '@/lib/engine/procedure/declare'
import { enterLetterLateInput } from '@/lib/cases/schema'
import { distributors, passWorkInput } from '@/lib/handovers/schema'
import type { Role } from '@/lib/platform/roles'
import {
  answerHelpInput, approveInput, askHelpOnBehalfInput, askAgainInput, askHelpInput, checkInput, closeInput, decideObjectionInput, draftInput, editInput,
  nameHandlerOnBehalfInput, objectInput, objectOnBehalfInput, opinionInput, reasonInput, recordReceiptInput, reexaminationInput, reportActionOnBehalfInput, replyInput, replyOnBehalfInput,
  reportForRecordInput, sealInput, serveInput, signForInput, submitInput, withdrawInput,
} from './schema'

const drafters: readonly Role[] = ['prosecutor', 'prosecutorAssistant']
/** 代录: who enters what came on paper. */
const enterers: readonly Role[] = ['prosecutor', 'caseManager']
const paperFields = { day: 'arrivedOn', signer: 'signerName', scan: 'scanFileId' } as const
const toProsecutors = { party: 'procuratorate', roles: ['prosecutor', 'prosecutorAssistant'] } as const
const toAgency = { party: 'agency', roles: ['liaison', 'agencyHandler', 'agencyLeader'] } as const
const received = ['received', 'replied', 'askedAgain'] as const
const delivered = [...received, 'verified'] as const

/** What the receipt sets going, whoever records it (两高解释 21, 办案规则 47, 75; practice for the objection). */
const receiptClocks: readonly ClockStart[] = [
  { rule: 'agency_perform_reply', duty: 'recommendation.reply', owedBy: 'agency', owedTo: 'procuratorate', trigger: 'receivedOn', when: 'ordinary' },
  { rule: 'agency_urgent_reply', duty: 'recommendation.reply', owedBy: 'agency', owedTo: 'procuratorate', trigger: 'receivedOn', when: 'urgent' },
  { rule: 'agency_perform_reply', duty: 'recommendation.perform', owedBy: 'agency', owedTo: 'procuratorate', trigger: 'receivedOn', when: 'delivered' },
  { rule: 'objection_period', duty: 'recommendation.object', owedBy: 'agency', owedTo: 'procuratorate', trigger: 'receivedOn', when: 'delivered' },
  { rule: 'pil_recommendation_filing', duty: 'recommendation.reportForRecord', owedBy: 'procuratorate', trigger: 'receivedOn', when: 'delivered' },
]
const objection: StepClocks = {
  satisfies: [{ duty: 'recommendation.object', on: 'raisedOn' }],
  starts: [{ rule: 'objection_review', duty: 'recommendation.decideObjection', owedBy: 'procuratorate', owedTo: 'agency', trigger: 'raisedOn' }],
}
const help: StepClocks = {
  starts: [{ rule: 'help_request_answer', duty: 'recommendation.answerHelp', owedBy: 'procuratorate', owedTo: 'agency', trigger: 'askedOn' }],
}
/** The same for a letter entered late, unless its filing is done already. */
const lateClocks = receiptClocks.map((start) => (start.duty === 'recommendation.reportForRecord' ? { ...start, when: 'unfiled' } : start))
const receiptPaper = { kind: 'serviceReceipt', number: 'none', when: 'delivered' } as const

export const recommendationProcedure = declareProcedure({
  name: 'recommendation',
  states: [
    'draft', 'submitted', 'reviewed', 'approved', 'sealed', 'sent', 'received', 'replied', 'askedAgain', 'verified', 'closed', 'withdrawn',
  ],
  final: ['closed', 'withdrawn'],
  steps: {
    draft: {
      from: 'new', to: ['draft'], by: drafters, input: draftInput, ownForm: true, inner: true,
      basis: [law('办案规则 75'), law('建议规定 16')],
    },
    enterLate: {
      from: 'new', to: ['received'], by: ['caseManager', 'prosecutor'], input: enterLetterLateInput, nested: true,
      basis: [practice('补录')],
      clocks: { starts: lateClocks },
      papers: [{ kind: 'recommendationLetter', number: 'taken' }],
      notices: [toProsecutors, { party: 'agency', roles: ['liaison', 'agencyLeader'] }],
    },
    edit: {
      from: ['draft'], to: [], by: drafters, input: editInput, ownForm: true, inner: true,
      basis: [law('办案规则 75'), law('建议规定 16')],
    },
    discard: {
      from: ['draft'], to: ['withdrawn'], by: drafters, input: reasonInput, inner: true, aside: true,
      basis: [practice('不再提出的，注明原因后撤销草稿')],
    },
    submit: {
      from: ['draft'], to: ['submitted'], by: drafters, input: submitInput, ownForm: true, inner: true,
      basis: [law('办案规则 75'), law('建议规定 3'), law('建议规定 16')],
      notices: [{ party: 'procuratorate', roles: ['departmentHead'] }],
    },
    review: {
      from: ['submitted'], to: ['reviewed'], by: ['departmentHead'], input: opinionInput, inner: true,
      basis: [law('办案规则 7')],
      notices: [{ party: 'procuratorate', roles: ['chiefProsecutor'] }],
    },
    sendBack: {
      from: ['submitted', 'reviewed'], to: ['draft'], by: ['departmentHead', 'chiefProsecutor'], input: reasonInput, inner: true, aside: true,
      basis: [law('办案规则 7'), law('办案规则 8')],
    },
    approve: {
      from: ['reviewed'], to: ['approved'], by: ['chiefProsecutor'], input: approveInput, stepUp: true, inner: true, reserved: true,
      basis: [law('办案规则 5'), law('办案规则 75'), law('建议规定 7')],
      clocks: {
        starts: [{ rule: 'pil_recommendation_service', duty: 'recommendation.serve', owedBy: 'procuratorate', trigger: 'decidedOn' }],
      },
      papers: [{ kind: 'recommendationLetter', number: 'taken' }],
      notices: [toProsecutors, { party: 'procuratorate', roles: ['caseManager'] }],
    },
    revoke: {
      from: ['approved', 'sealed'], to: ['withdrawn'], by: ['chiefProsecutor'], input: reasonInput, inner: true, aside: true,
      basis: [law('建议规定 23'), practice('未送达的作废，文号保留')],
      clocks: { cancels: ['*'] },
      notices: [toProsecutors],
    },
    seal: {
      from: ['approved'], to: ['sealed'], by: ['caseManager'], input: sealInput, inner: true,
      basis: [law('建议规定 7'), practice('用印并留存扫描件')],
      notices: [toProsecutors],
    },
    serve: {
      from: ['sealed'], to: ['sent', 'received'], by: drafters, input: serveInput,
      basis: [law('办案规则 76'), law('民诉法 88')],
      clocks: { satisfies: [{ duty: 'recommendation.serve', on: 'sentOn' }], starts: receiptClocks },
      papers: [receiptPaper],
      notices: [{ party: 'agency', roles: ['liaison', 'agencyLeader'] }],
    },
    recordReceipt: {
      from: ['sent'], to: ['received'], by: drafters, input: recordReceiptInput,
      basis: [law('办案规则 76'), law('民诉法 87')],
      clocks: { starts: receiptClocks },
      papers: [receiptPaper],
      notices: [{ party: 'agency', roles: ['liaison', 'agencyLeader'] }, { party: 'procuratorate', roles: ['caseManager'] }],
    },
    signFor: {
      from: ['sent'], to: ['received'], by: ['liaison'], input: signForInput, bulk: { shared: ['receivedOn', 'receivedBy', 'receiverPost'] },
      onPaper: { step: 'recommendation.recordReceipt', day: 'receivedOn', signer: 'receivedBy', scan: 'fileId' },
      basis: [law('民诉法 87'), law('民诉法 90')],
      clocks: { starts: receiptClocks },
      papers: [receiptPaper],
      notices: [toProsecutors, { party: 'procuratorate', roles: ['caseManager'] }, { party: 'agency', roles: ['agencyLeader'] }],
    },
    reportForRecord: {
      from: delivered, to: [], by: ['caseManager', 'prosecutor'], input: reportForRecordInput, inner: true,
      basis: [law('办案规则 75'), law('建议规定 21')],
      clocks: { satisfies: [{ duty: 'recommendation.reportForRecord', on: 'filedOn' }] },
      papers: [{ kind: 'recordReport', number: 'assign' }],
    },
    object: {
      from: received, to: [], by: ['agencyLeader', 'liaison'], input: objectInput, ownForm: true, aside: true,
      onPaper: { step: 'recommendation.objectOnBehalf', ...paperFields },
      basis: [law('建议规定 16'), law('建议规定 22')],
      clocks: objection,
      papers: [{ kind: 'objectionLetter', number: 'assign' }],
      notices: [toProsecutors, { party: 'procuratorate', roles: ['departmentHead'] }],
    },
    proposeReexamination: {
      from: received, to: [], by: ['prosecutor'], input: reexaminationInput, ownForm: true, inner: true,
      basis: [law('建议规定 22')],
      notices: [{ party: 'procuratorate', roles: ['departmentHead', 'chiefProsecutor'] }],
    },
    decideObjection: {
      from: received, to: [...received, 'withdrawn'], by: ['chiefProsecutor'], input: decideObjectionInput, stepUp: true, reserved: true,
      basis: [law('建议规定 22'), law('建议规定 23')],
      clocks: {
        satisfies: [{ duty: 'recommendation.decideObjection' }],
        recounts: [{ duty: 'recommendation.perform', when: 'periodChanged' }],
        cancels: ['*'], cancelsWhen: 'withdrawn',
      },
      papers: [{ kind: 'reexaminationAnswer', number: 'taken' }, { kind: 'withdrawalDecision', number: 'taken', when: 'withdrawn' }],
      notices: [toAgency, toProsecutors],
    },
    withdraw: {
      from: received, to: ['withdrawn'], by: ['chiefProsecutor'], input: withdrawInput, stepUp: true, reserved: true, aside: true,
      basis: [law('建议规定 23')],
      clocks: { cancels: ['*'] },
      papers: [{ kind: 'withdrawalDecision', number: 'taken' }],
      notices: [toAgency, toProsecutors],
    },
    askHelp: {
      from: received, to: [], by: ['liaison', 'agencyHandler', 'agencyLeader'], input: askHelpInput, aside: true,
      onPaper: { step: 'recommendation.askHelpOnBehalf', ...paperFields },
      basis: [practice('请求协助不停止任何期限')],
      clocks: help,
      notices: [toProsecutors],
    },
    answerHelp: {
      from: delivered, to: [], by: drafters, input: answerHelpInput,
      basis: [practice('请求协助不停止任何期限'), setting('协助请求答复期限')],
      clocks: { satisfies: [{ duty: 'recommendation.answerHelp' }] },
      notices: [toAgency],
    },
    reply: {
      from: delivered, to: ['replied', 'verified'], by: ['agencyLeader'], input: replyInput, stepUp: true, ownForm: true,
      onPaper: { step: 'recommendation.replyOnBehalf', ...paperFields },
      basis: [law('两高解释 21'), law('办案规则 77')],
      clocks: { satisfies: [{ duty: 'recommendation.reply', on: 'repliedOn' }] },
      papers: [{ kind: 'agencyReplyLetter', number: 'assign' }],
      notices: [toProsecutors],
    },
    replyOnBehalf: {
      from: delivered, to: ['replied', 'verified'], by: enterers, input: replyOnBehalfInput, ownForm: true, aside: true,
      basis: [law('两高解释 21'), law('民诉法 85'), practice('代录书面回复')],
      clocks: { satisfies: [{ duty: 'recommendation.reply', on: 'repliedOn' }] },
      papers: [{ kind: 'agencyReplyLetter', number: 'given' }],
      notices: [toProsecutors, toAgency],
    },
    objectOnBehalf: {
      from: received, to: [], by: enterers, input: objectOnBehalfInput, ownForm: true, aside: true,
      basis: [law('建议规定 22'), law('民诉法 85'), practice('代录书面异议')],
      clocks: objection,
      papers: [{ kind: 'objectionLetter', number: 'given' }],
      notices: [toProsecutors, { party: 'procuratorate', roles: ['departmentHead'] }, toAgency],
    },
    askHelpOnBehalf: {
      from: received, to: [], by: enterers, input: askHelpOnBehalfInput, aside: true,
      basis: [practice('请求协助不停止任何期限'), practice('代录书面协助请求')],
      clocks: help,
      notices: [toProsecutors, toAgency],
    },
    nameHandlerOnBehalf: {
      from: received, to: [], by: enterers, input: nameHandlerOnBehalfInput, aside: true,
      basis: [charter('收到检察建议后指定专人负责办理'), practice('代录承办人')],
      notices: [toProsecutors],
    },
    reportActionOnBehalf: {
      from: delivered, to: [], by: enterers, input: reportActionOnBehalfInput, aside: true,
      basis: [practice('逐项记录整改措施及前后对比证明'), practice('代录整改情况')],
      notices: [toProsecutors, toAgency],
    },
    check: {
      from: delivered, to: [...delivered], by: drafters, input: checkInput, ownForm: true,
      basis: [law('办案规则 77'), law('办案规则 82')],
      clocks: {
        satisfies: [{ duty: 'recommendation.perform', on: 'performedOn', when: 'verified' }],
        reopens: [{ duty: 'recommendation.perform', when: 'revoked' }],
        cancels: ['recommendation.reply'], cancelsWhen: 'moot',
      },
      papers: [{ kind: 'followUpRecord', number: 'none' }],
      notices: [toAgency, { party: 'procuratorate', roles: ['prosecutor'] }],
    },
    askAgain: {
      from: ['replied'], to: ['askedAgain'], by: ['prosecutor'], input: askAgainInput, ownForm: true,
      basis: [law('建议规定 24'), law('办案规则 77'), setting('补充回复期限')],
      clocks: {
        starts: [{ rule: 'asked_again_reply', duty: 'recommendation.reply', owedBy: 'agency', owedTo: 'procuratorate', trigger: 'askedOn' }],
      },
      notices: [toAgency],
    },
    handOver: {
      from: ['draft', 'submitted', 'reviewed', 'approved', 'sealed', 'sent', ...delivered], to: [], by: distributors, input: passWorkInput, inner: true, nested: true,
      basis: [practice('人员离岗、调动的，在办工作交接给接替人员')],
    },
    close: {
      from: delivered, to: ['closed'], by: ['chiefProsecutor'], input: closeInput, nested: true,
      basis: [law('办案规则 74'), law('办案规则 80')],
      clocks: { cancels: ['*'] },
    },
  },
})
