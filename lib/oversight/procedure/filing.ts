import { declareProcedure, law, practice } from '@/lib/engine/procedure/declare'
import { adviseInput, answerInput, filingStates, noteInput, receiveInput } from '../schema'

const toSuperior = [{ party: 'superior', roles: ['superiorOfficer'] }] as const

/** 备案 as the superior receives it: noted, or answered with an opinion that the inferior has to answer in turn. */
export const filingProcedure = declareProcedure({
  name: 'filing',
  states: filingStates,
  final: ['noted', 'answered'],
  steps: {
    receive: {
      from: 'new', to: ['received'], by: ['caseManager', 'prosecutor'], input: receiveInput, nested: true,
      basis: [law('办案规则 75'), law('建议规定 21')],
      notices: toSuperior,
    },
    note: {
      from: ['received'], to: ['noted'], by: ['superiorOfficer'], input: noteInput,
      basis: [law('办案规则 75')],
    },
    advise: {
      from: ['received'], to: ['advised'], by: ['superiorOfficer'], input: adviseInput,
      basis: [law('建议规定 23'), practice('上级人民检察院对备案文书提出审查意见')],
      clocks: { starts: [{ rule: 'superior_opinion_answer', duty: 'filing.answer', owedBy: 'inferior', owedTo: 'superior', trigger: 'advisedOn' }] },
      papers: [{ kind: 'filingOpinion', number: 'taken' }],
      notices: [{ party: 'inferior', roles: ['chiefProsecutor', 'departmentHead', 'caseManager'] }],
    },
    answer: {
      from: ['advised'], to: ['answered'], by: ['chiefProsecutor', 'departmentHead', 'prosecutor'], input: answerInput,
      basis: [practice('下级人民检察院反馈备案审查意见的办理情况')],
      clocks: { satisfies: [{ duty: 'filing.answer' }] },
      notices: toSuperior,
    },
  },
})
