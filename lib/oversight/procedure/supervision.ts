import { declareProcedure, law, practice } from '@/lib/engine/procedure/declare'
import { closeInput, orderInput, reportInput, returnInput, supervisionStates } from '../schema'

const report = { rule: 'supervision_report', duty: 'supervision.report', owedBy: 'inferior', owedTo: 'superior', trigger: 'orderedOn' } as const
const toInferior = [{ party: 'inferior', roles: ['chiefProsecutor', 'departmentHead'] }] as const

/** 督办: the superior watches over a case below it and is told how it goes on. */
export const supervisionProcedure = declareProcedure({
  name: 'supervision',
  states: supervisionStates,
  final: ['closed'],
  steps: {
    order: {
      from: 'new', to: ['ordered'], by: ['superiorOfficer'], input: orderInput,
      basis: [law('办案规则 11')],
      clocks: { starts: [report] },
      papers: [{ kind: 'supervisionNotice', number: 'taken' }],
      notices: toInferior,
    },
    report: {
      from: ['ordered'], to: ['reported'], by: ['prosecutor', 'departmentHead', 'chiefProsecutor'], input: reportInput,
      basis: [law('办案规则 11'), practice('督办事项按要求书面报告办理情况')],
      clocks: { satisfies: [{ duty: 'supervision.report' }] },
      notices: [{ party: 'superior', roles: ['superiorOfficer'] }],
    },
    returnReport: {
      from: ['reported'], to: ['ordered'], by: ['superiorOfficer'], input: returnInput,
      basis: [practice('报告未说明督办要求落实情况的，退回补充')],
      clocks: { starts: [report] },
      notices: toInferior,
    },
    close: {
      from: ['reported'], to: ['closed'], by: ['superiorOfficer'], input: closeInput,
      basis: [law('办案规则 11')],
      notices: toInferior,
    },
  },
})
