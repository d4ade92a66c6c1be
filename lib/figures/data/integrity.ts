import { db } from '@/lib/platform/db'
import type { Finding } from '@/lib/platform/integrity'

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
    SELECT coalesce(k.key, s.key) AS key, coalesce(k.letters, 0) || ' / ' || coalesce(s.letters, 0) AS detail
    FROM letter_tally k FULL JOIN letter_tally_recount s ON s.key = k.key WHERE coalesce(k.letters, 0) <> coalesce(s.letters, 0)`
  return [
    ...facts.map(({ id }) => ({ check: 'figureAndRecount', subjectType: 'recommendation', subjectId: id, detail: 'letter_fact' })),
    ...tallies.map(({ key, detail }) => ({ check: 'figureAndRecount', subjectType: 'letterTally', subjectId: key, detail })),
  ]
}
