import { defineFeature } from '@/lib/engine/procedure/feature'
import { db } from '@/lib/platform/db'
import type { CaseFamilyRecord } from '../data/row'
import { caseFamilyPolicy } from '../policy'
import { caseFamilyProcedure } from '../procedure'
import { close, reopen } from './close'
import { addCases, form, handOver, removeCase, revise, setLead } from './form'
import { publish, raise } from './opinion'
import { caseFamilySubject } from './subject'

export const caseFamilyFeature = defineFeature<CaseFamilyRecord>({
  procedure: caseFamilyProcedure, subject: caseFamilySubject, policy: caseFamilyPolicy, href: (id) => `/case-families/${id}`,
  effects: { form, raise, publish, close, addCases, removeCase, revise, setLead, handOver, reopen },
  responsible: async (id, unitId) => {
    const row = await db.caseFamily.findUnique({ where: { id }, select: { procuratorateId: true, leadId: true } })
    return row?.procuratorateId === unitId ? [row.leadId] : []
  },
})
