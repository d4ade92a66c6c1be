import { declareProcedure, practice } from '@/lib/engine/procedure/declare'
import { drafters, signatories } from '../rules/posts'
import {
  addObligationInput, changeObligationInput, charterStates, describeInput, draftInput, dropObligationInput, publishInput, reopenInput, repealInput, setSignersInput,
  setTextInput, signInput, signOnPaperInput, startSigningInput, withdrawInput,
} from '../schema'

const own = { never: '起草单位有账号，由其自行办理' } as const
const drafting = [practice('《意见》由起草单位拟订文本，会签单位依次会签')]
const promises = [practice('把条款约定的事项登记为有责任单位和期限的义务')]

/** The making of an opinion: drafted, signed in turn, in force from a day on. */
export const charterProcedure = declareProcedure({
  name: 'charter', states: charterStates, final: ['withdrawn'],
  steps: {
    draft: { from: 'new', to: ['drafted'], by: drafters, input: draftInput, basis: drafting },
    describe: { from: ['drafted'], to: [], by: drafters, input: describeInput, basis: drafting, onPaper: own, aside: true },
    setText: { from: ['drafted'], to: [], by: drafters, input: setTextInput, basis: drafting, onPaper: own, aside: true },
    setSigners: { from: ['drafted'], to: [], by: drafters, input: setSignersInput, basis: drafting, onPaper: own, aside: true },
    addObligation: { from: ['drafted'], to: [], by: drafters, input: addObligationInput, basis: promises, onPaper: own, aside: true },
    changeObligation: { from: ['drafted'], to: [], by: drafters, input: changeObligationInput, basis: promises, onPaper: own, aside: true },
    dropObligation: { from: ['drafted'], to: [], by: drafters, input: dropObligationInput, basis: promises, onPaper: own, aside: true },
    startSigning: {
      from: ['drafted'], to: ['signing'], by: drafters, input: startSigningInput, basis: drafting, onPaper: own,
      notices: [{ party: 'next', roles: [...signatories] }],
    },
    sign: {
      from: ['signing'], to: ['signing', 'signed'], by: signatories, input: signInput, basis: [practice('会签单位负责人签署后，由经办人登记')],
      onPaper: { step: 'charter.signOnPaper', day: 'signedOn', signer: 'signerName', scan: 'scanFileId' },
      notices: [{ party: 'next', roles: [...signatories], when: 'more' }, { party: 'drafter', roles: [...drafters], when: 'complete' }],
    },
    signOnPaper: {
      from: ['signing'], to: ['signing', 'signed'], by: drafters, input: signOnPaperInput, basis: [practice('无账号单位的会签由起草单位凭扫描件代录')],
      aside: true, notices: [{ party: 'next', roles: [...signatories], when: 'more' }],
    },
    reopen: {
      from: ['signing', 'signed'], to: ['drafted'], by: drafters, input: reopenInput, basis: [practice('会签中提出修改意见的，退回修改后重新会签')], aside: true, onPaper: own,
    },
    publish: {
      from: ['signed'], to: ['published'], by: drafters, input: publishInput, basis: [practice('全部会签后印发，自载明之日起施行')], stepUp: true, onPaper: own,
      papers: [{ kind: 'charterText', number: 'taken' }], notices: [{ party: 'signers', roles: [...signatories] }],
    },
    withdraw: { from: ['drafted', 'signing', 'signed'], to: ['withdrawn'], by: drafters, input: withdrawInput, basis: drafting, aside: true, onPaper: own },
    repeal: { from: ['published'], to: [], by: drafters, input: repealInput, basis: [practice('《意见》废止的，载明废止之日')], aside: true, stepUp: true, onPaper: own },
  },
})
