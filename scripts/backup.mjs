import { mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Readable } from 'node:stream'
import { parseArgs } from 'node:util'
import { keepBeside } from './backup/beside.mjs'
import { dumpDatabase } from './backup/dump.mjs'
import { writeManifest, writePart } from './backup/parts.mjs'
import { fillPool, poolOf } from './backup/pool.mjs'
import { root } from './install.mjs'
import { exists, withSystem } from './system.mjs'

const { to } = parseArgs({ options: { to: { type: 'string' } } }).values
if (!to) {
  console.error('npm run backup -- --to <folder>')
  process.exit(1)
}

const listFiles = async (client) =>
  (await client.query('SELECT storage_key AS key, sha256, size FROM stored_file ORDER BY 1')).rows

const linesOf = (files) => Readable.from([Buffer.from(files.map((file) => `${JSON.stringify(file)}\n`).join(''))])

async function backUp({ dataDir, secrets, database }, folder) {
  const { more: files, parts, takenAt, ...facts } = await dumpDatabase(database.ownerUrl, folder, listFiles)
  parts['files.jsonl'] = await writePart(join(folder, 'files.jsonl'), linesOf(files))
  Object.assign(parts, await keepBeside(folder, dataDir, secrets))
  const { brought, faults } = await fillPool(poolOf(folder), dataDir, files)
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  writeManifest(folder, { takenAt, version, ...facts, parts })
  return { takenAt, tables: facts.tables, files, brought, faults }
}

await withSystem(async (system) => {
  if (!(await exists(system))) throw new Error('There is no database here yet: nothing to back up.')
  const base = resolve(to)
  mkdirSync(base, { recursive: true, mode: 0o700 })
  const working = join(base, `unfinished-${process.pid}`)
  mkdirSync(working, { mode: 0o700 })
  try {
    const { takenAt, tables, files, brought, faults } = await backUp(system, working)
    const folder = join(base, takenAt)
    renameSync(working, folder)
    const rows = tables.reduce((sum, table) => sum + table.rows, 0)
    console.log(`${folder}: ${tables.length} tables, ${rows} rows, ${files.length} files (${brought} new). It holds secrets: keep it as safe as the system itself.`)
    for (const { key, outcome } of faults) console.error(`The file ${key} is ${outcome} in the data folder and not in this backup.`)
    if (faults.length > 0) process.exitCode = 2
  } finally {
    rmSync(working, { recursive: true, force: true })
  }
})
