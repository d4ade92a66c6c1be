import { defineFeature } from '@/lib/engine/procedure/feature'
import { db } from '@/lib/platform/db'
import type { HandlingRecord } from '../data'
import { handlingPolicy } from '../policy'
import { handlingProcedure } from '../procedure'
import { logAction } from './action'
import {
  assignHandler, assignOnPaper, draftReply, endHandling, handlingSubject, handOverHandling, instructHandling, proposeHandling, registerHandling, reviewLegally, sendBackDraft, signHandling,
} from './chain'

export const handlingFeature = defineFeature<HandlingRecord>({
  procedure: handlingProcedure,
  subject: handlingSubject,
  policy: handlingPolicy,
  effects: {
    register: registerHandling, propose: proposeHandling, instruct: instructHandling, assign: assignHandler, assignOnPaper, logAction, draftReply,
    legalReview: reviewLegally, sendBack: sendBackDraft, handOver: handOverHandling, sign: signHandling, end: endHandling,
  },
  href: (id) => `/handlings/${id}`,
  trail: (id) => `/handlings/${id}?tab=trail`,
  responsible: async (id) => {
    const row = await db.handling.findUnique({ where: { id }, select: { handlerId: true } })
    return row?.handlerId ? [row.handlerId] : []
  },
})
