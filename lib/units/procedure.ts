import { declareProcedure, practice } from '@/lib/engine/procedure/declare'
import {
  changeRegionInput, changeUnitInput, createRegionInput, createUnitInput, endLiaisonInput, nameLiaisonInput, nameSuperiorInput, openRegionInput,
  regionStates, unitReasonInput, unitStates,
} from './schema'

const by = ['systemAdmin'] as const
const basis = [practice('辖区、协作单位由系统管理员维护，办案人员不得改动')]

export const regionProcedure = declareProcedure({
  name: 'region',
  states: regionStates,
  final: [],
  steps: {
    create: { from: 'new', to: ['preparing'], by, basis, input: createRegionInput },
    change: { from: ['preparing', 'active'], to: [], by, basis, input: changeRegionInput },
    open: {
      from: ['preparing'], to: ['active'], by, input: openRegionInput,
      basis: [practice('新辖区在检察院、协作单位、必要岗位和管理员齐备后启用')],
    },
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
    nameLiaison: {
      from: ['active'], to: [], by, input: nameLiaisonInput,
      basis: [practice('每个协作单位确定一名主联络员，可以确定若干名副联络员')],
    },
    endLiaison: {
      from: ['active'], to: [], by, input: endLiaisonInput,
      basis: [practice('联络员变动的，及时登记')],
    },
    close: { from: ['active'], to: ['closed'], by, basis, input: unitReasonInput },
    reopen: { from: ['closed'], to: ['active'], by, basis, input: unitReasonInput },
  },
})
