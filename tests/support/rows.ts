import pg from 'pg'

/** Every table with the number and the fingerprint of its rows: what a change touched, and what it left alone. */
export type Rows = Readonly<Record<string, { readonly count: number; readonly print: string }>>

/** They move while nobody does anything; what a step tells people stands in the queue first, and the queue is compared. */
const restless = ['public.worker_beat', 'public.rate_window', 'public.sign_in_session', 'public.notice']

/** What the worker does every minute comes and goes by itself. */
const notRecurring = 'WHERE NOT EXISTS (SELECT 1 FROM graphile_worker._private_known_crontabs c WHERE c.identifier = r.key)'

/** Reads as the owner, so that secret tables count too; the queue's jobs are rows like others. */
export async function readRows(ownerUrl: string, adminUrl = process.env.TEST_PG_ADMIN_URL): Promise<Rows> {
  const url = new URL(adminUrl ?? ownerUrl)
  url.pathname = new URL(ownerUrl).pathname
  const client = new pg.Client({ connectionString: url.toString() })
  await client.connect()
  try {
    const { rows } = await client.query<{ name: string; count: number; print: string }>(`
      SELECT t.schemaname || '.' || t.tablename AS name, (x.found)[1]::text::int AS count, (x.found)[2]::text AS print
      FROM pg_tables t, LATERAL (SELECT xpath('//n/text()', doc) || xpath('//p/text()', doc) AS found FROM (
        SELECT query_to_xml(format('SELECT count(*) AS n, md5(coalesce(string_agg(r::text, chr(10) ORDER BY r::text), '''')) AS p FROM %I.%I r %s',
          t.schemaname, t.tablename, CASE t.tablename WHEN '_private_jobs' THEN $1 ELSE '' END), false, true, '') AS doc) made) x
      WHERE t.schemaname = 'public' OR (t.schemaname = 'graphile_worker' AND t.tablename LIKE '%jobs')`, [notRecurring])
    return Object.fromEntries(rows.filter(({ name }) => !restless.includes(name)).map(({ name, count, print }) => [name, { count, print }]))
  } finally {
    await client.end()
  }
}

/** Names of the tables that differ, with how many rows came or went. */
export function changedRows(before: Rows, after: Rows): Record<string, number> {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort()
  return Object.fromEntries(names.filter((name) => before[name]?.print !== after[name]?.print)
    .map((name) => [name, (after[name]?.count ?? 0) - (before[name]?.count ?? 0)]))
}
