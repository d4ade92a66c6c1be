import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { restoreHeads, restoreSecrets } from './backup/beside.mjs'
import { loadDatabase } from './backup/load.mjs'
import { readBackup } from './backup/parts.mjs'
import { emptyPool, findFault, poolOf } from './backup/pool.mjs'
import { readDatabaseId } from './backup/shape.mjs'
import { openDataFolder, runningOn } from './data-folder.mjs'
import { generate } from './generate.mjs'
import { withClient } from './postgres/sql.mjs'
import { script } from './run.mjs'
import { exists, fillNew, migrateDatabase, withSystem } from './system.mjs'

const { from } = parseArgs({ options: { from: { type: 'string' } } }).values
if (!from) {
  console.error('npm run restore -- --from <folder of one backup>')
  process.exit(1)
}
const folder = resolve(from)

/** Everything is read and held against its fingerprint before anything is touched. */
async function readWhole() {
  const manifest = await readBackup(folder)
  const files = readFileSync(join(folder, 'files.jsonl'), 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line))
  const fault = await findFault(poolOf(folder), files)
  if (fault) throw new Error(`The backup is damaged: ${fault.path} is ${fault.what}.`)
  return { manifest, files }
}

async function load(system, manifest) {
  const into = ({ ownerUrl }) => loadDatabase(ownerUrl, folder, manifest)
  if (!(await exists(system))) return fillNew(system, into)
  await migrateDatabase(system)
  return into(system.database)
}

/** What must hold in any database, and the chain line by line. */
async function findNothing({ database, dataDir }) {
  const env = { DATABASE_URL: database.url, DATA_DIR: dataDir, GONGYI_PATIENT: '1' }
  let whole = true
  for (const file of ['scripts/integrity.ts', 'scripts/audit-verify.ts']) {
    const { code } = await script(file, [], { env, allowFailure: true })
    whole = whole && code === 0
  }
  return whole
}

const running = runningOn(openDataFolder())
if (running) {
  console.error(`Gongyi runs on this data folder (process ${running.pid}). Stop it first.`)
  process.exit(1)
}
await generate()
await withSystem(async (system) => {
  const { manifest, files } = await readWhole()
  const { dataDir, database } = system
  await load(system, manifest)
  await emptyPool(poolOf(folder), dataDir, files)
  restoreSecrets(folder, dataDir)
  restoreHeads(folder, dataDir, { from: manifest.database, to: await withClient(database.ownerUrl, readDatabaseId) })
  console.log(`Restored as of ${manifest.takenAt}: ${manifest.tables.length} tables, ${files.length} files. Checking …`)
  if (await findNothing(system)) return
  console.error('Everything in the backup was restored, but the checks above found something in it.')
  process.exitCode = 2
})
