import { countRule } from '@/lib/engine/deadlines/count-rule'
import { calendarOf } from '@/lib/engine/deadlines/overlay'
import { requireRule } from '@/lib/engine/deadlines/rules'
import type { StepContext } from '@/lib/engine/procedure/feature'
import { dateColumn, localDate, today, type LocalDate } from '@/lib/platform/clock'
import { json, type Tx } from '@/lib/platform/db'
import { invalid, refuse } from '@/lib/platform/errors'
import { newId } from '@/lib/platform/id'
import { findDefaultLengths } from '../data/draft-checks'
import type { LetterRow } from '../data/row'
import { demandRevisions, revisionFaults, type DemandRevision } from '../rules/revision'
import type { ReexaminationInput } from '../schema'
import { endCycles, listCyclesPast, openCycles } from './duties'

export type Revision = {
  readonly demands: readonly DemandRevision[]
  readonly months: { readonly before: number; readonly after: number } | null
}

type Context = Pick<StepContext<LetterRow, unknown>, 'tx' | 'scope' | 'row'>

/** What the re-examination changes in the letter; only where it ends in a change, and then something at least. */
export async function findRevision({ tx, scope, row }: Context, input: ReexaminationInput): Promise<Revision> {
  const wanted = input.demands ?? []
  const rows = await tx.demand.findMany({ where: { recommendationId: row.id }, orderBy: { ordinal: 'asc' } })
  const past = await listCyclesPast(tx, row.id, today())
  const demands = rows.map((demand) => ({ ...demand, milestoneOn: demand.milestoneOn && localDate(demand.milestoneOn), cyclesPast: past.get(demand.id) ?? 0 }))
  const before = row.rectificationMonths ?? (await findDefaultLengths(scope, row.regionCode, receiptOf(row), tx)).months
  const after = input.rectificationMonths
  const revision = { demands: demandRevisions(demands, wanted), months: after === undefined || after === before ? null : { before, after } }
  const some = revision.demands.length > 0 || revision.months !== null
  if (input.outcome !== 'change') {
    if (some) throw invalid({ outcome: 'recommendations.refuse.changesKept' })
    return { demands: [], months: null }
  }
  const faults = revisionFaults(demands, wanted, revision.months ? await endAfter(tx, row, revision.months.after) : endOf(row))
  if (Object.keys(faults).length > 0) throw invalid(faults)
  if (!some) throw invalid({ outcome: 'recommendations.refuse.noChange' })
  return revision
}

const receiptOf = ({ receivedOn }: LetterRow): LocalDate => {
  if (!receivedOn) throw refuse('recommendations.refuse.notDelivered')
  return localDate(receivedOn)
}

const endOf = ({ rectificationEndOn }: LetterRow): LocalDate => {
  if (!rectificationEndOn) throw refuse('recommendations.refuse.notDelivered')
  return localDate(rectificationEndOn)
}

async function endAfter(tx: Tx, row: LetterRow, months: number): Promise<LocalDate> {
  const from = receiptOf(row)
  return countRule(requireRule('agency_perform_reply', from), from, await calendarOf(tx), { amount: months }).end
}

/** From now on the demands read as revised; what they were stays on record beside the letter as it was signed. */
export async function revise(
  { tx, row, take }: Pick<StepContext<LetterRow, unknown>, 'tx' | 'row' | 'take'>, { demands, months }: Revision, { objectionId, on }: { objectionId: string; on: LocalDate },
): Promise<void> {
  const keep = (demandId: string | null, before: object, after: object) => tx.letterRevision.create({
    data: { id: newId(), recommendationId: row.id, objectionId, demandId, revisedOn: dateColumn(on), before: json(before), after: json(after) },
  })
  for (const { demand, before, after } of demands) {
    const { measure, proofWanted, milestoneOn, reports, reportContent } = after
    await keep(demand.id, before, { measure, proofWanted, milestoneOn, reports, reportContent })
    await tx.demand.update({
      where: { id: demand.id },
      data: {
        ...(measure ? { measure } : {}), ...(proofWanted ? { proofWanted } : {}), ...(milestoneOn ? { milestoneOn: dateColumn(milestoneOn) } : {}),
        ...(reports ? { reports } : {}), ...(reportContent ? { reportContent } : {}),
      },
    })
  }
  await endCycles({ tx, row, take }, 'changed')
  await openCycles({ tx, row, take })
  if (!months) return
  await keep(null, { rectificationMonths: months.before }, { rectificationMonths: months.after })
  await tx.recommendation.update({ where: { id: row.id }, data: { rectificationMonths: months.after } })
}

/** The 整改期限 ends on another day, and the review month begins there (办案规则 47). */
export async function movePeriod(
  { tx, row, take }: Pick<StepContext<LetterRow, unknown>, 'tx' | 'row' | 'take'>, endOn: LocalDate | undefined, reason: string,
): Promise<void> {
  if (!endOn) throw new Error(`the 整改期限 of letter ${row.id} has no clock`)
  await tx.recommendation.update({ where: { id: row.id }, data: { rectificationEndOn: dateColumn(endOn) } })
  await take('case.moveReview', row.caseId, { recommendationId: row.id, rectificationEndOn: endOn, reason })
}
