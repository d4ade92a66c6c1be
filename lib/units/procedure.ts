import { declareProcedure, practice } from '@/lib/engine/procedure/declare'
import {
  changeRegionInput, changeUnitInput, createRegionInput, createUnitInput, nameSuperiorInput, regionStates, unitReasonInput, unitStates,
} from './schema'

const by = ['systemAdmin'] as const
const basis = [practice('辖区、协作单位由系统管理员维护，办案人员不得改动')]

export const regionProcedure = declareProcedure({
  name: 'region',
  states: regionStates,
  final: [],
  steps: {
    create: { from: 'new', to: ['active'], by, basis, input: createRegionInput },
    change: { from: ['active'], to: [], by, basis, input: changeRegionInput },
  },
})

export const unitProcedure = declareProcedure({
  name: 'unit',
  states: unitStates,
  final: [],
  steps: {
    create: { from: 'new', to: ['active'], by, basis, input: createUnitInput },
    change: { from: ['active'], to: [], by, basis, input: changeUnitInput },
    nameSuperior: {
      from: ['active'], to: [], by, input: nameSuperiorInput,
      basis: [practice('上级关系按业务条线登记起止日期，不按行政区划代码推定')],
    },
    close: { from: ['active'], to: ['closed'], by, basis, input: unitReasonInput },
    reopen: { from: ['closed'], to: ['active'], by, basis, input: unitReasonInput },
  },
})
