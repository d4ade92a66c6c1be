import { unzipSync, strFromU8 } from 'fflate'
import type { Page } from '@playwright/test'
import pg from 'pg'

/** Looks at the database behind a served system. */
export async function ask<Row extends pg.QueryResultRow>(url: string, sql: string, values: readonly unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query<Row>(sql, [...values])).rows
  } finally {
    await client.end()
  }
}

/** Open and closed clocks of a record: duty → status and last day. */
export async function clocksOf(url: string, subjectId: string): Promise<Record<string, string>> {
  const rows = await ask<{ duty: string; status: string; end_on: string; satisfied_on: string | null }>(url, `
    SELECT duty, status, end_on::text, satisfied_on::text FROM deadline WHERE subject_id = $1 ORDER BY created_at, id`, [subjectId])
  return Object.fromEntries(rows.map(({ duty, status, end_on, satisfied_on }) => [duty, [status, end_on, satisfied_on].filter(Boolean).join(' ')]))
}

/** The steps the audit chain tells of a record, in their order. */
export async function auditOf(url: string, subjectId: string): Promise<string[]> {
  const rows = await ask<{ action: string }>(url, `SELECT action FROM audit_event WHERE subject_id = $1 AND result = 'done' ORDER BY seq`, [subjectId])
  return rows.map(({ action }) => action)
}

/** The text of a paper's DOCX, as its reader downloads it. */
export async function paperText(page: Page, url: string, subjectId: string, kind: string): Promise<string> {
  const [paper] = await ask<{ id: string }>(url, 'SELECT id FROM paper WHERE subject_id = $1 AND kind = $2 ORDER BY created_at DESC LIMIT 1', [subjectId, kind])
  if (!paper) throw new Error(`no ${kind} on ${subjectId}`)
  const answer = await page.request.get(`/api/papers/${paper.id}`)
  if (!answer.ok()) throw new Error(`${kind}: ${answer.status()}`)
  const parts = unzipSync(new Uint8Array(await answer.body()))
  return strFromU8(parts['word/document.xml']!).replaceAll(/<\/w:p>/g, '\n').replaceAll(/<[^>]+>/g, '')
}
