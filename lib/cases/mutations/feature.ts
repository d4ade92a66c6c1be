import { defineFeature } from '@/lib/engine/procedure/feature'
import { db } from '@/lib/platform/db'
import { casePolicy, lookBackPolicy } from '../policy'
import { caseProcedure } from '../procedure/case-file'
import { lookBackProcedure } from '../procedure/look-back'
import { weighHarm } from './harm'
import { concludeCase, proposeConclusion, refuseConclusion, reviewConclusion } from './conclude'
import { addEvidence, closeInvestigation, handOverCase, recordConsultation, setTeam, waiveConsultation } from './investigate'
import { enterCaseLate, enterLetter } from './late'
import { follow, moveReview, recommend, reopenInvestigation } from './letter'
import { planLookBack, recordLookBack } from './look-back'
import { openCase } from './open'
import { extendBySuperior, extendReview, proposeSuspension, resumeReview, suspendReview } from './review'
import { serveDecision } from './serve'
import { caseSubject, lookBackSubject, type LockedCase, type LockedLookBack } from './subject'

export const caseFeature = defineFeature<LockedCase>({
  procedure: caseProcedure,
  subject: caseSubject,
  policy: casePolicy,
  effects: {
    open: openCase, enterLate: enterCaseLate, enterLetter, serveDecision, setTeam, weighHarm, handOver: handOverCase, recordConsultation, waiveConsultation, addEvidence,
    closeInvestigation, recommend, follow, moveReview, reopenInvestigation, proposeConclusion, reviewConclusion, refuseConclusion,
    conclude: concludeCase, proposeSuspension, suspend: suspendReview, resume: resumeReview, extendReview, extendBySuperior,
  },
  href: (id) => `/cases/${id}`,
  trail: (id) => `/cases/${id}?tab=trail`,
  async responsible(id, unitId) {
    const row = await db.caseFile.findFirst({ where: { id, procuratorateId: unitId }, select: { leadProsecutorId: true } })
    return row ? [row.leadProsecutorId] : []
  },
})

export const lookBackFeature = defineFeature<LockedLookBack>({
  procedure: lookBackProcedure,
  subject: lookBackSubject,
  policy: lookBackPolicy,
  effects: { plan: planLookBack, record: recordLookBack },
  href: (id) => `/look-backs/${id}`,
  async responsible(id, unitId) {
    const row = await db.lookBack.findFirst({ where: { id, procuratorateId: unitId }, select: { caseFile: { select: { leadProsecutorId: true } } } })
    return row ? [row.caseFile.leadProsecutorId] : []
  },
})
