import { declareProcedure, law, practice, setting } from '@/lib/engine/procedure/declare'
import { lookBackPlanInput, recordLookBackInput } from '../schema'

/** One rule for each interval a place may choose; the effect raises the flag of the one chosen. */
const intervals = [1, 3, 6, 12] as const

export const lookBackProcedure = declareProcedure({
  name: 'lookBack',
  states: ['planned', 'held', 'relapsed'],
  final: ['held', 'relapsed'],
  steps: {
    plan: {
      from: 'new', to: ['planned'], by: ['chiefProsecutor'], input: lookBackPlanInput, nested: true,
      basis: [setting('回头看')],
      clocks: {
        starts: intervals.map((months) => ({
          rule: `look_back_${months}`, duty: 'lookBack.record', owedBy: 'procuratorate', trigger: 'closedOn', when: `months${months}`,
        })),
      },
    },
    record: {
      from: ['planned'], to: ['held', 'relapsed'], by: ['prosecutor'], input: recordLookBackInput,
      basis: [setting('回头看'), practice('公益再受侵害的另立关联线索'), law('办案规则 24')],
      clocks: { satisfies: [{ duty: 'lookBack.record', on: 'doneOn' }] },
      notices: [
        { party: 'procuratorate', roles: ['departmentHead'] },
        { party: 'procuratorate', roles: ['caseManager'], when: 'relapsed' },
        { party: 'agency', roles: ['liaison'] },
      ],
    },
  },
})
