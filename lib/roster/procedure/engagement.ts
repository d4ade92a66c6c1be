import { declareProcedure, practice, setting } from '@/lib/engine/procedure/declare'
import { contactRoles, type Role } from '@/lib/platform/roles'
import { answerInput, answerOnPaperInput, askInput, closeInput, declineInput, engagementStates, withdrawInput } from '../schema/engagement'
import { partyRoles } from '../schema/group'

const duty = 'engagement.answer'
const askers: readonly Role[] = ['prosecutor', 'prosecutorAssistant', 'departmentHead']
const scoped = [practice('专家在授权范围内参与，只接触写明的问题和材料'), setting('本地设置：专家答复的期限')]
const told = [{ party: 'office', roles: contactRoles }] as const

/** 专家参与: one person is asked one question about one case, with named files, until a day. */
export const engagementProcedure = declareProcedure({
  name: 'engagement',
  states: engagementStates,
  final: ['declined', 'withdrawn', 'closed'],
  steps: {
    ask: {
      from: 'new', to: ['asked'], by: askers, input: askInput, ownForm: true, basis: scoped,
      clocks: { starts: [{ rule: 'engagement_answer', duty, owedBy: 'home', owedTo: 'office' }] },
    },
    answer: { from: ['asked'], to: ['answered'], by: partyRoles, input: answerInput, basis: scoped, clocks: { satisfies: [{ duty }] }, notices: told },
    decline: { from: ['asked'], to: ['declined'], by: partyRoles, input: declineInput, aside: true, basis: scoped, clocks: { satisfies: [{ duty }] }, notices: told },
    answerOnPaper: {
      from: ['asked'], to: ['answered'], by: askers, input: answerOnPaperInput, aside: true, basis: [practice('没有账号的专家书面答复的，由承办人代录')],
      clocks: { satisfies: [{ duty, on: 'answeredOn' }] },
    },
    withdraw: { from: ['asked'], to: ['withdrawn'], by: askers, input: withdrawInput, aside: true, basis: scoped, clocks: { cancels: [duty] } },
    close: { from: ['answered'], to: ['closed'], by: askers, input: closeInput, basis: [practice('意见是否采用向专家反馈，并致谢')] },
  },
})
