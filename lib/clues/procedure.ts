import { charter, declareProcedure, law, practice, type StepClocks } from '@/lib/engine/procedure/declare'
import { distributors, passWorkInput } from '@/lib/handovers/schema'
import type { Role } from '@/lib/platform/roles'
import {
  approveReferralInput, assignInput, declineInput, enterInput, mergeInput, openInput, proposeInput, reasonInput, receiveTransferInput,
  recordReporterInput, referInput, registerInput, reportMajorInput, returnInput, reviewInput, transferInput, clueStates,
} from './schema'

/** Who writes a referral for a body; in a court a judge approves what the clerk wrote. */
const writers: readonly Role[] = ['liaison', 'agencyLeader', 'agencyHandler', 'bureauOfficer', 'governmentOfficer', 'courtClerk']
const desk = [{ party: 'receiver', roles: ['caseManager'] }] as const
const toSender = [{ party: 'sender', roles: ['liaison', 'bureauOfficer', 'governmentOfficer', 'courtClerk', 'judge'] }] as const

/** The charter's limit for referring is met by the referral itself; late ones show by how many days. */
const referral: StepClocks = {
  starts: [{ rule: 'clue_transfer_local', duty: 'clue.refer', owedBy: 'sender', owedTo: 'receiver', trigger: 'discoveredOn', when: 'limited' }],
  satisfies: [{ duty: 'clue.refer', on: 'referredOn', when: 'limited' }],
}
const assessment = { rule: 'clue_assessment_internal', duty: 'clue.propose', owedBy: 'receiver', trigger: 'registeredOn' } as const
const letter = { kind: 'referralLetter', number: 'assign' } as const
const form = { kind: 'filingApprovalForm', number: 'none' } as const
const decides: readonly Role[] = ['chiefProsecutor']

