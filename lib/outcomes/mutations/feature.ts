import { defineFeature } from '@/lib/engine/procedure/feature'
import type { OutcomeRecord } from '../data/row'
import { outcomePolicy } from '../policy'
import { outcomeProcedure } from '../procedure'
import { confirm, confirmByCheck, reject } from './confirm'
import { enter } from './enter'
import { addPoints, reportPoint, returnPoint, strikeOff } from './points'
import { outcomeSubject } from './subject'

export const outcomeFeature = defineFeature<OutcomeRecord>({
  procedure: outcomeProcedure, subject: outcomeSubject, policy: outcomePolicy, href: (id) => `/outcomes/${id}`,
  effects: { enter, confirm, confirmByCheck, reportPoint, strikeOff, addPoints, returnPoint, reject },
})
