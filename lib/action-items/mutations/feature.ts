import { defineFeature } from '@/lib/engine/procedure/feature'
import { actionItemPolicy } from '../policy'
import { actionItemProcedure } from '../procedure'
import { give, open, postpone } from './give'
import { addProgress, cancel, confirm, report, reportOnPaper, sendBack } from './report'
import { actionItemSubject, type Item } from './subject'

export const actionItemFeature = defineFeature<Item>({
  procedure: actionItemProcedure, subject: actionItemSubject, policy: actionItemPolicy, href: (id) => `/action-items/${id}`,
  effects: { give, open, report, addProgress, reportOnPaper, postpone, confirm, sendBack, cancel },
})
