import { db } from '@/lib/platform/db'
import type { Finding } from '@/lib/platform/integrity'
import { Prisma } from '@/prisma/generated/client'

type Sums = { readonly table: string; readonly subject: string; readonly keys: readonly string[]; readonly counts: readonly string[] }

const letterTally: Sums = {
  table: 'letter_tally', subject: 'letterTally', keys: ['token', 'received_month_on', 'end_month_on', 'first_month_on', 'agency_id', 'domain', 'readers'],
  counts: [
    'received', 'withdrawn', 'replied', 'in_time', 'reply_waived', 'rectified', 'rectified_suspended', 'perform_waived', 'suspended', 'owes_reply', 'owes_performance',
    'owes_any', 'owes_any_unrectified', 'relapsed', 'looked_back', 'look_back_planned',
  ],
}
const caseTally: Sums = {
  table: 'case_tally', subject: 'caseTally', keys: ['token', 'opened_month_on', 'review_month_on', 'procuratorate_id', 'agency_id', 'domain', 'readers'],
  counts: ['opened', 'decided', 'settled', 'settled_by_talk', 'owes_review'],
}
const caseDays: Sums = { table: 'case_days', subject: 'caseDays', keys: ['token', 'part', 'opened_month_on', 'readers', 'days'], counts: ['cases'] }

/** Sums that a recount from the facts does not give. One that has become nothing stays as noughts. */
async function checkSums({ table, subject, keys, counts }: Sums): Promise<Finding[]> {
  const of = (side: 'k' | 's', names: readonly string[], each = (name: string) => `${side}.${name}`) => names.map(each).join(', ')
  const share = (side: 'k' | 's') => of(side, counts, (name) => `coalesce(${side}.${name}, 0)`)
  const found = await db.$queryRaw<{ key: string }[]>(Prisma.raw(`
    SELECT concat_ws(' ', ${keys.map((name) => `coalesce(k.${name}, s.${name})`).join(', ')}) AS key
    FROM ${table} k FULL JOIN ${table}_recount s ON (${of('k', keys)}) = (${of('s', keys)})
    WHERE (${share('k')}) IS DISTINCT FROM (${share('s')})`))
  return found.map(({ key }) => ({ check: 'figureAndRecount', subjectType: subject, subjectId: key, detail: table }))
}

type Facts = { readonly table: string; readonly view: string; readonly subject: string; readonly id: string }

const letterFacts: Facts = { table: 'letter_fact', view: 'letter_standing', subject: 'recommendation', id: 'letter_id' }
const caseFacts: Facts = { table: 'case_fact', view: 'case_standing', subject: 'case', id: 'case_id' }

/** The views have the columns of their tables, in the same order. */
async function checkFacts({ table, view, subject, id }: Facts): Promise<Finding[]> {
  const found = await db.$queryRaw<{ id: string }[]>(Prisma.raw(`
    SELECT coalesce(k.${id}, s.${id})::text AS id FROM ${table} k FULL JOIN ${view} s ON s.${id} = k.${id} WHERE ROW(k.*) IS DISTINCT FROM ROW(s.*)`))
  return found.map((each) => ({ check: 'figureAndRecount', subjectType: subject, subjectId: each.id, detail: table }))
}

/** The maintained figures are what a recount of letters, cases, clocks and look-backs gives. */
export async function checkFigures(): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const facts of [letterFacts, caseFacts]) findings.push(...(await checkFacts(facts)))
  for (const tally of [letterTally, caseTally, caseDays]) findings.push(...(await checkSums(tally)))
  return findings
}
