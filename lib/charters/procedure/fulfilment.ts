import { charter, declareProcedure, practice } from '@/lib/engine/procedure/declare'
import { drafters, workers } from '../rules/posts'
import { countInput, fulfilmentStates, keepByStepInput, keepInput, waiveInput } from '../schema'

const asPromised = [charter('条款所设的义务')]
const duty = 'fulfilment.keep'

/** One time a promise is owed. It comes up by itself: by the calendar, or by the step that the article names. */
export const fulfilmentProcedure = declareProcedure({
  name: 'fulfilment', states: fulfilmentStates, final: ['kept', 'waived'],
  steps: {
    keep: {
      from: ['owed'], to: ['kept'], by: workers, input: keepInput, basis: asPromised, clocks: { satisfies: [{ duty, on: 'keptOn' }] },
      onPaper: { never: '无账号单位的履行由约定的环节或者起草单位记录' },
    },
    // Whoever takes the step that keeps it keeps it; the administrator who enters a liaison does so for the unit.
    keepByStep: {
      from: ['owed'], to: ['kept'], by: [...workers, 'superiorOfficer', 'systemAdmin'], input: keepByStepInput, basis: asPromised, nested: true, clocks: { satisfies: [{ duty, on: 'keptOn' }] },
    },
    count: { from: 'new', to: ['kept'], by: workers, input: countInput, basis: asPromised, nested: true },
    waive: {
      from: ['owed'], to: ['waived'], by: drafters, input: waiveInput, aside: true,
      basis: [practice('约定的事项失去对象的，由起草单位说明理由后免除')], clocks: { cancels: [duty] },
      onPaper: { never: '起草单位有账号，由其自行办理' },
    },
  },
})
