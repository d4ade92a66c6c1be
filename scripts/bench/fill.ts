// Fills a migrated, empty database with a county's years, many times over. Run with the owner's address in DATABASE_OWNER_URL.
import pg from 'pg'
import { auditColumns, clueClock, clueColumns, clueRow, cluesOf, historyOf } from './clues'
import { copyInto } from './copy'
import { bodies, people, places, fixedId } from './ground'
import { caseColumns, caseRow, casesOf, demandColumns, demandRows, letterClocks, letterColumns, letterRow, lettersOf } from './letters'
import { deadlineColumns, eventColumns } from './rows'

const total = Number(process.argv[2])
if (!Number.isInteger(total) || total < 1000) throw new Error('fill.ts <number of clues, 1000 or more>')

const since = '2024-01-01T00:00:00Z'

function* clocks() {
  for (const clue of cluesOf(total)) {
    const clock = clueClock(clue)
    if (clock) yield clock
  }
  for (const each of casesOf(cluesOf(total))) for (const letter of lettersOf(each)) yield* letterClocks(letter)
}

function* map<T, R>(items: Iterable<T>, of: (item: T, at: number) => R): Generator<R> {
  let at = 0
  for (const item of items) yield of(item, at++)
}
function* flat<T, R>(items: Iterable<T>, of: (item: T) => Iterable<R>): Generator<R> {
  for (const item of items) yield* of(item)
}
const letters = () => flat(casesOf(cluesOf(total)), lettersOf)

/** Table, columns, rows: parents first. */
const loads: readonly (readonly [string, readonly string[], () => Iterable<readonly unknown[]>])[] = [
  ['region', ['code', 'name', 'short_name', 'parent_code'], () => map(places, ({ code }) => [code, `基准区${code}`, `区${code}`, null])],
  ['unit', ['id', 'region_code', 'kind', 'name', 'short_name', 'domains', 'number_code'],
    () => map(bodies, ({ id, region, kind, name }, at) => [id, region, kind, name, name.slice(6), [], `基准${at}号`])],
  ['app_user', ['id', 'login', 'name', 'post', 'unit_id', 'region_code', 'password_hash', 'created_at'],
    () => map(people, ({ id, login, name, unitId, region }) => [id, login, name, '科员', unitId, region, 'none', since])],
  ['role_grant', ['id', 'user_id', 'unit_id', 'role', 'from_on'],
    () => flat(people, ({ id, login, unitId, roles }) => roles.map((role) => [fixedId(`grant:${login}:${role}`), id, unitId, role, '2024-01-01']))],
  ['clue', clueColumns, () => map(cluesOf(total), clueRow)],
  ['clue_unit', ['clue_id', 'unit_id'], () => map(cluesOf(total), ({ id, agency }) => [id, agency.id])],
  ['case_file', caseColumns, () => map(casesOf(cluesOf(total)), caseRow)],
  ['recommendation', letterColumns, () => map(letters(), letterRow)],
  ['demand', demandColumns, () => flat(letters(), demandRows)],
  ['deadline', deadlineColumns, () => map(clocks(), ({ row }) => row)],
  ['deadline_event', eventColumns, () => map(clocks(), ({ event }) => event)],
  ['audit_event', auditColumns, () => historyOf(total, () => cluesOf(total))],
]

// Built at the end, where nothing that is maintained row by row reads them meanwhile.
const bulky = ['clue', 'demand', 'deadline_event', 'audit_event']

const client = new pg.Client({ connectionString: process.env.DATABASE_OWNER_URL })
await client.connect()
await client.query("SET maintenance_work_mem = '1GB'; SET max_parallel_maintenance_workers = 2; SET synchronous_commit = off")
const { rows: indexes } = await client.query<{ indexdef: string; name: string }>(`
  SELECT indexdef, quote_ident(indexname) AS name FROM pg_indexes i JOIN pg_class c ON c.relname = i.indexname JOIN pg_index x ON x.indexrelid = c.oid
  WHERE i.schemaname = 'public' AND NOT x.indisunique AND i.tablename = ANY($1)`, [bulky])
for (const { name } of indexes) await client.query(`DROP INDEX ${name}`)
// Maintained figures follow each row; for a filling they are counted once, at the end.
const followers = [['deadline', 'letter_fact_of_clock'], ['deadline', 'case_fact_of_clock'], ['case_file', 'case_fact_of_case'], ['recommendation', 'case_fact_of_letter']]
for (const [table, trigger] of followers) await client.query(`ALTER TABLE ${table} DISABLE TRIGGER ${trigger}`)
for (const [table, columns, rows] of loads) {
  const started = performance.now()
  const count = await copyInto(client, table, columns, rows())
  console.log(`· ${table} ${count} rows in ${((performance.now() - started) / 1000).toFixed(1)} s`)
}
for (const { indexdef } of indexes) {
  const started = performance.now()
  await client.query(indexdef)
  const seconds = (performance.now() - started) / 1000
  if (seconds > 5) console.log(`· ${indexdef.slice(13, 70)} … ${seconds.toFixed(1)} s`)
}
for (const [table, trigger] of followers) await client.query(`ALTER TABLE ${table} ENABLE TRIGGER ${trigger}`)
await client.query('SELECT recount_letters(), recount_cases()')
await client.query('VACUUM (ANALYZE)')
await client.end()
