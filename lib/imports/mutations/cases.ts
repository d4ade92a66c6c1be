import type { z } from 'zod'
import { sourceWords } from '@/lib/cases/templates'
import { defineFeature, type Outcome, type StepContext } from '@/lib/engine/procedure/feature'
import type { Tx } from '@/lib/platform/db'
import { Failure, invalid } from '@/lib/platform/errors'
import { findCaseImport } from '../data/lists'
import { caseImportPolicy, type ImportRow } from '../policy'
import { caseImportProcedure } from '../procedure'
import { caseOf, hasLetter, hasReply, letterOf, replyOf } from '../rules/cases'
import type { enterImportInput, readCasesInput, SheetRow } from '../schema'
import { dropImport } from './roster'
import { keepRows, subjectOf } from './source'

type LockedCases = ImportRow & NonNullable<Awaited<ReturnType<typeof findCaseImport>>>
type Enter = StepContext<LockedCases, z.infer<typeof enterImportInput>>

async function readCases({ tx, actor, input, now }: StepContext<never, z.infer<typeof readCasesInput>>): Promise<Outcome> {
  const { regionCode } = actor
  const { id, count } = await keepRows(tx, { kind: 'cases', regionCode, actor, now, input, type: 'caseImport' })
  return { id, regionCode, title: 'cases', audience: [], after: { rows: count } }
}

/** All rows or none, each by the same steps as by hand: the case, its letter and the reply where there were any. */
async function enterCases({ tx, row, input, take }: Enter): Promise<Outcome> {
  if (!input.compared) throw invalid({ compared: 'errors.field.required' })
  for (const [index, each] of row.rows.entries()) {
    try {
      await enterRow({ tx, row, take }, each)
    } catch (error) {
      // What the rules of the sheet could not foresee names the row, since the form it belongs to is not on the page.
      if (error instanceof Failure && ['invalid', 'refused', 'wrongState'].includes(error.code)) throw new Failure('refused', 'imports.refuse.row', undefined, { line: index + 2 })
      throw error
    }
  }
  return { id: row.id, regionCode: row.regionCode, title: row.kind, audience: [], after: { rows: row.rows.length }, href: '/cases' }
}

async function enterRow({ tx, row, take }: Pick<Enter, 'tx' | 'row' | 'take'>, cells: SheetRow): Promise<void> {
  const facts = caseOf(cells, row.known)
  const { id: caseId } = await take('case.enterLate', null, facts)
  if (!hasLetter(cells)) return
  await take('case.enterLetter', caseId, letterOf(cells, sourceWords(facts.source ?? '')))
  if (!hasReply(cells)) return
  const { id, demandIds } = await findLetter(tx, caseId)
  await take('recommendation.replyOnBehalf', id, replyOf(cells, demandIds))
}

async function findLetter(tx: Tx, caseId: string): Promise<{ id: string; demandIds: string[] }> {
  const { id, demands } = await tx.recommendation.findFirstOrThrow({
    where: { caseId }, select: { id: true, demands: { select: { id: true }, orderBy: { ordinal: 'asc' } } },
  })
  return { id, demandIds: demands.map((demand) => demand.id) }
}

export const caseImportFeature = defineFeature<LockedCases>({
  procedure: caseImportProcedure, subject: subjectOf('caseImport', findCaseImport), policy: caseImportPolicy,
  effects: { read: readCases, enter: enterCases, drop: dropImport },
  href: (id) => `/cases/imports/${id}`,
})
