import pg from 'pg'

/** A word nobody else writes; whoever reads it reads something of the planted matter. */
export const canary = '金丝雀'

/** Tables of the main line whose texts belong to a record. */
const tables = [
  'leading_group', 'group_seat', 'seat_holding', 'appointment', 'engagement',
  'clue', 'clue_unit', 'clue_reporter', 'clue_evaluation', 'case_file', 'consultation', 'evidence', 'recommendation', 'demand', 'service_receipt',
  'handling', 'rectification_action', 'objection', 'help_request', 'reply', 'reply_item', 'check_result', 'duty_cycle', 'duty_report', 'asked_again', 'look_back', 'oversight_matter',
  'action_item', 'action_item_progress', 'observer_attendance', 'undertaking', 'participation', 'undertaking_entry', 'undertaking_target', 'file_verdict', 'risk_rating', 'bulletin', 'bulletin_reading', 'bulletin_comment', 'joint_meeting', 'attendance', 'issue',
  'letter', 'letter_message', 'data_item', 'data_request', 'data_use', 'power_item', 'power_doubt',
  'outcome', 'target_item', 'case_family', 'case_family_member', 'case_family_edition', 'case_family_closing',
]

/** Codes, numbers and keys: no words of a person's. A new text column is a word until it is named here. */
const codes = new Set([
  'region_code', 'status', 'rank', 'role', 'number', 'source', 'domain', 'kind', 'penalty_known', 'sensitivity', 'proposed_outcome', 'transfer_kind', 'closing_ground',
  'method', 'service_method', 'verdict', 'claimed', 'outcome', 'form', 'result', 'sha256', 'handler_phone', 'contact_phone', 'about', 'wanted', 'source_type', 'link_type', 'about_type', 'faults', 'period', 'starts_at', 'ends_at',
  'cycle', 'open_to', 'ground', 'ended_how', 'finding_result', 'used', 'end_reason', 'registry_number', 'answer_number', 'powers', 'end_ground',
])

/** Adds the word to every text of every planted record, so that no field is forgotten. */
export async function plantCanaries(ownerUrl: string, adminUrl: string): Promise<number> {
  const url = new URL(adminUrl)
  url.pathname = new URL(ownerUrl).pathname
  const client = new pg.Client({ connectionString: url.toString() })
  await client.connect()
  try {
    const { rows } = await client.query<{ table: string; column: string; list: boolean }>(
      `SELECT table_name AS table, column_name AS column, data_type = 'ARRAY' AS list FROM information_schema.columns
       WHERE table_schema = 'public' AND table_name = ANY($1) AND (data_type = 'text' OR (data_type = 'ARRAY' AND udt_name = '_text'))`, [tables])
    const words = rows.filter(({ column }) => !codes.has(column) && column !== 'audience')
    for (const { table, column, list } of words) {
      const mark = `${canary}·${table}·${column}`
      await client.query(list ? `UPDATE ${table} SET ${column} = array_append(${column}, $1)` : `UPDATE ${table} SET ${column} = coalesce(${column}, '') || $1`, [mark])
    }
    return words.length
  } finally {
    await client.end()
  }
}
