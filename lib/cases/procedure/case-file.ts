import { declareProcedure, law, practice, setting } from '@/lib/engine/procedure/declare'
import { distributors, passWorkInput } from '@/lib/handovers/schema'
import type { Role } from '@/lib/platform/roles'
import {
  addEvidenceInput, closeInvestigationInput, concludeInput, enterLateInput, extendBySuperiorInput, extendReviewInput, followInput, lateLetterInput, moveReviewInput, opinionInput,
  openInput, proposeConclusionInput, proposeSuspensionInput, recommendInput, recordConsultationInput, refuseConclusionInput,
  reopenInvestigationInput, resumeInput, serveDecisionInput, setTeamInput, suspendInput, waiveConsultationInput, weighHarmInput,
} from '../schema'

const handlers: readonly Role[] = ['prosecutor', 'prosecutorAssistant']
const running = ['opened', 'investigating', 'investigated', 'recommending', 'following', 'suspended'] as const
const toHandlers = [{ party: 'procuratorate', roles: ['prosecutor'] }] as const

export const caseProcedure = declareProcedure({
  name: 'case',
  states: ['opened', 'investigating', 'investigated', 'recommending', 'following', 'suspended', 'concluding', 'concluded'],
  final: ['concluded'],
  steps: {
    open: {
      from: 'new', to: ['opened'], by: ['chiefProsecutor'], input: openInput, nested: true, reserved: true,
      basis: [law('办案规则 30'), law('办案规则 67'), law('办案规则 69')],
      clocks: {
        starts: [
          { rule: 'filing_decision_service', duty: 'case.serveDecision', owedBy: 'procuratorate', owedTo: 'agency', trigger: 'openedOn' },
          { rule: 'investigation_internal', duty: 'case.finishInvestigation', owedBy: 'procuratorate', trigger: 'openedOn' },
        ],
      },
      papers: [{ kind: 'filingDecision', number: 'taken' }],
      notices: toHandlers,
    },
    enterLate: {
      from: 'new', to: ['opened', 'investigating', 'investigated'], by: ['caseManager', 'prosecutor'], input: enterLateInput,
      basis: [practice('补录')],
      clocks: {
        starts: [
          { rule: 'filing_decision_service', duty: 'case.serveDecision', owedBy: 'procuratorate', owedTo: 'agency', trigger: 'openedOn', when: '!served' },
          { rule: 'investigation_internal', duty: 'case.finishInvestigation', owedBy: 'procuratorate', trigger: 'openedOn' },
        ],
      },
      papers: [{ kind: 'filingDecision', number: 'taken' }],
      notices: [{ party: 'agency', roles: ['liaison'], when: 'served' }],
    },
    enterLetter: {
      from: ['investigated'], to: ['following'], by: ['caseManager', 'prosecutor'], input: lateLetterInput, aside: true,
      basis: [practice('补录')],
      clocks: {
        satisfies: [{ duty: 'case.finishInvestigation', on: 'decidedOn' }],
        starts: [{ rule: 'prosecution_review_admin', duty: 'case.decideReview', owedBy: 'procuratorate', trigger: 'rectificationEndOn' }],
      },
    },
    serveDecision: {
      from: ['opened'], to: ['investigating'], by: handlers, input: serveDecisionInput,
      basis: [law('办案规则 70')],
      clocks: { satisfies: [{ duty: 'case.serveDecision', on: 'servedOn' }] },
      papers: [{ kind: 'serviceReceipt', number: 'none' }],
      notices: [{ party: 'agency', roles: ['liaison', 'agencyLeader'] }],
    },
    setTeam: {
      from: running, to: [], by: ['prosecutor', 'departmentHead', 'caseManager'], input: setTeamInput, inner: true, aside: true,
      basis: [law('办案规则 6')],
    },
    weighHarm: {
      from: running, to: [], by: ['prosecutor'], input: weighHarmInput, inner: true, aside: true,
      basis: [practice('突出监督重点，损害重的先办')],
    },
    handOver: {
      from: [...running, 'concluding', 'concluded'], to: [], by: distributors, input: passWorkInput, inner: true, nested: true,
      basis: [law('办案规则 6'), practice('人员离岗、调动的，在办工作交接给接替人员')],
    },
    recordConsultation: {
      from: ['investigating', 'investigated', 'recommending', 'following', 'suspended'], to: [], by: handlers, input: recordConsultationInput,
      basis: [law('办案规则 70')],
      papers: [{ kind: 'consultationRecord', number: 'none' }],
      notices: [{ party: 'agency', roles: ['liaison'] }],
    },
    waiveConsultation: {
      from: ['investigating', 'investigated'], to: [], by: ['prosecutor'], input: waiveConsultationInput, inner: true, aside: true,
      basis: [law('办案规则 70'), practice('不磋商的写明理由')],
    },
    addEvidence: {
      from: running, to: [], by: handlers, input: addEvidenceInput, inner: true,
      basis: [law('办案规则 34'), law('办案规则 35'), law('办案规则 38')],
    },
    closeInvestigation: {
      from: ['investigating'], to: ['investigated'], by: ['prosecutor'], input: closeInvestigationInput, inner: true,
      basis: [law('办案规则 71'), law('办案规则 73')],
      papers: [{ kind: 'investigationClosingReport', number: 'none' }],
      notices: [{ party: 'procuratorate', roles: ['departmentHead'] }],
    },
    recommend: {
      from: ['investigated'], to: ['recommending'], by: ['chiefProsecutor'], input: recommendInput, nested: true, inner: true,
      basis: [law('办案规则 73'), law('办案规则 75')],
      clocks: { satisfies: [{ duty: 'case.finishInvestigation' }] },
    },
    follow: {
      from: ['recommending'], to: ['following'], by: ['prosecutor', 'prosecutorAssistant', 'caseManager', 'liaison'], input: followInput, nested: true,
      basis: [law('办案规则 47'), law('办案规则 77')],
      clocks: {
        starts: [{ rule: 'prosecution_review_admin', duty: 'case.decideReview', owedBy: 'procuratorate', trigger: 'rectificationEndOn' }],
      },
    },
    moveReview: {
      from: ['following', 'suspended', 'concluding'], to: [], by: ['chiefProsecutor'], input: moveReviewInput, nested: true, inner: true,
      basis: [law('办案规则 47'), law('建议规定 22')],
      clocks: { recounts: [{ duty: 'case.decideReview' }] },
    },
    reopenInvestigation: {
      from: ['recommending', 'following', 'suspended'], to: ['investigated'], by: ['chiefProsecutor', 'prosecutor'], input: reopenInvestigationInput, nested: true,
      basis: [law('建议规定 23')],
      clocks: { cancels: ['case.decideReview'] },
    },
    proposeConclusion: {
      from: ['investigated', 'following'], to: ['concluding'], by: ['prosecutor'], input: proposeConclusionInput, inner: true,
      basis: [law('办案规则 74'), law('办案规则 79'), law('办案规则 80')],
      notices: [{ party: 'procuratorate', roles: ['departmentHead', 'chiefProsecutor'] }],
    },
    reviewConclusion: {
      from: ['concluding'], to: [], by: ['departmentHead'], input: opinionInput, inner: true,
      basis: [law('办案规则 5'), practice('部门负责人审核')],
      notices: [{ party: 'procuratorate', roles: ['chiefProsecutor'] }],
    },
    refuseConclusion: {
      from: ['concluding'], to: ['investigated', 'following'], by: ['departmentHead', 'chiefProsecutor'], input: refuseConclusionInput, inner: true,
      basis: [law('办案规则 5'), law('办案规则 74')],
      notices: toHandlers,
    },
    conclude: {
      from: ['concluding'], to: ['concluded'], by: ['chiefProsecutor'], input: concludeInput, stepUp: true, reserved: true,
      basis: [law('办案规则 74'), law('办案规则 80'), setting('回头看')],
      clocks: {
        satisfies: [{ duty: 'case.finishInvestigation' }, { duty: 'case.decideReview' }],
        cancels: ['*'],
      },
      papers: [
        { kind: 'caseConclusionDecision', number: 'taken' },
        { kind: 'reviewClosingReport', number: 'none', when: 'reviewed' },
      ],
      notices: [{ party: 'procuratorate', roles: ['prosecutor', 'caseManager'] }, { party: 'agency', roles: ['liaison', 'agencyLeader'] }],
    },
    proposeSuspension: {
      from: ['following'], to: [], by: ['prosecutor'], input: proposeSuspensionInput, inner: true, aside: true,
      basis: [law('办案规则 78')],
      notices: [{ party: 'procuratorate', roles: ['departmentHead', 'chiefProsecutor'] }],
    },
    suspend: {
      from: ['following'], to: ['suspended'], by: ['chiefProsecutor'], input: suspendInput, stepUp: true,
      basis: [law('办案规则 78')],
      clocks: { pauses: ['case.decideReview'] },
      papers: [{ kind: 'suspensionDecision', number: 'taken' }],
      notices: [{ party: 'procuratorate', roles: ['prosecutor'] }, { party: 'agency', roles: ['liaison', 'agencyLeader'] }],
    },
    resume: {
      from: ['suspended'], to: ['following'], by: ['chiefProsecutor'], input: resumeInput, stepUp: true,
      basis: [law('办案规则 78')],
      clocks: { resumes: ['case.decideReview'] },
      papers: [{ kind: 'resumptionDecision', number: 'taken' }],
      notices: [{ party: 'procuratorate', roles: ['prosecutor'] }, { party: 'agency', roles: ['liaison', 'agencyLeader'] }],
    },
    extendReview: {
      from: ['following'], to: [], by: ['chiefProsecutor'], input: extendReviewInput, inner: true, aside: true,
      basis: [law('办案规则 47')],
      clocks: { extends: ['case.decideReview'] },
      notices: toHandlers,
    },
    extendBySuperior: {
      from: ['following'], to: [], by: ['superiorOfficer'], input: extendBySuperiorInput, inner: true, nested: true,
      basis: [law('办案规则 47')],
      clocks: { extends: ['case.decideReview'] },
    },
  },
})
