import { declareProcedure, practice, setting, type ClockStart } from '@/lib/engine/procedure/declare'
import { distributors, passWorkInput } from '@/lib/handovers/schema'
import type { Role } from '@/lib/platform/roles'
import { letterKinds } from './rules'
import {
  answerInput, answerOnBehalfInput, approveInput, askAgainInput, closeInput, discardInput, draftAnswerInput, draftInput, editInput, enterInput, insistInput,
  issueInput, letterStates, nameHandlerInput, recordFindingInput, returnInput, sayInput, sendBackAnswerInput, sendBackInput, signForInput, signForOnBehalfInput,
  submitInput, withdrawInput,
} from './schema'

// Either body may be an office, a court or an agency: each role works for its own side, and which side that is the letter says.
const drafters: readonly Role[] = ['prosecutor', 'prosecutorAssistant', 'policyDepartment', 'courtClerk', 'liaison', 'agencyHandler', 'bureauOfficer', 'governmentOfficer']
/** A body none of whose leaders has an account has its desk record who signed. */
const signers: readonly Role[] = ['departmentHead', 'chiefProsecutor', 'judge', 'agencyLeader', 'liaison', 'bureauOfficer', 'governmentOfficer']
const desks: readonly Role[] = ['caseManager', 'prosecutor', 'prosecutorAssistant', 'courtClerk', 'liaison', 'bureauOfficer', 'governmentOfficer']
const leaders: readonly Role[] = ['departmentHead', 'judge', 'agencyLeader', 'bureauOfficer', 'governmentOfficer']
/** 代录: whoever got the paper enters it. */
const enterers: readonly Role[] = ['prosecutor', 'caseManager', 'courtClerk', 'liaison', 'bureauOfficer', 'governmentOfficer']
const workers = [...new Set([...drafters, ...signers, ...desks])]

const toDesk = (party: 'sender' | 'receiver') => ({ party, roles: ['caseManager', 'courtClerk', 'liaison', 'bureauOfficer', 'governmentOfficer'] as const })
const toLeaders = (party: 'sender' | 'receiver') => ({ party, roles: leaders })

const chain = [practice('公文内部办理：拟稿、审签、编号用印')]
const inside = [practice('公文内部办理：收文登记、承办、拟复、签发')]
const sign: ClockStart = { rule: 'letter_sign', duty: 'letter.signFor', owedBy: 'receiver', owedTo: 'sender', trigger: 'issuedOn' }
/** The limit of each kind is a setting of its own. */
const answers: readonly ClockStart[] = letterKinds.map(({ answerRule }) => (
  { rule: answerRule, duty: 'letter.answer', owedBy: 'receiver', owedTo: 'sender', trigger: 'receivedOn', when: answerRule }))
const finding: ClockStart = { rule: 'letter_finding', duty: 'letter.recordFinding', owedBy: 'receiver', owedTo: 'sender', trigger: 'happensOn', when: 'finding' }
const open = ['sent', 'received', 'drafted', 'askedAgain', 'redrafted'] as const

