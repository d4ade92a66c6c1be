import { declareProcedure, practice, setting, type ClockStart } from '@/lib/engine/procedure/declare'
import { undertakingKinds } from './rules/kinds'
import {
  addTargetsInput, agreeInput, answerOnPaperInput, askInput, assessInput, closeInput, declineInput, discardInput, draftInput, drawInput, editInput, endInput, inviteInput,
  joinInput, participationStates, partyRoles, prepareInput, publishInput, raiseInput, rateInput, recordInput, reviewInput, revisitInput, strikeOffInput, toldRoles, undertakingStates,
  withdrawInput,
} from './schema'

const toOwner = [{ party: 'owner', roles: toldRoles, when: 'byOther' }] as const
const plan = [practice('协作事项由发起单位拟定方案，明确参加单位和分工')]

/** Each kind has its own limit, or none. */
const limits = [...new Map(undertakingKinds.flatMap(({ limit }) => (limit ? [[limit.rule, limit]] : []))).values()]
const ends: readonly ClockStart[] = limits.map(({ rule, trigger }) => ({ rule, duty: 'undertaking.close', owedBy: 'owner', trigger, when: rule }))
const yearly: ClockStart = { rule: 'undertaking_yearly', duty: 'undertaking.review', owedBy: 'owner' }

/** 协作事项: begun with a plan, kept as a log, ended with what its kind must show. */
export const undertakingProcedure = declareProcedure({
  name: 'undertaking',
  states: undertakingStates,
  final: ['closed', 'withdrawn'],
  steps: {
    draft: { from: 'new', to: ['draft'], by: partyRoles, input: draftInput, ownForm: true, inner: true, basis: plan },
    prepare: {
      from: 'new', to: ['draft'], by: partyRoles, input: prepareInput, nested: true, basis: [practice('会议议定开展的，直接形成方案草案')],
      notices: [{ party: 'owner', roles: toldRoles }],
    },
    publish: {
      from: ['draft'], to: ['running'], by: partyRoles, input: publishInput,
      basis: [practice('一方开展时主动邀请对方参与，没有邀请的说明理由'), setting('结束和检视期限')],
      clocks: { starts: [...ends, { ...yearly, when: 'yearly' }] },
    },
    edit: { from: ['draft'], to: [], by: partyRoles, input: editInput, ownForm: true, inner: true, aside: true, basis: plan },
    discard: { from: ['draft'], to: ['withdrawn'], by: partyRoles, input: discardInput, inner: true, aside: true, basis: plan },
    rate: { from: ['running'], to: [], by: partyRoles, input: rateInput, basis: [practice('双方分别评定可能性和危害程度')], notices: toOwner },
    agree: { from: ['running'], to: [], by: partyRoles, input: agreeInput, basis: [practice('双方商定风险等级和防范措施')] },
    draw: { from: ['running'], to: [], by: partyRoles, input: drawInput, basis: [practice('案卷随机抽取，记录随机种子，可以复核')] },
    assess: { from: ['running'], to: [], by: partyRoles, input: assessInput, ownForm: true, basis: [practice('每份案卷由两人分别评查，列明扣分项和一票否决项')] },
    record: {
      from: ['running', 'raised'], to: [], by: partyRoles, input: recordInput, ownForm: true,
      basis: [practice('参加单位记录各自的工作，发现的问题转线索或者任务')], notices: toOwner,
    },
    strikeOff: { from: ['running'], to: [], by: partyRoles, input: strikeOffInput, basis: [practice('逐项销号，写明依据')] },
    review: {
      from: ['running'], to: [], by: partyRoles, input: reviewInput, basis: [practice('历史遗留问题每年检视进展'), setting('检视期限')],
      clocks: { satisfies: [{ duty: 'undertaking.review' }], starts: [yearly] },
    },
    close: {
      from: ['running', 'raised'], to: ['settled', 'closed'], by: partyRoles, input: closeInput, ownForm: true,
      basis: [practice('以结果和证明材料结束'), setting('回访期限')],
      clocks: {
        satisfies: [{ duty: 'undertaking.close' }], cancels: ['undertaking.review'],
        starts: [{ rule: 'undertaking_revisit', duty: 'undertaking.revisit', owedBy: 'owner', when: 'revisit' }],
      },
      notices: toOwner,
    },
    revisit: {
      from: ['settled'], to: ['closed', 'running'], by: partyRoles, input: revisitInput, basis: [practice('办结后回访，反弹的继续办理'), setting('回访期限')],
      clocks: { satisfies: [{ duty: 'undertaking.revisit', on: 'revisitedOn' }] },
    },
    invite: { from: ['running'], to: [], by: partyRoles, input: inviteInput, aside: true, basis: [practice('进行中可以增邀参加单位')] },
    addTargets: { from: ['running'], to: [], by: partyRoles, input: addTargetsInput, aside: true, basis: [practice('列出整改对象，逐项销号')] },
    raise: {
      from: ['running'], to: ['raised'], by: partyRoles, input: raiseInput, aside: true,
      basis: [practice('镇街层面未能解决的，上报联合办公室'), setting('上报事项答复期限')],
      clocks: { satisfies: [{ duty: 'undertaking.close' }], starts: [{ rule: 'undertaking_raised', duty: 'undertaking.close', owedBy: 'board', owedTo: 'owner' }] },
      notices: [{ party: 'board', roles: toldRoles }],
    },
    withdraw: {
      from: ['running', 'raised'], to: ['withdrawn'], by: partyRoles, input: withdrawInput, aside: true,
      basis: [practice('不再需要开展的，说明理由后撤销')], clocks: { cancels: ['*'] },
    },
  },
})

const asked = [practice('受邀单位答复是否参加，不参加的说明理由'), setting('答复期限')]

/** 参与: what each unit that was asked answered. */
export const participationProcedure = declareProcedure({
  name: 'participation',
  states: participationStates,
  final: ['joined', 'ended'],
  steps: {
    ask: {
      from: 'new', to: ['asked', 'joined'], by: partyRoles, input: askInput, nested: true, basis: asked,
      clocks: { starts: [{ rule: 'undertaking_answer', duty: 'participation.answer', owedBy: 'unit', owedTo: 'owner', when: 'asked' }] },
      notices: [{ party: 'unit', roles: toldRoles }],
    },
    join: {
      from: ['asked', 'declined'], to: ['joined'], by: partyRoles, input: joinInput, basis: asked,
      clocks: { satisfies: [{ duty: 'participation.answer' }] }, notices: [{ party: 'owner', roles: toldRoles }],
    },
    decline: {
      from: ['asked'], to: ['declined'], by: partyRoles, input: declineInput, aside: true, basis: asked,
      clocks: { satisfies: [{ duty: 'participation.answer' }] }, notices: [{ party: 'owner', roles: toldRoles }],
    },
    answerOnPaper: {
      from: ['asked'], to: ['joined', 'declined'], by: partyRoles, input: answerOnPaperInput, aside: true, basis: [practice('没有账号的单位书面答复的，由发起单位代录')],
      clocks: { satisfies: [{ duty: 'participation.answer', on: 'answeredOn' }] },
    },
    end: {
      from: ['asked'], to: ['ended'], by: partyRoles, input: endInput, nested: true, basis: [practice('协作事项结束，邀请失效')],
      clocks: { cancels: ['participation.answer'] },
    },
  },
})
