import pg from 'pg'

type Column = { readonly name: string; readonly type: string; readonly of: string | null; readonly rule: string | null }
/** What a table's rows say, where any text or day will not do: an expression of SQL a column; `i` counts the rows. */
export type Told = Readonly<Record<string, string>>

const place = '990199'

/** What must be said, what of another table it names, and the values it may have. */
const columnsOf = async (client: pg.Client, table: string): Promise<Column[]> => (await client.query<Column>(`
  SELECT a.attname AS name, format_type(a.atttypid, NULL) AS type, (
    SELECT f.relname FROM pg_constraint k JOIN pg_class f ON f.oid = k.confrelid WHERE k.contype = 'f' AND k.conrelid = a.attrelid AND k.conkey = ARRAY[a.attnum]) AS of,
    (SELECT pg_get_constraintdef(k.oid) FROM pg_constraint k WHERE k.contype = 'c' AND k.conrelid = a.attrelid AND k.conkey = ARRAY[a.attnum] LIMIT 1) AS rule
  FROM pg_attribute a WHERE a.attrelid = $1::regclass AND a.attnum > 0 AND NOT a.attisdropped AND a.attnotnull AND NOT a.atthasdef AND a.attgenerated = ''`, [table])).rows

const ofType: Readonly<Record<string, string>> = {
  uuid: 'gen_random_uuid()', text: `'x'`, 'text[]': `'{}'`, 'uuid[]': `'{}'`, date: `'2026-03-01'::date + (i % 300)`, 'timestamp with time zone': `'2026-03-01'::timestamptz + i * interval '1 minute'`,
  jsonb: `'{}'`, integer: '1', bigint: '1', boolean: 'false', smallint: '1',
}
const byName: Readonly<Record<string, string>> = { region_code: `'${place}'`, audience: `ARRAY['u:' || gen_random_uuid()]` }

/** One row of that table after the other. */
export const each = (table: string): string => `(SELECT array_agg(id ORDER BY id DESC) FROM ${table})[1 + i % (SELECT count(*)::int FROM ${table})]`

const firstOf = (rule: string | null): string | undefined => /'[^']*'(?=::text)/.exec(rule ?? '')?.[0]

/** Rows in these tables: of other offices, which a reader's own list has no business with, but for what is told of them. */
export async function fill(ownerUrl: string, tables: Readonly<Record<string, Told>>, rows: number, all: Told = {}): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  for (const [table, told] of Object.entries(tables)) {
    const columns = await columnsOf(client, table)
    const must = columns.map(({ name, type, of, rule }) => [name, told[name] ?? all[name] ?? byName[name] ?? firstOf(rule) ?? (of ? each(of) : ofType[type]!)] as const)
    const row = [...must, ...Object.entries(told).filter(([name]) => !columns.some((column) => column.name === name))]
    await client.query(`INSERT INTO ${table} (${row.map(([name]) => name).join(', ')}) SELECT ${row.map(([, value]) => value).join(', ')} FROM generate_series(1, ${rows}) i ON CONFLICT DO NOTHING`)
    await client.query(`ANALYZE ${table}`)
  }
  await client.end()
}
