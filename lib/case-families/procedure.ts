import { partyRoles } from '@/lib/action-items/schema'
import { declareProcedure, practice } from '@/lib/engine/procedure/declare'
import { distributors, passWorkInput } from '@/lib/handovers/schema'
import {
  addCasesInput, caseFamilyStates, closeInput, formInput, publishInput, raiseInput, removeCaseInput, reopenInput, reviseInput, setLeadInput, writers,
} from './schema'

const likeCases = practice('加强个案剖析和类案研究')
const governing = practice('由类案系统提出治理纠正意见，供党委政府决策参考')
const running = ['open', 'raised'] as const

/** 类案: from single cases to what governs them all. The opinion itself goes the way of every bulletin. */
export const caseFamilyProcedure = declareProcedure({
  name: 'caseFamily',
  states: caseFamilyStates,
  // A like case may come again at any time.
  final: [],
  steps: {
    form: { from: 'new', to: ['open'], by: writers, input: formInput, ownForm: true, inner: true, basis: [likeCases] },
    raise: { from: running, to: [], by: writers, input: raiseInput, ownForm: true, inner: true, basis: [governing] },
    publish: { from: caseFamilyStates, to: ['raised', 'closed'], by: partyRoles, input: publishInput, nested: true, basis: [governing] },
    close: { from: running, to: ['closed'], by: writers, input: closeInput, basis: [practice('办结类案写明治理结果和核查情况；没有核查整改到位的案件如实写明')] },
    addCases: { from: running, to: [], by: writers, input: addCasesInput, ownForm: true, inner: true, aside: true, basis: [likeCases] },
    removeCase: { from: running, to: [], by: writers, input: removeCaseInput, inner: true, aside: true, basis: [practice('不属同类的案件移出，写明理由，记录保留')] },
    revise: { from: running, to: [], by: writers, input: reviseInput, ownForm: true, inner: true, aside: true, basis: [practice('共同原因和治理要求可以修改，各次文本保留')] },
    setLead: { from: running, to: [], by: ['departmentHead', 'chiefProsecutor', ...writers.filter((role) => role === 'prosecutor')], input: setLeadInput, inner: true, aside: true, basis: [practice('类案由一名检察官主办')] },
    handOver: { from: running, to: [], by: distributors, input: passWorkInput, inner: true, nested: true, basis: [practice('人员离岗、调动的，在办工作交接给接替人员')] },
    reopen: { from: ['closed'], to: ['open'], by: writers, input: reopenInput, aside: true, basis: [practice('同类案件再次发生的，恢复跟踪')] },
  },
})
