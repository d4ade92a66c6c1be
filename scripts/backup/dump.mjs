import { join } from 'node:path'
import { createGzip } from 'node:zlib'
import { withClient } from '../postgres/sql.mjs'
import { readNote } from '../postgres/note.mjs'
import { copyOut } from './copy.mjs'
import { writePart } from './parts.mjs'
import { readDatabaseId, readHeads, readLevel, readSequences, readTables } from './shape.mjs'

// Text as COPY writes it must be read back as it was, whatever a role's own settings say.
const SETTINGS = "SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0; SET LOCAL datestyle = 'ISO'; SET LOCAL intervalstyle = 'postgres'; SET LOCAL extra_float_digits = 3"
const MOMENT = `SELECT pg_export_snapshot() AS snapshot, to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24MISS"Z"') AS at`

const partOf = ({ plain }) => `${plain}.copy.gz`

async function dumpTable(client, folder, table) {
  const gzip = createGzip()
  const written = writePart(join(folder, partOf(table)), gzip)
  const [rows, part] = await Promise.all([copyOut(client, `COPY ${table.name} (${table.columns.join(', ')}) TO STDOUT`, gzip), written])
  return { name: table.name, columns: table.columns, rows, part: partOf(table), ...part }
}

/** A table that hides its rows even from its owner shows them for a moment, to this transaction alone: it is rolled back. */
const dumpHidden = (ownerUrl, snapshot, folder, tables) => withClient(ownerUrl, async (client) => {
  await client.query(`BEGIN ISOLATION LEVEL REPEATABLE READ; SET TRANSACTION SNAPSHOT ${client.escapeLiteral(snapshot)}; SET LOCAL lock_timeout = '60s'; ${SETTINGS}`)
  const dumped = []
  for (const table of tables) {
    await client.query(`ALTER TABLE ${table.name} NO FORCE ROW LEVEL SECURITY`)
    dumped.push(await dumpTable(client, folder, table))
  }
  await client.query('ROLLBACK')
  return dumped
})

/** Everything as it stood at one moment. `within` may ask that same moment more. */
export const dumpDatabase = (ownerUrl, folder, within) => withClient(ownerUrl, async (client) => {
  // Rows that a policy would hide are an error here, not a silence.
  await client.query(`BEGIN ISOLATION LEVEL REPEATABLE READ; SET LOCAL row_security = off; ${SETTINGS}`)
  const { rows: [{ snapshot, at }] } = await client.query(MOMENT)
  const shown = (await readTables(client)).filter(({ passing }) => !passing)
  // The hidden ones first: afterwards this transaction would hold them itself.
  const tables = await dumpHidden(ownerUrl, snapshot, folder, shown.filter(({ forced }) => forced))
  for (const table of shown.filter(({ forced }) => !forced)) tables.push(await dumpTable(client, folder, table))
  const { holds } = await readNote(client)
  const facts = {
    takenAt: at, database: await readDatabaseId(client), holds, level: await readLevel(client),
    sequences: await readSequences(client), heads: await readHeads(client),
    tables: tables.map(({ name, columns, rows, part }) => ({ name, columns, rows, part })),
    parts: Object.fromEntries(tables.map(({ part, sha256, size }) => [part, { sha256, size }])),
  }
  const more = await within(client)
  await client.query('ROLLBACK')
  return { ...facts, more }
})
