import { declareProcedure, practice } from '@/lib/engine/procedure/declare'
import {
  actionItemStates, addProgressInput, cancelInput, confirmInput, giveInput, openInput, partyRoles, postponeInput, reportInput, reportOnPaperInput, sendBackInput, toldRoles,
} from './schema'

const duty = 'actionItem.report'
const report = { rule: 'action_item_report', duty, owedBy: 'owner', owedTo: 'giver', trigger: 'givenOn' } as const
const toOwner = [{ party: 'owner', roles: toldRoles }] as const
const toGiver = [{ party: 'giver', roles: [...toldRoles, 'prosecutor'] }] as const
const resolved = [practice('议定事项、批示和各方意见列为任务，明确责任单位和期限')]

/** 任务: given with a day, reported with proof, confirmed or sent back by whoever gave it. */
export const actionItemProcedure = declareProcedure({
  name: 'actionItem',
  states: actionItemStates,
  final: ['confirmed', 'cancelled'],
  steps: {
    give: { from: 'new', to: ['open'], by: partyRoles, input: giveInput, basis: resolved, clocks: { starts: [report] }, notices: toOwner },
    open: { from: 'new', to: ['open'], by: [...partyRoles, 'viewer'], input: openInput, nested: true, basis: resolved, clocks: { starts: [report] }, notices: toOwner },
    report: {
      from: ['open'], to: ['reported'], by: partyRoles, input: reportInput,
      basis: [practice('责任单位按期书面报告办理结果并附证明材料')],
      clocks: { satisfies: [{ duty }] }, notices: toGiver,
    },
    addProgress: { from: ['open'], to: [], by: partyRoles, input: addProgressInput, aside: true, basis: [practice('责任单位随时报告进展')] },
    reportOnPaper: {
      from: ['open'], to: ['reported'], by: partyRoles, input: reportOnPaperInput, aside: true,
      basis: [practice('没有账号的单位书面报告的，由交办单位代录')],
      clocks: { satisfies: [{ duty, on: 'reportedOn' }] },
    },
    postpone: {
      from: ['open'], to: [], by: partyRoles, input: postponeInput, aside: true,
      basis: [practice('交办单位可以调整完成期限，写明理由')],
      clocks: { recounts: [{ duty }] }, notices: toOwner,
    },
    confirm: { from: ['reported'], to: ['confirmed'], by: partyRoles, input: confirmInput, basis: [practice('交办单位核实后确认办结')], notices: toOwner },
    sendBack: {
      from: ['reported'], to: ['open'], by: partyRoles, input: sendBackInput, aside: true,
      basis: [practice('结果不符合要求的退回继续办理，原期限不变')],
      clocks: { reopens: [{ duty }] }, notices: toOwner,
    },
    cancel: {
      from: ['open', 'reported'], to: ['cancelled'], by: partyRoles, input: cancelInput, aside: true,
      basis: [practice('情况变化不再需要办理的，由交办单位撤销')],
      clocks: { cancels: [duty] }, notices: toOwner,
    },
  },
})
