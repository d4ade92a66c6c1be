import { declareProcedure, practice } from '@/lib/engine/procedure/declare'
import {
  addPointsInput, confirmByCheckInput, confirmInput, enterers, enterInput, officeRoles, outcomeStates, rejectInput, reportPointInput, returnPointInput, strikeOffInput,
} from './schema'

const toAgency = [{ party: 'agency', roles: ['liaison'], when: 'byAgency' }] as const
const toOffice = [{ party: 'procuratorate', roles: ['prosecutor'], when: 'byAgency' }] as const
const proven = practice('办案成效凭证明材料计入，登记和确认由不同人员办理')
const oneByOne = practice('整改对象逐个整改、逐个核查销号')

/** 办案成效: entered with proof by one person, confirmed by another or by a check on the ground. A reply is no proof. */
export const outcomeProcedure = declareProcedure({
  name: 'outcome',
  states: outcomeStates,
  final: ['rejected'],
  steps: {
    enter: { from: 'new', to: ['entered', 'listed'], by: enterers, input: enterInput, ownForm: true, basis: [proven, oneByOne], notices: toOffice },
    confirm: { from: ['entered'], to: ['confirmed'], by: officeRoles, input: confirmInput, basis: [proven], notices: toAgency },
    confirmByCheck: { from: ['entered'], to: ['confirmed'], by: officeRoles, input: confirmByCheckInput, basis: [proven, practice('现场核查的结论可以作为确认依据')], notices: toAgency },
    reportPoint: { from: ['listed'], to: [], by: enterers, input: reportPointInput, basis: [oneByOne], notices: toOffice },
    strikeOff: { from: ['listed'], to: ['listed', 'confirmed'], by: officeRoles, input: strikeOffInput, basis: [oneByOne], notices: toAgency },
    addPoints: { from: ['listed'], to: [], by: enterers, input: addPointsInput, aside: true, basis: [oneByOne] },
    returnPoint: {
      from: ['listed', 'confirmed'], to: ['listed'], by: officeRoles, input: returnPointInput, aside: true, basis: [practice('不符合要求或者又出现的，退回重新整改')],
      notices: toAgency,
    },
    reject: {
      from: ['entered', 'listed', 'confirmed'], to: ['rejected'], by: officeRoles, input: rejectInput, aside: true, basis: [practice('查明不实的，写明理由，不计入成效')],
      notices: toAgency,
    },
  },
})
