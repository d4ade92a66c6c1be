import { charter, declareProcedure, law, practice, setting } from '@/lib/engine/procedure/declare'
import { distributors, passWorkInput } from '@/lib/handovers/schema'
import {
  assignInput, assignOnPaperInput, draftReplyInput, endInput, instructInput, legalReviewInput, logActionInput, proposeInput, registerInput, sendBackInput, signInput,
} from './schema'

/** Its outcome reaches the procuratorate on paper: a handler, what was done, a reply. */
const onPaper = { never: '无账号单位的内部办理在线下进行，结果以代录的承办人、整改情况和书面回复反映' } as const
const chain = [practice('公文内部办理：收文登记、拟办、阅示、承办、法制审核、签发')]
const working = ['registered', 'proposed', 'instructed', 'assigned', 'drafted', 'legallyReviewed', 'signed'] as const
/** Ends with the letter it is about. */
const ended = ['closed', 'withdrawn'] as const
const toPeople = (...roles: ('liaison' | 'agencyHandler' | 'legalReviewer' | 'agencyLeader')[]) => [{ party: 'agency', roles }]

/** The agency's own chain behind a letter. Nobody outside the agency sees it. */
export const handlingProcedure = declareProcedure({
  name: 'handling',
  states: ['registered', 'proposed', 'instructed', 'assigned', 'drafted', 'legallyReviewed', 'signed', ...ended],
  final: ended,
  steps: {
    register: {
      from: 'new', to: ['registered'], by: ['liaison', 'prosecutor', 'prosecutorAssistant', 'caseManager'], input: registerInput, inner: true, nested: true,
      basis: chain,
      clocks: { starts: [{ rule: 'handler_named', duty: 'handling.assign', owedBy: 'agency', trigger: 'receivedOn' }] },
    },
    propose: {
      from: ['registered'], to: ['proposed'], by: ['liaison'], input: proposeInput, inner: true, onPaper, basis: chain,
      notices: toPeople('agencyLeader'),
    },
    instruct: {
      from: ['registered', 'proposed'], to: ['instructed'], by: ['agencyLeader'], input: instructInput, inner: true, onPaper, basis: chain,
      notices: toPeople('liaison'),
    },
    assign: {
      from: ['registered', 'proposed', 'instructed', 'assigned', 'drafted'], to: ['assigned'], by: ['liaison', 'agencyLeader'],
      input: assignInput, inner: true,
      basis: [charter('收到检察建议后指定专人负责办理'), setting('确定承办人期限')],
      onPaper: { step: 'recommendation.nameHandlerOnBehalf', day: 'namedOn', signer: 'signerName', scan: 'scanFileId' },
      clocks: { satisfies: [{ duty: 'handling.assign' }] },
    },
    assignOnPaper: {
      from: ['registered', 'proposed', 'instructed', 'assigned'], to: ['assigned'], by: ['prosecutor', 'caseManager'], input: assignOnPaperInput, nested: true,
      basis: [charter('收到检察建议后指定专人负责办理'), practice('代录承办人')],
      clocks: { satisfies: [{ duty: 'handling.assign', on: 'namedOn' }] },
    },
    handOver: {
      from: working, to: [], by: distributors, input: passWorkInput, inner: true, nested: true,
      basis: [practice('人员离岗、调动的，在办工作交接给接替人员')],
    },
    logAction: {
      from: working, to: [], by: ['agencyHandler', 'liaison'], input: logActionInput, inner: true,
      onPaper: { step: 'recommendation.reportActionOnBehalf', day: 'takenOn', signer: 'signerName', scan: 'scanFileId' },
      basis: [practice('逐项记录整改措施及前后对比证明')],
    },
    draftReply: {
      from: ['assigned', 'drafted', 'legallyReviewed', 'signed'], to: ['drafted'], by: ['agencyHandler', 'liaison'],
      input: draftReplyInput, inner: true, onPaper, ownForm: true, basis: chain,
      notices: toPeople('legalReviewer', 'agencyLeader'),
    },
    legalReview: {
      from: ['drafted'], to: ['legallyReviewed'], by: ['legalReviewer'], input: legalReviewInput, inner: true, onPaper, basis: chain,
      notices: toPeople('agencyLeader', 'agencyHandler'),
    },
    sendBack: {
      from: ['drafted', 'legallyReviewed'], to: ['assigned'], by: ['legalReviewer', 'agencyLeader'], input: sendBackInput, inner: true, onPaper, aside: true,
      basis: chain,
      notices: toPeople('agencyHandler', 'liaison'),
    },
    sign: {
      from: ['drafted', 'legallyReviewed'], to: ['signed'], by: ['agencyLeader'], input: signInput, inner: true, onPaper, nested: true, basis: chain,
    },
    end: {
      from: working, to: ended, by: ['chiefProsecutor'], input: endInput, nested: true,
      basis: [law('建议规定 23'), practice('检察建议撤回或者案件终结后，内部办理不再继续')],
      clocks: { cancels: ['*'] },
    },
  },
})
