import { z } from 'zod'
import facts from '@/facts/letter-checks.json'
import { countRule } from '@/lib/engine/deadlines/count-rule'
import type { Calendar } from '@/lib/engine/deadlines/calendar'
import { calendarReads, lengthOf, listLengths, toCalendar } from '@/lib/engine/deadlines/overlay'
import { settingIn } from '@/lib/platform/settings'
import { requireRule } from '@/lib/engine/deadlines/rules'
import { today, type LocalDate } from '@/lib/platform/clock'
import { db, type Tx } from '@/lib/platform/db'
import { columnsOf, read, readTogether, textArray, type Read } from '@/lib/platform/together'
import { bodiesFor, heldOf } from '@/lib/powers/data/choices'
import type { Scope } from '@/lib/platform/scope'
import { Prisma, type Recommendation, type Unit } from '@/prisma/generated/client'
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
  const demands = toDraftDemands(row.draftDemands)
  const { agencies, cases, letters, limits, bodies, held, ...entered } = await readTogether({
    agencies: read<Unit>(Prisma.sql`SELECT ${columnsOf(Prisma.UnitScalarFieldEnum, 'u')} FROM unit u WHERE u.id = ${row.agencyId}::uuid`),
    cases: read<{ consulted: boolean }>(Prisma.sql`
      SELECT c.consultation_waiver IS NOT NULL OR EXISTS (SELECT 1 FROM consultation k WHERE k.case_id = c.id) AS consulted FROM case_file c WHERE c.id = ${row.caseId}::uuid`),
    letters: earlierLettersOf(scope, row), limits: read<{ value: unknown }>(Prisma.sql`SELECT ${settingIn(Prisma.sql`${row.regionCode}`, day, similaritySetting)} AS value`),
    bodies: bodiesFor(scope, row), held: heldOf(scope, row.powerItemIds), ...calendarReads(),
  }, client)
  const closest = closestLetter(textOf(row, demands), letters.map(({ id, number, title, ...texts }): EarlierLetter => ({ id, number, title, text: textOf(texts, texts.demands) })))
  const similarityLimit = toSimilarityLimit(limits[0]!.value)
  const failed = failedChecks({ ...row, demands }, {
    agency: agencies[0]!, today: day, closest, similarityLimit, powersListed: bodies.length > 0, powersHeld: held.length > 0,
    periodEndOn: periodEnd(toCalendar(entered), row.rectificationMonths, day), consulted: cases[0]!.consulted,
  })
  const others = bodies.filter(({ id }) => id !== row.agencyId).map(({ name }) => name)
  return { failed, closest, similarityLimit, powers: { own: others.length < bodies.length ? 'yes' : 'no', others: others.join('、'), count: others.length } }
}

/** The lengths a letter states when it names none of its own. */
export async function findDefaultLengths(_scope: Scope, regionCode: string, on: LocalDate, client: Tx = db) {
  const own = await listLengths(client, regionCode, on)
  const length = (key: string) => lengthOf(requireRule(key, on), own) ?? 0
  return { months: length('agency_perform_reply'), urgentDays: length('agency_urgent_reply'), objectionDays: length('objection_period') }
}

function periodEnd(calendar: Calendar, months: number | null, from: LocalDate): LocalDate {
  return countRule(requireRule('agency_perform_reply', from), from, calendar, months === null ? {} : { amount: months }).end
}

/** What has to be this case's own: findings, reasons and demands. The law quoted is the same for all. */
const textOf = (row: Pick<Recommendation, 'dutyFindings' | 'reasons'>, demands: readonly Pick<DemandInput, 'fault' | 'measure'>[]) =>
  [row.dutyFindings, row.reasons, ...demands.flatMap(({ fault, measure }) => [fault, measure])].join('\n')

type Earlier = Pick<Recommendation, 'id' | 'number' | 'title' | 'dutyFindings' | 'reasons'> & { readonly demands: readonly Pick<DemandInput, 'fault' | 'measure'>[] }

const earlierLettersOf = (scope: Scope, row: Recommendation): Read<Earlier> => read(Prisma.sql`
  SELECT r.id, r.number, r.title, r.duty_findings AS "dutyFindings", r.reasons,
    coalesce((SELECT json_agg(json_build_object('fault', d.fault, 'measure', d.measure) ORDER BY d.ordinal) FROM demand d WHERE d.recommendation_id = r.id), '[]'::json) AS demands
  FROM recommendation r
  WHERE r.procuratorate_id = ${row.procuratorateId}::uuid AND r.id <> ${row.id}::uuid AND r.status NOT IN ('draft', 'submitted', 'reviewed', 'withdrawn') AND r.audience && ${textArray(scope.tokens)}
  ORDER BY r.created_at DESC LIMIT ${facts.earlierLetters}`)

const similaritySetting = 'letter.similarityPercent'

const toSimilarityLimit = (own: unknown): number => (own === null ? facts.similarityPercent : z.int().min(1).max(100).parse(own))
