import type { z } from 'zod'
import { defineFeature, type Outcome, type StepContext } from '@/lib/engine/procedure/feature'
import { invalid } from '@/lib/platform/errors'
import { findCaseImport, listKnownMatters, type CaseImport } from '../data/cases'
import { caseImportPolicy } from '../policy'
import { caseImportProcedure } from '../procedure'
import { checkCases } from '../rules/cases'
import type { enterImportInput, readCasesInput, stopImportInput } from '../schema'
import { refuseWaiting, queueEntering } from './entering'
import { dropImport } from './roster'
import { keepRows, subjectOf } from './source'

async function readCases({ tx, actor, scope, input, now }: StepContext<never, z.infer<typeof readCasesInput>>): Promise<Outcome> {
  const { regionCode } = actor
  const check = async (rows: Parameters<typeof checkCases>[0]) => checkCases(rows, await listKnownMatters(scope, rows, tx))
  const { id, count } = await keepRows(tx, { kind: 'cases', regionCode, actor, now, input, type: 'caseImport', check })
  return { id, regionCode, title: 'cases', audience: [], after: { rows: count } }
}

/** Starts it: from now on the worker enters the rows one after another, each for itself. */
async function startEntering({ tx, actor, row, input }: StepContext<CaseImport, z.infer<typeof enterImportInput>>): Promise<Outcome> {
  if (!input.compared) throw invalid({ compared: 'errors.field.required' })
  await tx.rosterImport.update({ where: { id: row.id }, data: { startedById: actor.userId } })
  await queueEntering(tx)
  return { id: row.id, regionCode: row.regionCode, title: row.kind, audience: [], after: { rows: row.tally.waiting, refused: row.tally.refused } }
}

/** What has been entered stays; the rest may be read in again. */
async function stopEntering({ tx, row, input }: StepContext<CaseImport, z.infer<typeof stopImportInput>>): Promise<Outcome> {
  const rest = await refuseWaiting(tx, row.id, 'imports.refused.stopped')
  return { id: row.id, regionCode: row.regionCode, title: row.kind, audience: [], after: { ...input, rest } }
}

export const caseImportFeature = defineFeature<CaseImport>({
  procedure: caseImportProcedure, subject: subjectOf('caseImport', findCaseImport), policy: caseImportPolicy,
  effects: { read: readCases, enter: startEntering, drop: dropImport, stop: stopEntering },
  href: (id) => `/cases/imports/${id}`,
})
