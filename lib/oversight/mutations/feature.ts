import { defineFeature } from '@/lib/engine/procedure/feature'
import { db } from '@/lib/platform/db'
import { oversightPolicy } from '../policy'
import { filingProcedure } from '../procedure/filing'
import { requestProcedure } from '../procedure/request'
import { supervisionProcedure } from '../procedure/supervision'
import { advise, answer, note, receive } from './filing'
import { askDesignation, askExtension, designate, grantExtension, refuseRequest } from './request'
import { matterSubject, type Matter } from './subject'
import { close, order, report, returnReport } from './supervision'

const href = (id: string) => `/oversight/${id}`

/** In the inferior office the lead prosecutor of the case is at work on it. */
async function responsible(id: string, unitId: string): Promise<string[]> {
  const row = await db.oversightMatter.findFirst({ where: { id, inferiorId: unitId }, select: { caseId: true } })
  const caseFile = row?.caseId ? await db.caseFile.findUnique({ where: { id: row.caseId }, select: { leadProsecutorId: true } }) : null
  return caseFile ? [caseFile.leadProsecutorId] : []
}

export const filingFeature = defineFeature<Matter>({
  procedure: filingProcedure, subject: matterSubject('filing'), policy: oversightPolicy, effects: { receive, note, advise, answer }, href, responsible,
})

export const requestFeature = defineFeature<Matter>({
  procedure: requestProcedure, subject: matterSubject('superiorRequest'), policy: oversightPolicy, href,
  effects: { askExtension, askDesignation, grantExtension, designate, refuse: refuseRequest },
})

export const supervisionFeature = defineFeature<Matter>({
  procedure: supervisionProcedure, subject: matterSubject('supervision'), policy: oversightPolicy, effects: { order, report, returnReport, close }, href, responsible,
})
