import { defineFeature } from '@/lib/engine/procedure/feature'
import { db } from '@/lib/platform/db'
import type { DutyCycleRecord } from '../data'
import { dutyCyclePolicy } from '../policy'
import { dutyCycleProcedure } from '../procedure'
import { accept, askAgain, dutyCycleSubject, end, openCycle, report, reportOnBehalf } from './cycle'

export const dutyCycleFeature = defineFeature<DutyCycleRecord>({
  procedure: dutyCycleProcedure,
  subject: dutyCycleSubject,
  policy: dutyCyclePolicy,
  effects: { open: openCycle, report, reportOnBehalf, accept, askAgain, end },
  href: (id) => `/recommendations/cycles/${id}`,
  // The handler the letter has; once its handling is over, whoever the body has at hand.
  async responsible(id, unitId) {
    const row = await db.dutyCycle.findUnique({
      where: { id }, select: { procuratorateId: true, recommendation: { select: { caseFile: { select: { leadProsecutorId: true } }, handling: { select: { handlerId: true, status: true, agencyId: true } } } } },
    })
    if (!row) return []
    const { caseFile, handling } = row.recommendation
    if (row.procuratorateId === unitId) return [caseFile.leadProsecutorId]
    return handling?.agencyId === unitId && handling.handlerId && !['closed', 'withdrawn'].includes(handling.status) ? [handling.handlerId] : []
  },
})
