import { declareProcedure, practice, setting } from '@/lib/engine/procedure/declare'
import type { Role } from '@/lib/platform/roles'
import { acceptInput, appointmentStates, appraiseInput, endInput, proposeInput, refuseInput, renewInput, withdrawInput } from '../schema/appointment'
import { partyRoles, toldRoles } from '../schema/group'

const duty = 'appointment.decide'
/** Who takes somebody in for the office. */
const takers: readonly Role[] = ['departmentHead', 'chiefProsecutor', 'agencyLeader', 'liaison', 'bureauOfficer', 'governmentOfficer']
const proposing = [practice('所在单位推荐，受聘单位审核；不同意的说明理由'), setting('本地设置：答复推荐的期限')]
const term = [practice('任期届满自动终止，可以续聘或者提前结束')]
const answered = { satisfies: [{ duty }] } as const
const toHome = [{ party: 'home', roles: toldRoles }] as const

/** 聘任、挂职: proposed by the person's body, accepted for a term, which ends by itself. */
export const appointmentProcedure = declareProcedure({
  name: 'appointment',
  states: appointmentStates,
  final: ['refused', 'withdrawn', 'ended'],
  steps: {
    propose: {
      from: 'new', to: ['proposed'], by: partyRoles, input: proposeInput, ownForm: true, basis: proposing,
      clocks: { starts: [{ rule: 'appointment_decide', duty, owedBy: 'host', owedTo: 'home' }] }, notices: [{ party: 'host', roles: takers }],
    },
    accept: { from: ['proposed'], to: ['serving'], by: takers, input: acceptInput, stepUp: true, basis: [...proposing, ...term], clocks: answered, notices: toHome },
    refuse: { from: ['proposed'], to: ['refused'], by: takers, input: refuseInput, aside: true, basis: proposing, clocks: answered, notices: toHome },
    withdraw: { from: ['proposed'], to: ['withdrawn'], by: partyRoles, input: withdrawInput, aside: true, basis: [practice('推荐单位可以撤回推荐')], clocks: { cancels: [duty] } },
    renew: { from: ['serving'], to: [], by: takers, input: renewInput, aside: true, stepUp: true, basis: term, notices: toHome },
    end: { from: ['serving'], to: ['ended'], by: partyRoles, input: endInput, aside: true, basis: term, notices: toHome },
    appraise: { from: ['serving'], to: [], by: takers, input: appraiseInput, aside: true, basis: [practice('任期内的工作由受聘单位鉴定')], notices: toHome },
  },
})
