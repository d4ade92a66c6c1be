import { declareProcedure, practice, setting } from '@/lib/engine/procedure/declare'
import { confirmInput, dataItemStates, partyRoles, registerInput, reviseInput, withdrawItemInput } from '../schema/item'

const duty = 'dataItem.confirm'
const confirm = { rule: 'data_item_confirm', duty, owedBy: 'owner' } as const
const catalogue = [practice('各单位登记能够提供的数据，写明内容、更新周期、提供方式和开放范围'), setting('每年确认的期限')]

/** 数据资源目录: an entry, confirmed once a year by the unit whose data it is. */
export const dataItemProcedure = declareProcedure({
  name: 'dataItem',
  states: dataItemStates,
  final: ['withdrawn'],
  steps: {
    register: { from: 'new', to: ['registered'], by: partyRoles, input: registerInput, ownForm: true, basis: catalogue, clocks: { starts: [confirm] } },
    confirm: { from: ['registered'], to: [], by: partyRoles, input: confirmInput, basis: catalogue, clocks: { satisfies: [{ duty }], starts: [confirm] } },
    revise: { from: ['registered'], to: [], by: partyRoles, input: reviseInput, ownForm: true, aside: true, basis: catalogue },
    withdraw: {
      from: ['registered'], to: ['withdrawn'], by: partyRoles, input: withdrawItemInput, aside: true, basis: [practice('不再提供的，说明理由后撤下')], clocks: { cancels: [duty] },
    },
  },
})
