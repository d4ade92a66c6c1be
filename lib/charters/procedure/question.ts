import { charter, declareProcedure, setting } from '@/lib/engine/procedure/declare'
import { drafters, signatories, workers } from '../rules/posts'
import { agreeInput, askInput, proposeAnswerInput, questionStates } from '../schema'

const basis = [charter('解释条款')]
const answering = [...new Set([...drafters, ...signatories])]

/** A question on the text: the bodies that interpret it agree on one answer. */
export const questionProcedure = declareProcedure({
  name: 'charterQuestion', states: questionStates, final: ['agreed'],
  steps: {
    ask: {
      from: 'new', to: ['asked'], by: workers, input: askInput, basis: [...basis, setting('答复解释请求的期限')],
      clocks: { starts: [{ rule: 'charter_question_answer', duty: 'charterQuestion.propose', owedBy: 'interpreter', owedTo: 'asker' }] },
      notices: [{ party: 'interpreter', roles: answering }],
    },
    propose: {
      from: ['asked', 'proposed'], to: ['proposed', 'agreed'], by: answering, input: proposeAnswerInput, basis,
      onPaper: { never: '解释单位均为有账号的会签单位' },
      clocks: { satisfies: [{ duty: 'charterQuestion.propose', when: 'agreed' }] },
      notices: [{ party: 'other', roles: answering, when: 'waiting' }, { party: 'asker', roles: [...workers], when: 'agreed' }],
    },
    agree: {
      from: ['proposed'], to: ['proposed', 'agreed'], by: answering, input: agreeInput, basis,
      onPaper: { never: '解释单位均为有账号的会签单位' },
      clocks: { satisfies: [{ duty: 'charterQuestion.propose', when: 'agreed' }] },
      notices: [{ party: 'asker', roles: [...workers], when: 'agreed' }],
    },
  },
})
