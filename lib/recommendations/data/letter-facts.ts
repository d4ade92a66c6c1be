import { listHandlers } from '@/lib/cases/mutations/people'
import type { LocalDate } from '@/lib/platform/clock'
import { db, type Tx } from '@/lib/platform/db'
import type { Scope } from '@/lib/platform/scope'
import type { LetterRow } from './row'
import { findDefaultLengths } from './draft-checks'

/** What the paper says besides the texts of the letter itself; the row was read in scope. */
export async function findLetterFacts(scope: Scope, row: LetterRow, on: LocalDate, client: Tx = db) {
  const units = await client.unit.findMany({ where: { id: { in: [row.agencyId, row.procuratorateId] } }, select: { id: true, name: true } })
  const nameOf = (id: string) => units.find((unit) => unit.id === id)?.name ?? ''
  const handlers = await listHandlers(client, row.caseId)
  return {
    agencyName: nameOf(row.agencyId), issuerName: nameOf(row.procuratorateId), handlers: handlers.map(({ name }) => name),
    defaults: await findDefaultLengths(scope, row.regionCode, on, client),
  }
}

/** Who handles the case now, the lead first; the case was read in scope. */
export const listCaseHandlers = (_scope: Scope, caseId: string) => listHandlers(db, caseId)
