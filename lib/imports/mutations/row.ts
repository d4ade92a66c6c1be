import { sourceWords } from '@/lib/cases/templates'
import { defineFeature, type Outcome, type StepContext, type SubjectRow } from '@/lib/engine/procedure/feature'
import type { Tx } from '@/lib/platform/db'
import { refuse } from '@/lib/platform/errors'
import type { Scope } from '@/lib/platform/scope'
import { listKnownMatters } from '../data/cases'
import { cellsOf } from '../data/rows'
import { importRowPolicy, type CaseRow } from '../policy'
import { importRowProcedure } from '../procedure'
import { caseOf, checkCases, hasLetter, hasReply, letterOf, replyOf } from '../rules/cases'
import type { SheetRow } from '../schema'

type LockedRow = CaseRow & { readonly line: number; readonly cells: SheetRow }
type Enter = StepContext<LockedRow, object>

async function lockRow(tx: Tx, id: string, scope: Scope): Promise<LockedRow | null> {
  await tx.$queryRaw`SELECT 1 FROM import_row WHERE id = ${id}::uuid FOR UPDATE`
  const found = await tx.importRow.findUnique({ where: { id }, include: { list: { select: { kind: true, unitId: true, status: true, startedById: true } } } })
  if (!found || found.list.kind !== 'cases' || found.list.unitId !== scope.unitId) return null
  const { list, cells, ...row } = found
  return { ...row, cells: cellsOf(cells), listStatus: list.status, startedById: list.startedById, audience: [] }
}

/** By the same steps as by hand: the case, its letter and the reply where there were any. What held when the sheet was read is looked at again. */
async function enterRow({ tx, scope, row, take }: Enter): Promise<Outcome> {
  const { cells } = row
  const known = await listKnownMatters(scope, [cells], tx)
  if (checkCases([cells], known)[0]?.length) throw refuse('imports.refused.changed')
  const facts = caseOf(cells, known)
  const { id: caseId } = await take('case.enterLate', null, facts)
  if (hasLetter(cells)) await take('case.enterLetter', caseId, letterOf(cells, sourceWords(facts.source ?? '')))
  if (hasReply(cells)) {
    const { id, demandIds } = await findLetter(tx, caseId)
    await take('recommendation.replyOnBehalf', id, replyOf(cells, demandIds))
  }
  await tx.importRow.update({ where: { id: row.id }, data: { caseId } })
  return { id: row.id, regionCode: row.regionCode, title: cells.title ?? '', audience: [], after: { line: row.line, caseId } }
}

async function findLetter(tx: Tx, caseId: string): Promise<{ id: string; demandIds: string[] }> {
  const { id, demands } = await tx.recommendation.findFirstOrThrow({
    where: { caseId }, select: { id: true, demands: { select: { id: true }, orderBy: { ordinal: 'asc' } } },
  })
  return { id, demandIds: demands.map((demand) => demand.id) }
}

export const importRowFeature = defineFeature<LockedRow & SubjectRow>({
  procedure: importRowProcedure, policy: importRowPolicy, effects: { enter: enterRow },
  subject: {
    type: 'importRow', lock: lockRow,
    move: async (tx, id, version, status) => (await tx.importRow.updateMany({ where: { id, version }, data: { status, version: { increment: 1 } } })).count,
  },
  href: () => '/cases/imports',
})
