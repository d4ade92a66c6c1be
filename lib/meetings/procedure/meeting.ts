import { partyRoles, toldRoles } from '@/lib/action-items/schema'
import { declareProcedure, practice, setting } from '@/lib/engine/procedure/declare'
import {
  addMaterialInput, answerInput, cancelInput, closeInput, deskRoles, holdInput, inviteInput, meetingStates, planInput, proposeInput, refuseInput, rescheduleInput,
  setAgendaInput, withdrawInput, writeMinutesInput, writeReportInput,
} from '../schema/meeting'

const answer = 'meeting.answer'
const answered = { satisfies: [{ duty: answer }] } as const
const toDesk = [{ party: 'desk', roles: deskRoles }] as const
const toProposer = [{ party: 'proposer', roles: toldRoles }] as const
const proposing = [practice('任何一方可以根据工作需要提议召开专题会议'), setting('本地设置：答复提议的期限')]

/** 联席会议: proposed and answered or planned, prepared, convened, held, closed with minutes whose resolutions become tasks. */
export const meetingProcedure = declareProcedure({
  name: 'meeting',
  states: meetingStates,
  final: ['adopted', 'refused', 'withdrawn', 'closed', 'cancelled'],
  steps: {
    propose: {
      from: 'new', to: ['proposed'], by: partyRoles, input: proposeInput, basis: proposing,
      clocks: { starts: [{ rule: 'meeting_proposal_answer', duty: answer, owedBy: 'desk', owedTo: 'proposer', trigger: 'proposedOn' }] }, notices: toDesk,
    },
    plan: { from: 'new', to: ['planned'], by: deskRoles, input: planInput, basis: [practice('联席会议按约定的周期召开，由日常联络部门筹备')] },
    accept: { from: ['proposed'], to: ['planned'], by: deskRoles, input: answerInput, basis: proposing, clocks: answered, notices: toProposer },
    adopt: { from: ['proposed'], to: ['adopted'], by: deskRoles, input: answerInput, aside: true, basis: proposing, clocks: answered, notices: toProposer },
    refuse: { from: ['proposed'], to: ['refused'], by: deskRoles, input: refuseInput, aside: true, basis: proposing, clocks: answered, notices: toProposer },
    withdraw: { from: ['proposed'], to: ['withdrawn'], by: partyRoles, input: withdrawInput, aside: true, basis: proposing, clocks: { cancels: [answer] } },
    setAgenda: { from: ['planned', 'convened'], to: [], by: deskRoles, input: setAgendaInput, ownForm: true, aside: true, basis: [practice('议题由日常联络部门汇总，召集人确定')] },
    invite: { from: ['planned'], to: ['convened'], by: deskRoles, input: inviteInput, ownForm: true, many: true, basis: [practice('召集人召集会议，成员单位按职务参加')] },
    reschedule: { from: ['convened'], to: [], by: deskRoles, input: rescheduleInput, aside: true, basis: [practice('时间、地点变更的，重新通知成员单位')] },
    addMaterial: { from: ['planned', 'convened', 'held'], to: [], by: deskRoles, input: addMaterialInput, aside: true, basis: [practice('会议材料提前送成员单位')] },
    writeReport: {
      from: ['planned', 'convened'], to: [], by: deskRoles, input: writeReportInput, aside: true, basis: [practice('会前由联络部门汇总依法行政和公益诉讼工作情况，双方可以修改')],
    },
    hold: {
      from: ['convened'], to: ['held'], by: deskRoles, input: holdInput, ownForm: true, many: true, basis: [practice('记录召开日期和成员单位出席情况')],
      clocks: { starts: [{ rule: 'meeting_minutes', duty: 'meeting.close', owedBy: 'desk', trigger: 'heldOn' }] },
    },
    writeMinutes: { from: ['held'], to: [], by: deskRoles, input: writeMinutesInput, ownForm: true, basis: [practice('会议议定事项逐项记录责任单位和期限')] },
    close: {
      from: ['held'], to: ['closed'], by: deskRoles, input: closeInput, many: true, basis: [practice('印发会议纪要，议定事项列为任务')],
      clocks: { satisfies: [{ duty: 'meeting.close' }] }, papers: [{ kind: 'meetingMinutes', number: 'assign' }],
    },
    cancel: { from: ['planned', 'convened'], to: ['cancelled'], by: deskRoles, input: cancelInput, aside: true, many: true, basis: [practice('会议取消的，通知成员单位')] },
  },
})
