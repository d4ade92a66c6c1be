import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { createGunzip } from 'node:zlib'
import { addToNote } from '../postgres/note.mjs'
import { withClient } from '../postgres/sql.mjs'
import { copyIn } from './copy.mjs'
import { readForeignKeys, readHeads, readLevel, readTables } from './shape.mjs'

async function requireSameLevel(client, manifest, tables) {
  const here = await readLevel(client)
  const differ = [...here.filter((line) => !manifest.level.includes(line)), ...manifest.level.filter((line) => !here.includes(line))]
  if (differ.length > 0) {
    const names = [...new Set(differ.map((line) => line.split(' ')[0]))].join(', ')
    throw new Error(`The backup is of release ${manifest.version} and of another level than this database (${names}). Restore it with that release, then update.`)
  }
  const shape = (list) => JSON.stringify(list.map(({ name, columns }) => [name, columns]).sort())
  if (shape(tables) !== shape(manifest.tables)) throw new Error('The tables of this database are not those of the backup, though the migrations are the same.')
}

async function requireEmpty(client, tables) {
  for (const { name, forced } of tables) {
    if (forced) await client.query(`ALTER TABLE ${name} NO FORCE ROW LEVEL SECURITY`)
    const { rowCount } = await client.query(`SELECT 1 FROM ${name} LIMIT 1`)
    if (rowCount) throw new Error(`The database is in use (there are rows in ${name}). A backup is restored only into an empty one.`)
  }
}

const rowsOf = (folder, part) => {
  const source = createReadStream(join(folder, part))
  const gunzip = createGunzip()
  source.on('error', (error) => gunzip.destroy(error))
  return source.pipe(gunzip)
}

async function loadTables(client, folder, manifest) {
  for (const { name, columns, rows, part } of manifest.tables) {
    const loaded = await copyIn(client, `COPY ${name} (${columns.join(', ')}) FROM STDIN`, rowsOf(folder, part))
    if (loaded !== rows) throw new Error(`${name}: ${loaded} rows came in, the backup counted ${rows}.`)
  }
  for (const { name, value } of manifest.sequences) if (value !== null) await client.query('SELECT setval($1::regclass, $2)', [name, value])
  const heads = JSON.stringify(await readHeads(client))
  if (heads !== JSON.stringify(manifest.heads)) throw new Error('The heads of the audit chain are not those of the backup.')
}

async function loadAll(client, folder, manifest) {
  const tables = await readTables(client)
  const wanted = tables.filter(({ passing }) => !passing)
  await requireSameLevel(client, manifest, wanted)
  await requireEmpty(client, tables)
  const keys = await readForeignKeys(client)
  for (const { table, name } of keys) await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`)
  const triggered = tables.filter((table) => table.triggered)
  for (const { name } of triggered) await client.query(`ALTER TABLE ${name} DISABLE TRIGGER USER`)
  await loadTables(client, folder, manifest)
  for (const { name } of triggered) await client.query(`ALTER TABLE ${name} ENABLE TRIGGER USER`)
  // Added again, each is checked against all rows.
  for (const { table, name, definition } of keys) await client.query(`ALTER TABLE ${table} ADD CONSTRAINT ${name} ${definition}`)
  for (const { name } of tables.filter(({ forced }) => forced)) await client.query(`ALTER TABLE ${name} FORCE ROW LEVEL SECURITY`)
  await addToNote(client, { holds: manifest.holds, restored: manifest.takenAt })
}

/** All or nothing: one transaction, as the owner. */
export const loadDatabase = (ownerUrl, folder, manifest) => withClient(ownerUrl, async (client) => {
  await client.query('BEGIN')
  await client.query("SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0; SET LOCAL search_path = pg_catalog, public; SET LOCAL datestyle = 'ISO'")
  await loadAll(client, folder, manifest)
  await client.query('COMMIT')
  await client.query('ANALYZE')
})
