import { db, type Tx } from '@/lib/platform/db'
import { isId } from '@/lib/platform/id'
import type { Scope } from '@/lib/platform/scope'
import { columnsOf, read, readAlone, readTogether, textArray } from '@/lib/platform/together'
import { type Outcome, Prisma, type TargetItem } from '@/prisma/generated/client'
import type { OutcomeRow } from '../policy'

export type OutcomeRecord = Outcome & OutcomeRow & {
  readonly caseNumber: string
  readonly caseTitle: string
  readonly domain: string
  readonly leadProsecutorId: string
  readonly points: readonly TargetItem[]
}

/** Who sees the case sees what it achieved: there is no audience of its own that could differ. */
export async function findRow(scope: Scope, id: string, client: Tx = db): Promise<OutcomeRecord | null> {
  if (!isId(id)) return null
  const seen = Prisma.sql`outcome o JOIN case_file c ON c.id = o.case_id WHERE o.id = ${id}::uuid AND c.audience && ${textArray(scope.tokens)}`
  const { rows: [found], points, checks } = await readTogether({
    rows: read<Raw>(Prisma.sql`
      SELECT ${columnsOf(withoutAmount, 'o')}, o.amount::text AS amount, c.audience, c.procuratorate_id AS "procuratorateId", c.agency_id AS "agencyId", c.domain, c.number AS "caseNumber",
        c.title AS "caseTitle", c.lead_prosecutor_id AS "leadProsecutorId", ARRAY(SELECT m.user_id FROM case_member m WHERE m.case_id = c.id AND m.to_on IS NULL) AS "memberIds" FROM ${seen}`),
    points: read<TargetItem>(Prisma.sql`SELECT ${columnsOf(Prisma.TargetItemScalarFieldEnum, 't')} FROM target_item t WHERE t.outcome_id IN (SELECT o.id FROM ${seen}) ORDER BY t.ordinal`),
    checks: read<{ count: number }>(Prisma.sql`SELECT count(*)::int AS count ${shownBy(Prisma.sql`(SELECT o.* FROM ${seen})`)}`),
  }, client)
  if (!found) return null
  const count = (status: string) => points.filter((point) => point.status === status).length
  return {
    ...found, amount: found.amount === null ? null : BigInt(found.amount), points, openPoints: count('open'), reportedPoints: count('reported'), struckPoints: count('struck'),
    checks: checks[0]!.count,
  }
}

const { amount: _text, ...withoutAmount } = Prisma.OutcomeScalarFieldEnum
type Raw = Omit<OutcomeRecord, 'amount' | 'points' | 'openPoints' | 'reportedPoints' | 'struckPoints' | 'checks'> & { readonly amount: string | null }

/** Checks on the ground that may show it: of a letter of the case, not before the day it was achieved, and of its demand where it names one. */
const shownBy = (outcome: Prisma.Sql): Prisma.Sql => Prisma.sql`
  FROM ${outcome} o JOIN recommendation r ON r.case_id = o.case_id JOIN check_result k ON k.recommendation_id = r.id JOIN demand d ON d.id = k.demand_id
  WHERE k.checked_on >= o.achieved_on AND k.verdict IN ('met', 'partly') AND (o.demand_id IS NULL OR k.demand_id = o.demand_id)`

export type OutcomeCheck = { readonly id: string; readonly checkedOn: Date; readonly place: string; readonly ordinal: number }

/** The checks to choose from, as far as one may see the letter they belong to. */
export const listChecks = (scope: Scope, row: Pick<Outcome, 'id'>): Promise<OutcomeCheck[]> =>
  readChecks(row, Prisma.sql`EXISTS (SELECT 1 FROM recommendation s WHERE s.case_id = o.case_id AND s.audience && ${textArray(scope.tokens)})`, db)

/** The same whoever asks: for the step that rests on one. */
export const checksOf = (tx: Tx, row: Pick<Outcome, 'id'>): Promise<OutcomeCheck[]> => readChecks(row, Prisma.sql`true`, tx)

const readChecks = ({ id }: Pick<Outcome, 'id'>, where: Prisma.Sql, client: Tx): Promise<OutcomeCheck[]> => readAlone(read<OutcomeCheck>(Prisma.sql`
  SELECT k.id, k.checked_on AS "checkedOn", k.place, d.ordinal ${shownBy(Prisma.sql`(SELECT * FROM outcome WHERE id = ${id}::uuid)`)} AND ${where} ORDER BY k.checked_on, k.id`), client)