export const clueProcedure = declareProcedure({
  name: 'clue',
  states: clueStates,
  final: ['opened', 'declined', 'transferred', 'merged'],
  steps: {
    refer: {
      from: 'new', to: ['referred', 'awaitingApproval'], by: writers, input: referInput, ownForm: true,
      onPaper: { step: 'clue.enter', day: 'referredOn', signer: 'referralSigner', scan: 'fileIds' },
      basis: [law('办案规则 24'), charter('线索移送')],
      clocks: referral,
      papers: [{ ...letter, when: '!court' }],
      notices: [{ ...desk[0], when: '!court' }, { party: 'sender', roles: ['judge'], when: 'court' }],
    },
    approveReferral: {
      onPaper: { never: '法院纸质移送函已经法院内部审批，由检察院按来函登记' },
      from: ['awaitingApproval'], to: ['referred'], by: ['judge'], input: approveReferralInput, stepUp: true,
      basis: [practice('法院移送线索由审判员批准')],
      clocks: referral, papers: [letter], notices: [...desk, { party: 'sender', roles: ['courtClerk'] }],
    },
    sendBackReferral: {
      onPaper: { never: '法院内部审批在线下进行' },
      from: ['awaitingApproval'], to: ['returned'], by: ['judge'], input: reasonInput, inner: true, aside: true,
      basis: [practice('法院移送线索由审判员批准')],
      notices: [{ party: 'sender', roles: ['courtClerk'] }],
    },
    resubmit: {
      onPaper: { never: '退回后纸质再次来函的，按新的来函登记' },
      from: ['returned'], to: ['referred', 'awaitingApproval'], by: writers, input: referInput, ownForm: true,
      basis: [law('办案规则 24'), charter('线索移送')],
      papers: [{ ...letter, when: '!court' }],
      notices: [{ ...desk[0], when: '!court' }, { party: 'sender', roles: ['judge'], when: 'court' }],
    },
    enter: {
      from: 'new', to: ['registered'], by: ['caseManager', 'prosecutor'], input: enterInput, ownForm: true,
      basis: [law('办案规则 24'), law('办案规则 25')],
      clocks: { starts: [...referral.starts!, assessment], satisfies: referral.satisfies },
      notices: [{ ...toSender[0], when: 'referred' }],
    },
    receiveTransfer: {
      from: 'new', to: ['referred'], by: decides, input: receiveTransferInput, nested: true,
      basis: [law('办案规则 26')], notices: desk,
    },
    register: {
      from: ['referred'], to: ['registered'], by: ['caseManager'], input: registerInput,
      basis: [law('办案规则 25')],
      clocks: { starts: [assessment] },
      papers: [{ kind: 'referralReceipt', number: 'none' }], notices: toSender,
    },
    returnReferral: {
      from: ['referred'], to: ['returned'], by: ['caseManager'], input: returnInput, aside: true,
      basis: [charter('线索退回'), practice('一次说明理由后退回')],
      papers: [{ kind: 'clueReturnLetter', number: 'assign' }], notices: toSender,
    },
    assign: {
      from: ['registered'], to: [], by: ['departmentHead', 'caseManager'], input: assignInput, inner: true, aside: true, bulk: { shared: ['handlerId', 'reason'] },
      basis: [law('办案规则 6')],
    },
    handOver: {
      from: ['referred', 'returned', 'registered', 'proposed', 'reviewed'], to: [], by: distributors, input: passWorkInput, inner: true, nested: true,
      basis: [practice('人员离岗、调动的，在办工作交接给接替人员')],
    },
    propose: {
      from: ['registered'], to: ['proposed'], by: ['prosecutor'], input: proposeInput, ownForm: true, inner: true,
      basis: [law('办案规则 27'), law('办案规则 30'), practice('必要性')],
      clocks: { satisfies: [{ duty: 'clue.propose' }] },
      notices: [{ party: 'receiver', roles: ['departmentHead'] }],
    },
    review: {
      from: ['proposed'], to: ['reviewed'], by: ['departmentHead'], input: reviewInput, inner: true,
      basis: [law('办案规则 7'), law('办案规则 30')],
      notices: [{ party: 'receiver', roles: decides }],
    },
    sendBack: {
      from: ['proposed'], to: ['registered'], by: ['departmentHead'], input: reasonInput, inner: true, aside: true,
      basis: [law('办案规则 7')], clocks: { starts: [assessment] },
    },
    refuse: {
      from: ['reviewed'], to: ['registered'], by: decides, input: reasonInput, inner: true, aside: true,
      basis: [law('办案规则 30')], clocks: { starts: [assessment] },
    },
    open: {
      from: ['reviewed'], to: ['opened'], by: decides, input: openInput, stepUp: true, reserved: true,
      basis: [law('办案规则 30'), law('办案规则 67'), law('办案规则 69'), practice('探索领域立案前层报上级人民检察院批准')], papers: [form], notices: toSender,
    },
    decline: {
      from: ['reviewed'], to: ['declined'], by: decides, input: declineInput, stepUp: true, reserved: true,
      basis: [law('办案规则 30')], papers: [form, { kind: 'nonFilingDecision', number: 'taken' }], notices: toSender,
    },
    transfer: {
      from: ['reviewed'], to: ['transferred'], by: decides, input: transferInput, stepUp: true,
      basis: [law('办案规则 26'), law('办案规则 31'), practice('移送行政机关')],
      papers: [
        form,
        { kind: 'clueTransferNotice', number: 'taken', when: 'toProcuratorate' },
        { kind: 'superiorReferralOpinion', number: 'taken', when: 'toSuperior' },
        { kind: 'clueTransferLetter', number: 'assign', when: 'toOther' },
      ],
      notices: toSender,
    },
    merge: {
      from: ['reviewed'], to: ['merged'], by: decides, input: mergeInput,
      basis: [law('办案规则 30'), law('办案规则 69')], papers: [form], notices: toSender,
    },
    reportMajor: {
      from: ['registered', 'proposed', 'reviewed', 'opened', 'declined', 'transferred', 'merged'], to: [],
      by: ['caseManager', 'prosecutor'], input: reportMajorInput, inner: true, aside: true, basis: [law('办案规则 25')],
    },
    recordReporter: {
      from: ['registered', 'proposed', 'reviewed', 'opened', 'declined', 'transferred', 'merged'], to: [],
      by: ['caseManager', 'prosecutor'], input: recordReporterInput, inner: true, aside: true,
      basis: [practice('举报人信息单独保存，每次查看留痕')],
    },
  },
})

