import { declareProcedure, law, practice, setting } from '@/lib/engine/procedure/declare'
import {
  adoptYearInput, calendarStates, changeYearInput, correctDayInput, enterYearInput, noSettingInput, proposeNumberInput, proposeSettingInput, publishYearInput,
  recountYearInput, refuseSettingInput, settingStates,
} from './schema'

const by = ['systemAdmin'] as const
const either = ['systemAdmin', 'securityAdmin'] as const
const notice = practice('国务院办公厅关于当年部分节假日安排的通知，由最上级辖区的系统管理员录入')
/** The last day of a period moves off days of rest; which those are the notice says. */
const roll = law('民诉法 85')

export const calendarProcedure = declareProcedure({
  name: 'calendar',
  states: calendarStates,
  final: ['published'],
  steps: {
    enter: { from: 'new', to: ['draft'], by, basis: [notice], input: enterYearInput },
    change: { from: ['draft'], to: [], by, basis: [notice], input: changeYearInput },
    publish: {
      from: ['draft'], to: ['published'], by: either, input: publishYearInput,
      basis: [notice, practice('年度放假安排由一名管理员录入，另一名管理员逐日核对后公布'), roll],
    },
    adopt: {
      from: 'new', to: ['published'], by, input: adoptYearInput,
      basis: [practice('随软件发布的年度放假安排，经系统管理员核对后据以重新计算'), roll],
    },
    correct: { from: ['published'], to: [], by, basis: [notice, roll], input: correctDayInput },
    recount: { from: ['published'], to: [], by, basis: [roll], input: recountYearInput },
  },
})

const local = setting('本地设置：没有法定标准，由各辖区自行确定')
const fourEyes = practice('本地设置由一名管理员提出，另一名管理员复核后生效')

export const settingProcedure = declareProcedure({
  name: 'setting',
  states: settingStates,
  final: ['inForce', 'refused', 'withdrawn'],
  steps: {
    propose: { from: 'new', to: ['proposed'], by, basis: [local, fourEyes], input: proposeSettingInput, stepUp: true },
    proposeNumber: {
      from: 'new', to: ['proposed'], by, input: proposeNumberInput, stepUp: true,
      basis: [setting('案号、文号的编排由各单位自行确定；同一年度不重号、不跳号'), fourEyes],
    },
    confirm: { from: ['proposed'], to: ['inForce'], by: either, basis: [fourEyes], input: noSettingInput, stepUp: true },
    refuse: { from: ['proposed'], to: ['refused'], by: either, basis: [fourEyes], input: refuseSettingInput, aside: true },
    withdraw: { from: ['proposed'], to: ['withdrawn'], by, basis: [fourEyes], input: noSettingInput, aside: true },
  },
})
