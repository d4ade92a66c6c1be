import { partyRoles } from '@/lib/action-items/schema'
import { declareProcedure, practice } from '@/lib/engine/procedure/declare'
import { decideInput, issueStates, parkInput, raiseInput, resolveInput, takeAgainInput } from '../schema/issue'
import { deskRoles } from '../schema/meeting'

const basis = [practice('研究全局性、政策性、倾向性问题和历史遗留问题')]

/** 问题清单: raised by anybody, parked, or decided by a meeting. */
export const issueProcedure = declareProcedure({
  name: 'issue',
  states: issueStates,
  final: ['decided'],
  steps: {
    raise: { from: 'new', to: ['open'], by: partyRoles, input: raiseInput, basis, notices: [{ party: 'desk', roles: deskRoles }] },
    decide: { from: ['open', 'parked'], to: ['decided'], by: deskRoles, input: decideInput, basis },
    resolve: { from: ['open', 'parked'], to: ['decided'], by: deskRoles, input: resolveInput, nested: true, basis },
    park: { from: ['open'], to: ['parked'], by: deskRoles, input: parkInput, aside: true, basis },
    takeAgain: { from: ['parked'], to: ['open'], by: deskRoles, input: takeAgainInput, aside: true, basis },
  },
})
