import { z } from 'zod'
import facts from '@/facts/letter-checks.json'
import { countRule } from '@/lib/engine/deadlines/count-rule'
import { calendarOf, findLength } from '@/lib/engine/deadlines/overlay'
import { settingOn } from '@/lib/platform/settings'
import { requireRule } from '@/lib/engine/deadlines/rules'
import { today, type LocalDate } from '@/lib/platform/clock'
import { db, type Tx } from '@/lib/platform/db'
import { readTogether } from '@/lib/platform/together'
import { bodiesFor, heldOf } from '@/lib/powers/data/choices'
import type { Scope } from '@/lib/platform/scope'
import type { Recommendation } from '@/prisma/generated/client'
import { failedChecks, type LetterCheck } from '../rules/completeness'
import { closestLetter, type EarlierLetter, type Likeness } from '../rules/similarity'
import { demandInput, type DemandInput } from '../schema'

export type DraftAssessment = {
  readonly failed: readonly LetterCheck[]
  readonly closest: Likeness | null
  readonly similarityLimit: number
  /** Whether the addressee has an entry in the power list for this domain, and which other bodies have. */
  readonly powers: { readonly own: 'yes' | 'no'; readonly others: string; readonly count: number }
}

export const toDraftDemands = (value: unknown): DemandInput[] => z.array(demandInput).parse(value)

/** The checks before review (办案规则 75, 建议规定 3, 16), the same for the page that shows them and the step that asks. */
export async function assessDraft(scope: Scope, row: Recommendation, client: Tx = db): Promise<DraftAssessment> {
  const day = today()
  const agency = await client.unit.findUniqueOrThrow({ where: { id: row.agencyId } })
  const caseFile = await client.caseFile.findUniqueOrThrow({
    where: { id: row.caseId }, select: { consultationWaiver: true, _count: { select: { consultations: true } } },
  })
  const demands = toDraftDemands(row.draftDemands)
  const closest = closestLetter(textOf(row, demands), await earlierLetters(scope, row, client))
  const similarityLimit = await findSimilarityLimit(client, row.regionCode, day)
  const { bodies, held } = await readTogether({ bodies: bodiesFor(scope, row), held: heldOf(scope, row.powerItemIds) }, client)
  const failed = failedChecks({ ...row, demands }, {
    agency, today: day, closest, similarityLimit, powersListed: bodies.length > 0, powersHeld: held.length > 0,
    periodEndOn: await periodEnd(client, row.rectificationMonths, day),
    consulted: caseFile._count.consultations > 0 || caseFile.consultationWaiver !== null,
  })
  const others = bodies.filter(({ id }) => id !== row.agencyId).map(({ name }) => name)
  return { failed, closest, similarityLimit, powers: { own: others.length < bodies.length ? 'yes' : 'no', others: others.join('、'), count: others.length } }
}

/** The lengths a letter states when it names none of its own. */
export async function findDefaultLengths(_scope: Scope, regionCode: string, on: LocalDate, client: Tx = db) {
  const length = async (key: string) => (await findLength(client, requireRule(key, on), regionCode, on)) ?? 0
  return {
    months: await length('agency_perform_reply'),
    urgentDays: await length('agency_urgent_reply'),
    objectionDays: await length('objection_period'),
  }
}

async function periodEnd(client: Tx, months: number | null, from: LocalDate): Promise<LocalDate> {
  const rule = requireRule('agency_perform_reply', from)
  return countRule(rule, from, await calendarOf(client), months === null ? {} : { amount: months }).end
}

/** What has to be this case's own: findings, reasons and demands. The law quoted is the same for all. */
const textOf = (row: Pick<Recommendation, 'dutyFindings' | 'reasons'>, demands: readonly Pick<DemandInput, 'fault' | 'measure'>[]) =>
  [row.dutyFindings, row.reasons, ...demands.flatMap(({ fault, measure }) => [fault, measure])].join('\n')

async function earlierLetters(scope: Scope, row: Recommendation, client: Tx): Promise<EarlierLetter[]> {
  const letters = await client.recommendation.findMany({
    where: {
      procuratorateId: row.procuratorateId, id: { not: row.id }, status: { notIn: ['draft', 'submitted', 'reviewed', 'withdrawn'] },
      audience: { hasSome: [...scope.tokens] },
    },
    select: { id: true, number: true, title: true, dutyFindings: true, reasons: true, demands: { select: { fault: true, measure: true } } },
    orderBy: { createdAt: 'desc' },
    take: facts.earlierLetters,
  })
  return letters.map(({ id, number, title, demands, ...texts }) => ({ id, number, title, text: textOf(texts, demands) }))
}

const similaritySetting = 'letter.similarityPercent'

async function findSimilarityLimit(client: Tx, regionCode: string, on: LocalDate): Promise<number> {
  const own = await settingOn(client, regionCode, on, similaritySetting)
  return own === undefined ? facts.similarityPercent : z.int().min(1).max(100).parse(own)
}
