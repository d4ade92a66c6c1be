import { partyRoles, toldRoles } from '@/lib/action-items/schema'
import { declareProcedure, practice } from '@/lib/engine/procedure/declare'
import { leaveInput, observerStates, recordObserverInput, takeUpInput } from '../schema/observer'

const answer = { duty: 'observerAttendance.answer' } as const
const toOffice = [{ party: 'office', roles: ['departmentHead', 'caseManager', 'policyDepartment'] }] as const

/** 列席: who sat in, what was said, and whether it was taken up; what was becomes a task. */
export const observerProcedure = declareProcedure({
  name: 'observerAttendance',
  states: observerStates,
  final: ['attended', 'takenUp', 'notTakenUp'],
  steps: {
    record: {
      from: 'new', to: ['attended', 'opined'], by: ['prosecutor', 'prosecutorAssistant', 'departmentHead', 'chiefProsecutor', 'caseManager', 'policyDepartment'],
      input: recordObserverInput, basis: [practice('检察院列席推进依法行政领导小组、执法协调小组等会议')],
      clocks: { starts: [{ rule: 'observer_opinion_answer', ...answer, owedBy: 'host', owedTo: 'office', when: 'opined' }] },
      notices: [{ party: 'host', roles: toldRoles, when: 'opined' }],
    },
    takeUp: {
      from: ['opined'], to: ['takenUp'], by: partyRoles, input: takeUpInput, basis: [practice('采纳的列席意见列为任务落实')],
      clocks: { satisfies: [answer] }, notices: toOffice,
    },
    leave: {
      from: ['opined'], to: ['notTakenUp'], by: partyRoles, input: leaveInput, basis: [practice('不采纳列席意见的说明理由')],
      clocks: { satisfies: [answer] }, notices: toOffice,
    },
  },
})
