import { db } from '@/lib/platform/db'
import type { Finding } from '@/lib/platform/integrity'
import { Prisma } from '@/prisma/generated/client'

const shares = [
  'received', 'withdrawn', 'replied', 'in_time', 'reply_waived', 'rectified', 'rectified_suspended', 'perform_waived', 'suspended', 'owes_reply', 'owes_performance',
  'owes_any', 'owes_any_unrectified', 'relapsed', 'looked_back', 'look_back_planned',
]
// A sum that has become nothing stays as noughts.
const share = (of: 'k' | 's') => Prisma.raw(`(${shares.map((name) => `coalesce(${of}.${name}, 0)`).join(', ')})`)

/** The maintained figures are what a recount of letters, clocks, cases and look-backs gives. */
export async function checkFigures(): Promise<Finding[]> {
  const facts = await db.$queryRaw<{ id: string }[]>`
    SELECT coalesce(k.letter_id, s.letter_id) AS id FROM letter_fact k FULL JOIN letter_standing s ON s.letter_id = k.letter_id
    WHERE (k.letter_id, k.region_code, k.procuratorate_id, k.agency_id, k.domain, k.audience, k.received_on, k.reply_end_on, k.perform_end_on, k.owed_reply_end_on,
           k.last_end_on, k.withdrawn, k.replied, k.in_time, k.reply_waived, k.owes_performance, k.rectified, k.perform_waived, k.suspended, k.look_back)
      IS DISTINCT FROM
          (s.letter_id, s.region_code, s.procuratorate_id, s.agency_id, s.domain, s.audience, s.received_on, s.reply_end_on, s.perform_end_on, s.owed_reply_end_on,
           s.last_end_on, s.withdrawn, s.replied, s.in_time, s.reply_waived, s.owes_performance, s.rectified, s.perform_waived, s.suspended, s.look_back)`
  const tallies = await db.$queryRaw<{ key: string; detail: string }[]>`
    SELECT concat_ws(' ', coalesce(k.token, s.token), coalesce(k.received_month_on, s.received_month_on), coalesce(k.domain, s.domain)) AS key,
           coalesce(k.agency_id, s.agency_id)::text AS detail
    FROM letter_tally k FULL JOIN letter_tally_recount s ON (s.token, s.received_month_on, s.end_month_on, s.agency_id, s.domain, s.readers)
      = (k.token, k.received_month_on, k.end_month_on, k.agency_id, k.domain, k.readers)
    WHERE ${share('k')} IS DISTINCT FROM ${share('s')}`
  return [
    ...facts.map(({ id }) => ({ check: 'figureAndRecount', subjectType: 'recommendation', subjectId: id, detail: 'letter_fact' })),
    ...tallies.map(({ key, detail }) => ({ check: 'figureAndRecount', subjectType: 'letterTally', subjectId: key, detail })),
  ]
}
