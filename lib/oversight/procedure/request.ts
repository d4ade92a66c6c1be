import { declareProcedure, law } from '@/lib/engine/procedure/declare'
import { askDesignationInput, askExtensionInput, designateInput, grantExtensionInput, refuseInput, requestStates } from '../schema'

const toSuperior = [{ party: 'superior', roles: ['superiorOfficer'] }] as const
const toInferior = [{ party: 'inferior', roles: ['chiefProsecutor', 'departmentHead', 'caseManager'] }] as const

/** 请示: a second extension of the review month, or who is to handle a matter. */
export const requestProcedure = declareProcedure({
  name: 'superiorRequest',
  states: requestStates,
  final: ['granted', 'refused'],
  steps: {
    askExtension: {
      from: 'new', to: ['asked'], by: ['chiefProsecutor'], input: askExtensionInput,
      basis: [law('办案规则 47')],
      notices: toSuperior,
    },
    askDesignation: {
      from: 'new', to: ['asked'], by: ['chiefProsecutor'], input: askDesignationInput,
      basis: [law('办案规则 17')],
      notices: toSuperior,
    },
    grantExtension: {
      from: ['asked'], to: ['granted'], by: ['superiorOfficer'], input: grantExtensionInput,
      basis: [law('办案规则 47')],
      papers: [{ kind: 'extensionReply', number: 'taken' }],
      notices: toInferior,
    },
    designate: {
      from: ['asked'], to: ['granted'], by: ['superiorOfficer'], input: designateInput,
      basis: [law('办案规则 17')],
      papers: [{ kind: 'designationDecision', number: 'taken' }],
      notices: [...toInferior, { party: 'designated', roles: ['chiefProsecutor', 'caseManager'] }],
    },
    refuse: {
      from: ['asked'], to: ['refused'], by: ['superiorOfficer'], input: refuseInput,
      basis: [law('办案规则 47'), law('办案规则 17')],
      notices: toInferior,
    },
  },
})
