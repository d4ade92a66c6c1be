import { declareProcedure, practice, setting } from '@/lib/engine/procedure/declare'
import { partyRoles, toldRoles } from '@/lib/action-items/schema'
import { doubtInput, endInput, powerStates, registerInput, registrars, reviseInput, settleInput, settleOnPaperInput, succeedInput, takeBackInput } from './schema'

const duty = 'powerItem.settle'
const list = [practice('权责清单：事项、责任单位、法定职责和依据逐项登记，变更留痕')]
const takenBack = practice('尚未到施行日期的修订和终止可以撤回，写明理由，原记录保留')
const doubts = [setting('职责疑义由司法局（依法治市（区）办）在本地清单中明确'), setting('明确职责疑义的期限')]
const byLawOffice = { never: '没有账号的单位，由司法局登记、修订和终止' } as const
const owner = [{ party: 'owner', roles: toldRoles, when: 'byOther' }] as const
const answered = [{ party: 'owner', roles: toldRoles }, { party: 'doubter', roles: partyRoles }] as const

/** 权责清单: an entry in its versions; a doubt leaves it in force until it is settled. */
export const powerItemProcedure = declareProcedure({
  name: 'powerItem',
  states: powerStates,
  // What is announced for a day to come may be taken back until then.
  final: ['takenBack'],
  steps: {
    register: { from: 'new', to: ['registered'], by: registrars, input: registerInput, ownForm: true, basis: list, onPaper: byLawOffice, notices: owner },
    // Of a sheet: its body is told once of all of them.
    registerListed: { from: 'new', to: ['registered'], by: registrars, input: registerInput, nested: true, basis: list, onPaper: byLawOffice },
    succeed: { from: 'new', to: ['registered'], by: partyRoles, input: succeedInput, nested: true, basis: list },
    doubt: {
      from: ['registered'], to: ['doubted'], by: partyRoles, input: doubtInput, basis: doubts, aside: true,
      clocks: { starts: [{ rule: 'power_doubt_settle', duty, owedBy: 'settler', owedTo: 'doubter', trigger: 'raisedOn' }] },
      notices: [{ party: 'settler', roles: toldRoles }, { party: 'owner', roles: toldRoles }],
    },
    settle: {
      from: ['doubted'], to: ['registered', 'revised', 'ended'], by: registrars, input: settleInput, ownForm: true, basis: doubts,
      onPaper: { step: 'powerItem.settleOnPaper', day: 'settledOn', signer: 'signerName', scan: 'scanFileId' },
      clocks: { satisfies: [{ duty }] }, notices: answered,
    },
    settleOnPaper: {
      from: ['doubted'], to: ['registered', 'revised', 'ended'], by: partyRoles, input: settleOnPaperInput, ownForm: true, aside: true, basis: doubts,
      clocks: { satisfies: [{ duty, on: 'settledOn' }] }, notices: [...answered, { party: 'settler', roles: toldRoles }],
    },
    revise: { from: ['registered'], to: ['revised'], by: registrars, input: reviseInput, ownForm: true, aside: true, basis: list, onPaper: byLawOffice, notices: owner },
    end: { from: ['registered'], to: ['ended'], by: registrars, input: endInput, aside: true, basis: list, onPaper: byLawOffice, notices: owner },
    takeBack: { from: ['revised', 'ended'], to: ['registered'], by: registrars, input: takeBackInput, aside: true, basis: [takenBack], onPaper: byLawOffice, notices: [...owner, { party: 'doubter', roles: partyRoles, when: 'ofDoubt' }] },
    void: { from: ['registered'], to: ['takenBack'], by: registrars, input: takeBackInput, nested: true, basis: [takenBack], onPaper: byLawOffice },
  },
})
