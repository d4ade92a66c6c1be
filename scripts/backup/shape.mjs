// What a database consists of, read from its own catalogue: nothing here has to know a table by name.

const schemas = "ARRAY['public', 'graphile_worker']"
/** Written by the migrations themselves. */
const ledgers = "ARRAY['public._prisma_migrations', 'graphile_worker.migrations']"
/** They live for minutes: nobody's sign-in, ended since or not, comes back to life out of a backup. */
const passing = "ARRAY['public.sign_in_session', 'public.rate_window', 'public.worker_beat']"

const tables = `
  SELECT format('%I.%I', n.nspname, c.relname) AS name, n.nspname || '.' || c.relname AS plain, c.relforcerowsecurity AS forced,
    EXISTS (SELECT 1 FROM pg_trigger t WHERE t.tgrelid = c.oid AND NOT t.tgisinternal) AS triggered,
    (SELECT array_agg(quote_ident(a.attname) ORDER BY a.attnum) FROM pg_attribute a
     WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '') AS columns,
    n.nspname || '.' || c.relname = ANY(${passing}) AS passing
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE n.nspname = ANY(${schemas}) AND c.relkind = 'r' AND NOT n.nspname || '.' || c.relname = ANY(${ledgers})
  ORDER BY 1`

export const readTables = async (client) => (await client.query(tables)).rows

export const readForeignKeys = async (client) => (await client.query(`
  SELECT conrelid::regclass::text AS "table", quote_ident(conname) AS name, pg_get_constraintdef(c.oid) AS definition
  FROM pg_constraint c JOIN pg_namespace n ON n.oid = c.connamespace
  WHERE contype = 'f' AND n.nspname = ANY(${schemas}) ORDER BY c.oid`)).rows

export const readSequences = async (client) => (await client.query(`
  SELECT format('%I.%I', schemaname, sequencename) AS name, last_value AS value FROM pg_sequences
  WHERE schemaname = ANY(${schemas}) ORDER BY 1`)).rows

/** The level of the tables: which migrations made them, and the queue's own. */
export async function readLevel(client) {
  const { rows } = await client.query(`
    SELECT migration_name || ' ' || checksum AS line FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY 1`)
  const { rows: [queue] } = await client.query('SELECT max(id) AS id FROM graphile_worker.migrations')
  return [...rows.map(({ line }) => line), `graphile_worker ${queue.id}`]
}

export const readHeads = async (client) => (await client.query(`
  SELECT DISTINCT ON (stream) stream, seq, hash FROM audit_event ORDER BY stream, seq DESC`)).rows

/** As the audit anchors name a database. */
export const readDatabaseId = async (client) =>
  (await client.query("SELECT datname || ':' || oid AS id FROM pg_database WHERE datname = current_database()")).rows[0].id
