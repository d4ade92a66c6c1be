import { declareProcedure, practice } from '@/lib/engine/procedure/declare'
import { resendInput } from './schema'

/** What the worker could not bring out of the house; all other moves of a delivery are the worker's own and change nothing but it. */
export const deliveryProcedure = declareProcedure({
  name: 'noticeDelivery',
  states: ['waiting', 'failed', 'unsure'],
  final: [],
  steps: {
    resend: {
      from: ['failed', 'unsure'], to: ['waiting'], by: ['systemAdmin'], input: resendInput, bulk: { shared: ['reason'] },
      basis: [practice('未能送出或者是否送出不明的提醒，由系统管理员查明原因后重新发送')],
    },
  },
})
