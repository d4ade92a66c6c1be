import { declareProcedure, law, practice, setting } from '@/lib/engine/procedure/declare'
import {
  adoptYearInput, calendarStates, changeSettingInput, changeYearInput, correctDayInput, enterYearInput, publishYearInput, recountYearInput, settingStates,
} from './schema'

const by = ['systemAdmin'] as const
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
    publish: { from: ['draft'], to: ['published'], by, basis: [notice, roll], input: publishYearInput },
    adopt: {
      from: 'new', to: ['published'], by, input: adoptYearInput,
      basis: [practice('随软件发布的年度放假安排，经系统管理员核对后据以重新计算'), roll],
    },
    correct: { from: ['published'], to: [], by, basis: [notice, roll], input: correctDayInput },
    recount: { from: ['published'], to: [], by, basis: [roll], input: recountYearInput },
  },
})

export const settingProcedure = declareProcedure({
  name: 'setting',
  states: settingStates,
  final: ['inForce'],
  steps: {
    change: {
      from: 'new', to: ['inForce'], by, input: changeSettingInput,
      basis: [setting('本地设置：没有法定标准，由各辖区自行确定')],
    },
  },
})