export const letterProcedure = declareProcedure({
  name: 'letter',
  states: letterStates,
  final: ['closed', 'withdrawn'],
  steps: {
    draft: { from: 'new', to: ['draft'], by: drafters, input: draftInput, ownForm: true, inner: true, basis: chain },
    edit: { from: ['draft'], to: [], by: drafters, input: editInput, ownForm: true, inner: true, aside: true, basis: chain },
    submit: { from: ['draft'], to: ['submitted'], by: drafters, input: submitInput, inner: true, basis: chain, notices: [toLeaders('sender')] },
    sendBack: { from: ['submitted'], to: ['draft'], by: signers, input: sendBackInput, inner: true, aside: true, basis: chain },
    approve: { from: ['submitted'], to: ['approved'], by: signers, input: approveInput, inner: true, stepUp: true, basis: chain, notices: [toDesk('sender')] },
    discard: { from: ['draft', 'submitted', 'approved'], to: ['withdrawn'], by: [...new Set([...drafters, ...signers])], input: discardInput, inner: true, aside: true, basis: chain },
    issue: {
      from: ['approved'], to: ['sent'], by: desks, input: issueInput,
      basis: [practice('编号、用印后发出'), setting('签收和答复期限')],
      clocks: { starts: [sign] },
      papers: [{ kind: 'cooperationLetter', number: 'assign' }],
      notices: [toDesk('receiver')],
    },
    enter: {
      from: 'new', to: ['received'], by: enterers, input: enterInput, ownForm: true,
      basis: [practice('代录：纸质来函登记')],
      clocks: { starts: answers },
      papers: [{ kind: 'cooperationLetter', number: 'given' }],
      notices: [toDesk('sender'), { party: 'receiver', roles: ['departmentHead'] }],
    },
    signFor: {
      from: ['sent'], to: ['received'], by: desks, input: signForInput,
      onPaper: { step: 'letter.signForOnBehalf', day: 'receivedOn', signer: 'signerName', scan: 'scanFileId' },
      basis: [practice('签收、登记收文'), setting('签收和答复期限')],
      clocks: { satisfies: [{ duty: 'letter.signFor' }], starts: answers },
      notices: [toDesk('sender'), toLeaders('receiver')],
    },
    signForOnBehalf: {
      from: ['sent'], to: ['received'], by: enterers, input: signForOnBehalfInput, aside: true,
      basis: [practice('代录签收')],
      clocks: { satisfies: [{ duty: 'letter.signFor', on: 'receivedOn' }], starts: answers },
      notices: [toDesk('receiver')],
    },
    nameHandler: {
      from: ['received', 'drafted', 'askedAgain', 'redrafted'], to: [], by: [...new Set([...signers, ...desks])], input: nameHandlerInput, inner: true, aside: true, basis: inside,
    },
    handOver: {
      from: ['sent', 'received', 'drafted', 'answered', 'askedAgain', 'redrafted', 'returned'], to: [], by: distributors, input: passWorkInput, inner: true, nested: true,
      basis: [practice('人员离岗、调动的，在办工作交接给接替人员')],
    },
    returnLetter: {
      from: ['sent', 'received'], to: ['returned'], by: workers, input: returnInput, aside: true,
      basis: [practice('不属于本单位职责的，说明理由退回一次，并提出应当受理的单位')],
      clocks: { cancels: ['*'] },
      notices: [toDesk('sender')],
    },
    insist: {
      from: ['returned'], to: ['sent'], by: desks, input: insistInput,
      basis: [practice('认为仍应由该单位办理的，说明理由后再次发出')],
      clocks: { starts: [sign] },
      notices: [toDesk('receiver')],
    },
    say: {
      from: ['received', 'drafted', 'askedAgain', 'redrafted', 'answered'], to: [], by: workers, input: sayInput, aside: true,
      basis: [practice('答复前后可以就问题往来沟通')],
      notices: [{ ...toDesk('sender'), when: 'byReceiver' }, { ...toDesk('receiver'), when: 'bySender' }],
    },
    draftAnswer: {
      from: ['received', 'drafted', 'askedAgain', 'redrafted'], to: ['drafted', 'redrafted'], by: drafters, input: draftAnswerInput, ownForm: true, inner: true,
      basis: inside, notices: [toLeaders('receiver')],
    },
    sendBackAnswer: {
      from: ['drafted', 'redrafted'], to: ['received', 'askedAgain'], by: signers, input: sendBackAnswerInput, inner: true, aside: true, basis: inside,
    },
    answer: {
      from: ['drafted', 'redrafted'], to: ['answered'], by: signers, input: answerInput, stepUp: true,
      onPaper: { step: 'letter.answerOnBehalf', day: 'answeredOn', signer: 'signerName', scan: 'scanFileId' },
      basis: [practice('答复由本单位负责人签发'), setting('签收和答复期限')],
      clocks: { satisfies: [{ duty: 'letter.answer' }], starts: [finding] },
      papers: [{ kind: 'letterAnswer', number: 'assign' }],
      notices: [toDesk('sender')],
    },
    answerOnBehalf: {
      from: ['received', 'drafted', 'askedAgain', 'redrafted'], to: ['answered'], by: enterers, input: answerOnBehalfInput, ownForm: true, aside: true,
      basis: [practice('代录书面答复')],
      clocks: { satisfies: [{ duty: 'letter.answer', on: 'answeredOn' }] },
      papers: [{ kind: 'letterAnswer', number: 'given' }],
      notices: [toDesk('receiver')],
    },
    askAgain: {
      from: ['answered'], to: ['askedAgain'], by: [...new Set([...drafters, ...signers])], input: askAgainInput, aside: true,
      basis: [practice('答复不完整的，可以再次询问一次'), setting('签收和答复期限')],
      clocks: { starts: [{ rule: 'letter_again_answer', duty: 'letter.answer', owedBy: 'receiver', owedTo: 'sender' }], cancels: ['letter.recordFinding'] },
      notices: [toDesk('receiver')],
    },
    recordFinding: {
      from: ['answered'], to: [], by: ['prosecutor', 'prosecutorAssistant', 'departmentHead'], input: recordFindingInput,
      basis: [practice('参与日常执法后，记录现场发现的问题和处理情况')],
      clocks: { satisfies: [{ duty: 'letter.recordFinding', on: 'findingOn' }] },
      notices: [toDesk('sender')],
    },
    close: {
      from: ['answered', 'returned'], to: ['closed'], by: [...new Set([...drafters, ...signers, ...desks])], input: closeInput,
      basis: [practice('办结归档；专业咨询的，反馈意见采用情况')],
      clocks: { cancels: ['*'] },
      notices: [toDesk('receiver')],
    },
    withdraw: {
      from: [...open, 'returned'], to: ['withdrawn'], by: signers, input: withdrawInput, aside: true,
      basis: [practice('不再需要的，说明理由后撤回，文号保留')],
      clocks: { cancels: ['*'] },
      notices: [toDesk('receiver')],
    },
  },
})
