import { declareProcedure, practice, setting } from '@/lib/engine/procedure/declare'
import { partyRoles, toldRoles } from '../schema/item'
import { answerOnPaperInput, askInput, dataRequestStates, giveBackInput, provideInput, refuseInput, useInput, withdrawInput } from '../schema/request'

const answer = { duty: 'dataRequest.provide' } as const
const back = { rule: 'data_request_return', duty: 'dataRequest.giveBack', owedBy: 'requester', owedTo: 'provider', when: 'returned' } as const
const toRequester = [{ party: 'requester', roles: toldRoles }] as const
const toProvider = [{ party: 'provider', roles: toldRoles }] as const
const asking = [practice('按目录申请，写明用途和事项'), setting('答复数据使用申请的期限')]
const using = [practice('先登记用途，再打开数据；使用情况双方可查'), setting('退还或者销毁数据的期限')]

/** 数据使用申请: asked for a purpose, provided or refused, used by entry in the ledger, given back. */
export const dataRequestProcedure = declareProcedure({
  name: 'dataRequest',
  states: dataRequestStates,
  final: ['refused', 'withdrawn', 'ended'],
  steps: {
    ask: {
      from: 'new', to: ['asked'], by: partyRoles, input: askInput, ownForm: true, basis: asking,
      clocks: { starts: [{ rule: 'data_request_answer', ...answer, owedBy: 'provider', owedTo: 'requester' }] }, notices: toProvider,
    },
    provide: {
      from: ['asked'], to: ['provided'], by: partyRoles, input: provideInput, basis: [practice('按目录和权限提供，写明使用条件'), setting('退还或者销毁数据的期限')],
      clocks: { satisfies: [answer], starts: [back] }, notices: toRequester,
    },
    refuse: {
      from: ['asked'], to: ['refused'], by: partyRoles, input: refuseInput, aside: true, basis: [practice('不予提供的，说明理由')], clocks: { satisfies: [answer] }, notices: toRequester,
    },
    answerOnPaper: {
      from: ['asked'], to: ['provided', 'refused'], by: partyRoles, input: answerOnPaperInput, aside: true, basis: [practice('没有账号的单位书面答复的，由申请单位代录')],
      clocks: { satisfies: [{ ...answer, on: 'answeredOn' }], starts: [{ ...back, trigger: 'answeredOn' }] },
    },
    use: { from: ['provided'], to: [], by: partyRoles, input: useInput, basis: using },
    giveBack: {
      from: ['provided'], to: ['ended'], by: partyRoles, input: giveBackInput, basis: using,
      clocks: { satisfies: [{ duty: 'dataRequest.giveBack', on: 'endedOn' }] }, notices: toProvider,
    },
    withdraw: { from: ['asked'], to: ['withdrawn'], by: partyRoles, input: withdrawInput, aside: true, basis: asking, clocks: { cancels: ['*'] }, notices: toProvider },
  },
})
