import { declareProcedure, law, practice } from '@/lib/engine/procedure/declare'
import {
  absenceStates, delegationStates, distributors, endAbsenceInput, giveDelegationInput, handoverStates, makeHandoverInput, recordAbsenceInput,
  revokeDelegationInput, workers,
} from './schema'

export const handoverProcedure = declareProcedure({
  name: 'handover',
  states: handoverStates,
  final: handoverStates,
  steps: {
    make: {
      from: 'new', to: ['made'], by: distributors, input: makeHandoverInput, inner: true,
      basis: [practice('人员离岗、调动的，在办工作一次交接清楚，期限不因交接变动')],
    },
  },
})

export const absenceProcedure = declareProcedure({
  name: 'absence',
  states: absenceStates,
  final: ['ended'],
  steps: {
    record: {
      from: 'new', to: ['entered'], by: workers, input: recordAbsenceInput, inner: true, reserved: true,
      basis: [practice('离岗期间由指定人员代为办理，期满自行终止；审批、签发职权不随离岗转移')],
    },
    end: {
      from: ['entered'], to: ['ended'], by: workers, input: endAbsenceInput, inner: true, reserved: true,
      basis: [practice('提前返岗的，自返岗之日起由本人办理')],
    },
  },
})

export const delegationProcedure = declareProcedure({
  name: 'delegation',
  states: delegationStates,
  final: ['revoked'],
  steps: {
    give: {
      from: 'new', to: ['given'], by: workers, input: giveDelegationInput, inner: true, reserved: true,
      basis: [law('办案规则 5'), practice('书面授权，写明被授权人、职权和起止日期；法律规定须由本人决定的事项不得授权')],
    },
    revoke: {
      from: ['given'], to: ['revoked'], by: workers, input: revokeDelegationInput, inner: true, reserved: true,
      basis: [practice('授权人可以随时撤回授权')],
    },
  },
})
